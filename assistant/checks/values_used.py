"""Which dated numbers of law a finding stands on: those read while its rule was evaluated, with the day they were
read for, and those behind its facts and its own coming into force.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.checks.compiled_rule import CompiledRule, RuleScope
from assistant.checks.facts import parameters_behind
from assistant.domain.condition import DATE, NUMBER, STRING, EvaluationContext
from assistant.domain.condition.types import NumberType, Type
from assistant.domain.library import Library
from assistant.domain.message import show
from assistant.domain.parameter import Parameter
from assistant.domain.period import Period
from assistant.domain.used_value import UsedValue

_UNITS = {"day": "روز", "week": "هفته", "month": "ماه", "year": "سال"}


def values_used(
    compiled: CompiledRule, scope: RuleScope, library: Library, context: EvaluationContext
) -> tuple[UsedValue, ...]:
    """For the element ``context`` is bound to, if any."""
    if not compiled.parameters and not compiled.periods:
        return ()
    reads = _recorded(compiled, context)
    for id in sorted(parameters_behind(scope.facts, compiled.facts)):
        reads[("parameter", id, context.today)] = None
    launch = compiled.rule.in_force.from_parameter
    if launch is not None:
        reads[("parameter", launch, context.today)] = None
    return tuple(_used(kind, id, day, library, context.today) for kind, id, day in reads)


def parameter_used(parameter: Parameter, at: date, today: date) -> UsedValue:
    """``at``: the day its value is asked for; ``today``: the day it must still be verified on."""
    entry = parameter.entry_on(at)
    return UsedValue(
        id=parameter.id,
        kind="parameter",
        title=parameter.title,
        value=_value_in_words(parameter, entry.value if entry else None),
        in_force_from=entry.in_force_from if entry else None,
        verified_until=parameter.verified_until,
        is_overdue=parameter.is_overdue(today),
        version=parameter.version,
        source=entry.source if entry else "",
        grade=entry.grade if entry else "",
    )


def period_used(period: Period, start: date, today: date) -> UsedValue:
    length = period.length_on(start)
    return UsedValue(
        id=period.id,
        kind="period",
        title=period.title,
        value=f"{show(NUMBER, length.value)} {_UNITS[length.unit]}" if length else "—",
        in_force_from=length.in_force_from if length else None,
        verified_until=period.verified_until,
        is_overdue=period.is_overdue(today),
        version=period.version,
        source=length.source if length else "",
        grade=length.grade if length else period.grade,
    )


type _Reads = dict[tuple[str, str, date], None]


def _recorded(compiled: CompiledRule, context: EvaluationContext) -> _Reads:
    """Evaluates once more against parameters and periods that note who asks for them."""
    reads: _Reads = {}
    watched = replace(
        context,
        parameters=_WatchedParameters(context.parameters, reads),
        deadline=_watched(context.deadline, reads) if context.deadline else None,
    )
    compiled.when.evaluate(watched)
    compiled.message.text(watched)
    return reads


@dataclass(frozen=True, slots=True)
class _WatchedParameter:
    parameter: Parameter
    reads: _Reads

    def value_on(self, day: date) -> Any:
        self.reads[("parameter", self.parameter.id, day)] = None
        return self.parameter.value_on(day)


class _WatchedParameters(Mapping[str, Any]):
    def __init__(self, parameters: Mapping[str, Parameter], reads: _Reads) -> None:
        self._parameters, self._reads = parameters, reads

    def __getitem__(self, id: str) -> _WatchedParameter:
        return _WatchedParameter(self._parameters[id], self._reads)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)


def _watched(deadline: Callable[..., date | None], reads: _Reads) -> Callable[..., date | None]:
    def last_day(period_id: str, start: date, *more: Any) -> date | None:
        reads[("period", period_id, start)] = None
        return deadline(period_id, start, *more)

    return last_day


def _used(kind: str, id: str, day: date, library: Library, today: date) -> UsedValue:
    if kind == "period":
        return period_used(library.periods[id], day, today)
    return parameter_used(library.parameters[id], day, today)


def _value_in_words(parameter: Parameter, value: Any) -> str:
    if value is None:
        return "—"
    unit = f" {_UNITS[parameter.unit]}" if parameter.unit in _UNITS else ""
    return show(_TYPES.get(parameter.unit, NUMBER), value) + unit


_TYPES: Mapping[str, Type] = {"rial": NumberType("rial"), "date": DATE, "text": STRING}
