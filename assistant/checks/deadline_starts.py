"""Which periods run for a draft: what its template declares, held against the answers given so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.domain.condition import EvaluationContext, Undetermined
from assistant.domain.journey import Derived
from assistant.domain.parameter import Parameter
from assistant.domain.template import DeadlineSpec, Template


@dataclass(frozen=True, slots=True)
class PeriodStart:
    """A period with the day it starts. ``is_certain``: no answer still missing can take it away."""

    period: str
    start: date
    is_abroad: bool
    is_certain: bool = True


def starts_of(
    template: Template, derived: Derived, today: date, parameters: Mapping[str, Parameter]
) -> tuple[PeriodStart, ...]:
    """A period that only perhaps runs is told as such: a day missed loses a right, a day too early loses nothing.

    For the same reason nobody counts as living abroad until it is answered.
    """
    context = EvaluationContext(document=derived.document, today=today, parameters=parameters)
    return tuple(dict.fromkeys(_starts(template.deadlines, context)))


def _starts(specs: tuple[DeadlineSpec, ...], context: EvaluationContext) -> Iterator[PeriodStart]:
    for spec in specs:
        start = spec.start.evaluate(context)
        runs = True if spec.when is None else spec.when.evaluate(context)
        if isinstance(start, date) and runs is not False:
            is_abroad = spec.abroad is not None and spec.abroad.evaluate(context) is True
            yield PeriodStart(spec.period, start, is_abroad, not isinstance(runs, Undetermined))
