"""Reads what was typed into a calculator: kinds of inputs, and what is said where one cannot be read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from assistant.checks.calculators.wording import PROBLEMS
from assistant.checks.problem_messages import message_for, message_of
from assistant.domain.calculator import Calculator, InputWords
from assistant.domain.characters import folded, latin_digits, one_line, persian_digits
from assistant.domain.form import Field
from assistant.domain.jalali import FIRST_YEAR, LAST_YEAR, MONTHS, long_date, to_gregorian
from assistant.domain.jalali_input import parse_date
from assistant.domain.money import group_thousands, parse_rial, rial_words, show_toman
from assistant.domain.price_index import Month
from assistant.domain.value_problem import ValueProblem

UNIT = "_unit"  # the unit of the amount ``x`` stands in ``x_unit``
LARGEST_COUNT = 40
LARGEST_PART = 10**6
_YEAR_MONTH = re.compile(r"([0-9]{4})[ /.\-]+([0-9]{1,2})")
_NAMED_MONTH = re.compile(r"([^\W\d_ ]+) ?(?:ماه )?([0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")
_FRACTION = re.compile(r"([0-9]{1,9}) ?(?:/| از ) ?([0-9]{1,9})")
_PERCENT = re.compile(r"([0-9]{1,4})(?:[./٫]([0-9]{1,4}))? ?(?:%|٪|درصد)")
_MONTHS = {folded(name): number for number, name in enumerate(MONTHS, start=1)}


class Kind(StrEnum):
    RIAL = "rial"
    MONTH = "month"
    YEAR = "year"
    DATE = "date"
    FRACTION = "fraction"
    COUNT = "count"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Input:
    id: str
    kind: Kind
    is_required: bool = True
    options: tuple[str, ...] = ()  # of a choice


class InputProblem(ValueError):
    """An input that was read but does not go with another; ``code`` is of ``wording`` or of the calculator's texts."""

    def __init__(self, input_id: str, code: str, **params: str) -> None:
        super().__init__(code)
        self.input_id, self.code, self.params = input_id, code, params


@dataclass(slots=True)
class InputReading:
    """``values`` are typed; ``stored`` are their JSON form, as kept and linked; problems and echoes in Persian."""

    values: dict[str, Any] = field(default_factory=dict)
    stored: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    echoes: dict[str, str] = field(default_factory=dict)


def read_inputs(inputs: tuple[Input, ...], words: Calculator, typed: Mapping[str, str]) -> InputReading:
    reading = InputReading()
    for each in inputs:
        label = words.inputs[each.id]
        text = _text(each, typed)
        if not text:
            if each.is_required:
                reading.problems[each.id] = message_for("required", Field(each.id, label.label, "text"), {})
            continue
        try:
            _READERS[each.kind](each, text, label, reading)
        except ValueProblem as problem:
            template = PROBLEMS.get(problem.code)
            named = {key: persian_digits(str(value)) for key, value in problem.params.items()}
            reading.problems[each.id] = (
                template.format_map(named)
                if template
                else message_of(problem, Field(each.id, label.label, "rial_amount" if each.kind is Kind.RIAL else ""))
            )
    return reading


def as_typed(inputs: tuple[Input, ...], stored: Mapping[str, Any]) -> dict[str, str]:
    """Stored values as an input shows them: what ``read_inputs`` would read again as the same."""
    shown: dict[str, str] = {}
    for each in inputs:
        value = stored.get(each.id)
        if value is None:
            continue
        if each.kind is Kind.RIAL:
            shown[each.id] = group_thousands(value)
        elif each.kind is Kind.YES_NO:
            shown[each.id] = "yes" if value in (True, "yes") else "no"
        elif each.kind is Kind.CHOICE:
            shown[each.id] = str(value)
        else:
            shown[each.id] = persian_digits(str(value).replace("-", "/"))
    return shown


def parse_month(text: str) -> Month:
    """``1400-05``, «۱۴۰۰/۵», «مرداد ۱۴۰۰», or a whole date, of which the month is taken."""
    typed = folded(text)
    if match := _YEAR_MONTH.fullmatch(typed):
        year, month = int(match[1]), int(match[2])
        if not 1 <= month <= 12:
            raise ValueProblem("month_number", value=text, month=month)
    elif (match := _NAMED_MONTH.fullmatch(typed)) and match[1].removesuffix("ماه") in _MONTHS:
        year, month = int(match[2]), _MONTHS[match[1].removesuffix("ماه")]
    else:
        try:
            year, month, _ = (int(part) for part in parse_date(text).split("-"))
        except ValueProblem as problem:
            raise ValueProblem("month_form", value=text[:60]) if problem.code == "date_form" else problem from None
    return Month(_year_in_calendar(year), month)


def parse_year(text: str) -> int:
    """``1380``, or a whole date, of which the year is taken."""
    typed = latin_digits(one_line(text))
    if _YEAR.fullmatch(typed):
        return _year_in_calendar(int(typed))
    try:
        return int(parse_date(text)[:4])
    except ValueProblem as problem:
        raise ValueProblem("year_form", value=text[:60]) if problem.code == "date_form" else problem from None


def parse_parts(text: str) -> str:
    """``5/100``, «۵ از ۱۰۰», «۵ درصد», «2.5%» → ``'5/100'``. Several whole diyehs are a fraction over one."""
    typed = latin_digits(one_line(text))
    if match := _FRACTION.fullmatch(typed):
        part, whole = int(match[1]), int(match[2])
    elif match := _PERCENT.fullmatch(typed):
        rest = match[2] or ""
        part, whole = int(match[1] + rest), 100 * 10 ** len(rest)
    else:
        raise ValueProblem("parts_form", value=text[:60])
    if not part or not whole or max(part, whole) > LARGEST_PART:
        raise ValueProblem("parts_size", value=f"{part}/{whole}", limit=LARGEST_PART)
    return f"{part}/{whole}"


def _text(each: Input, typed: Mapping[str, str]) -> str:
    text = typed.get(each.id, "").strip()
    return f"{text} تومان" if text and typed.get(each.id + UNIT) == "toman" else text


def _year_in_calendar(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueProblem("date_year", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    return year


def _rial(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    amount = parse_rial(text)
    if not amount:
        raise ValueProblem("amount_zero", value=text[:60])
    _keep(reading, each, amount, amount, f"{rial_words(amount)}، {show_toman(amount)}")


def _month(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    month = parse_month(text)
    _keep(reading, each, month, str(month), month.in_words)


def _a_year(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    year = parse_year(text)
    _keep(reading, each, year, year, "")


def _date(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    stored = parse_date(text)
    day: date = to_gregorian(stored)
    _keep(reading, each, day, stored, long_date(day))


def _fraction(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    parts = parse_parts(text)
    value = Fraction(*(int(part) for part in parts.split("/")))
    percent = float(value * 100)
    _keep(reading, each, parts, parts, persian_digits(f"{percent:g}".replace(".", "٫")) + " درصد دیه کامل")


def _count(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    typed = latin_digits(one_line(text))
    if not re.fullmatch("[0-9]{1,4}", typed):
        raise ValueProblem("count_form", value=text[:60])
    if int(typed) > LARGEST_COUNT:
        raise ValueProblem("count_too_large", value=typed, limit=LARGEST_COUNT)
    _keep(reading, each, int(typed), int(typed), "")


def _yes_no(each: Input, text: str, _words: InputWords, reading: InputReading) -> None:
    known = {"yes": True, "no": False, "بله": True, "خیر": False}
    if text not in known:
        raise ValueProblem("yes_no_form", value=text[:60])
    _keep(reading, each, known[text], "yes" if known[text] else "no", "")


def _choice(each: Input, text: str, words: InputWords, reading: InputReading) -> None:
    if text not in each.options:
        options = "، ".join(f"«{option.label}»" for option in words.options)
        raise ValueProblem("option_form", value=text[:60], options=options)
    _keep(reading, each, text, text, "")


def _keep(reading: InputReading, each: Input, value: object, stored: object, echo: str) -> None:
    reading.values[each.id], reading.stored[each.id] = value, stored
    if echo:
        reading.echoes[each.id] = echo


_READERS: Mapping[Kind, Callable[[Input, str, InputWords, InputReading], None]] = {
    Kind.RIAL: _rial,
    Kind.MONTH: _month,
    Kind.YEAR: _a_year,
    Kind.DATE: _date,
    Kind.FRACTION: _fraction,
    Kind.COUNT: _count,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
}
