"""Calculators as asked for by a page, a command or a draft: what was typed, what came of it, or why nothing did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.checks.calculators.inputs import Input, InputProblem, InputReading, as_typed
from assistant.checks.calculators.registry import ENGINES, calculate, read
from assistant.checks.calculators.wording import PROBLEMS, no_index_text
from assistant.checks.currency import overdue_notes
from assistant.domain.calculation import Calculation
from assistant.domain.calculator import Calculator
from assistant.domain.library import Library
from assistant.domain.price_index import NoIndex
from assistant.ports import Clock
from assistant.services.access import NotFound
from assistant.services.office_time import office_date

SACRED_TITLE = "ماه‌های حرام"


@dataclass(frozen=True, slots=True)
class Asked:
    """``calculation`` is None while nothing was typed, something cannot be read, or a table lacks the figure."""

    words: Calculator
    inputs: tuple[Input, ...]
    reading: InputReading
    typed: Mapping[str, str]
    is_asked: bool
    calculation: Calculation | None = None
    refusal: str = ""
    refusals: Mapping[str, str] = field(default_factory=dict)  # variant id → why it has no amount
    overdue: tuple[str, ...] = ()  # data past the day until which they were checked


class CalculatorDesk:
    """Holds no state but the library. One instance serves all threads."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library, self._clock = library, clock

    @property
    def all(self) -> tuple[Calculator, ...]:
        return tuple(self._library.calculators[id] for id in ENGINES if id in self._library.calculators)

    def ask(self, id: str, typed: Mapping[str, str]) -> Asked:
        """``typed`` as a form sends it; units of amounts in ``<input>_unit``. Raises NotFound."""
        words = self._library.calculators.get(id)
        if words is None or id not in ENGINES:
            raise NotFound
        inputs = ENGINES[id].inputs
        known = {each.id for each in inputs} | {f"{each.id}_unit" for each in inputs}
        kept = {key: text for key, text in typed.items() if key in known}
        if not any(text.strip() for key, text in kept.items() if not key.endswith("_unit")):
            return Asked(words, inputs, InputReading(), kept, is_asked=False)
        return self._computed(id, words, inputs, kept, read(self._library, id, kept))

    def ask_stored(self, id: str, stored: Mapping[str, object]) -> Asked:
        """The same from stored inputs, as a trace or a draft holds them. Raises NotFound."""
        return self.ask(id, as_typed(ENGINES[id].inputs if id in ENGINES else (), stored))

    def _computed(
        self, id: str, words: Calculator, inputs: tuple[Input, ...], typed: Mapping[str, str], reading: InputReading
    ) -> Asked:
        calculation, refusal = None, ""
        if not reading.problems:
            try:
                calculation = calculate(self._library, id, reading)
            except InputProblem as problem:
                template = PROBLEMS.get(problem.code) or words.texts[problem.code]
                reading.problems[problem.input_id] = template.format_map(problem.params)
            except NoIndex as missing:
                refusal = no_index_text(missing, self._library.indices)
        refusals = {
            each.id: no_index_text(each.refusal, self._library.indices)
            for each in (calculation.variants if calculation else ())
            if each.refusal is not None
        }
        overdue = overdue_notes(self._library, self._used(calculation, id), self._today()) if calculation else ()
        return Asked(words, inputs, reading, typed, True, calculation, refusal, refusals, overdue)

    def _used(self, calculation: Calculation | None, id: str) -> tuple[str, ...]:
        """The dated files a result rests on, as the watch names them."""
        tables = {each.index_id for variant in (calculation.variants if calculation else ()) for each in variant.used}
        return (f"calculator:{id}", *(f"index:{name}" for name in sorted(tables)))

    def _today(self) -> date:
        return office_date(self._clock.now())

    @property
    def table_titles(self) -> Mapping[str, str]:
        """Table id → title, the sacred months among them."""
        return {"sacred-months": SACRED_TITLE, **{id: each.title for id, each in self._library.indices.items()}}
