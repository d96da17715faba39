"""The plain functions of conditions: known arguments in, a value out. Null in, null out is the compiler's doing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.domain import jalali
from assistant.domain.condition.types import DATE, NUMBER, STRING, NumberType, Type
from assistant.domain.value_problem import ValueProblem


@dataclass(frozen=True, slots=True)
class PlainFunction:
    arguments: tuple[Type, ...]
    result: Type
    apply: Callable[..., Any]


def _days_between(start: date, end: date) -> int:
    return (end - start).days


def _shifted(shift: Callable[[date, int], date]) -> Callable[[date, int], date | None]:
    """A day outside the calendar's range is null."""

    def apply(day: date, count: int) -> date | None:
        try:
            return shift(day, count) if count == int(count) else None
        except ValueProblem:
            return None

    return apply


PLAIN: dict[str, PlainFunction] = {
    "jdate": PlainFunction((STRING,), DATE, jalali.to_gregorian),
    "days_between": PlainFunction((DATE, DATE), NumberType("day"), _days_between),
    "age_on": PlainFunction((DATE, DATE), NumberType("year"), jalali.age_on),
    "add_days": PlainFunction((DATE, NUMBER), DATE, _shifted(jalali.add_days)),
    "add_months": PlainFunction((DATE, NUMBER), DATE, _shifted(jalali.add_months)),
    "add_years": PlainFunction((DATE, NUMBER), DATE, _shifted(jalali.add_years)),
}

SPECIAL = ("answered", "blank", "size", "sum", "or_else", "same_person", "last_day", "parameter")

NAMES = frozenset(PLAIN) | frozenset(SPECIAL)
