"""A calculator's result in a draft: computed from its answers, put into a field with its trace, and held against today.

Each amount put in leaves an entry in the office's book of calculations: inputs, variant, amount, versions of the data.
When the trace computes to something else today, or the amount was edited after, a notice says so; the amount stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from assistant.checks.calculators.inputs import Kind
from assistant.checks.calculators.registry import ENGINES
from assistant.checks.review import Reviewer
from assistant.domain import answer_edits
from assistant.domain.calculation import Variant
from assistant.domain.draft import Draft
from assistant.domain.form import ComputedBy, Field
from assistant.domain.jalali import from_gregorian
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.people import Actor
from assistant.domain.value_types import is_valid_field
from assistant.ports import Clock, Store
from assistant.services.access import Act, NotFound
from assistant.services.calculator_desk import Asked, CalculatorDesk
from assistant.services.draft_book import Conflict, DraftBook, OpenDraft, Saved

TODAY = "today"
PUT = "put"


@dataclass(frozen=True, slots=True)
class Trace:
    """An amount as it was once put into a field."""

    path: str
    calculator: str
    inputs: Mapping[str, Any]
    variant: str
    amount: int
    data: Mapping[str, str]  # table → version
    checked_on: Mapping[str, str]  # table → Jalali day
    at: datetime


@dataclass(frozen=True, slots=True)
class FieldCalculation:
    """What stands beside a field that a calculator can fill."""

    path: str
    label: str
    title: str  # of the calculator
    trace: Trace | None = None
    kept: int | None = None  # the amount in the field
    today: int | None = None  # what today's answers and data give; None when they give nothing
    why_nothing: str = ""
    is_edited: bool = False  # the amount was changed after it was put in
    changed_inputs: tuple[str, ...] = ()  # labels
    changed_data: tuple[str, ...] = ()  # titles of tables

    @property
    def differs(self) -> bool:
        return self.trace is not None and (self.is_edited or self.today != self.trace.amount)


class Calculations:
    """What a clerk does with calculators inside a draft. One instance serves all threads."""

    def __init__(self, store: Store, reviewer: Reviewer, clock: Clock, desk: CalculatorDesk) -> None:
        self._book = DraftBook(store, reviewer, clock)
        self._desk = desk

    def open(self, actor: Actor, draft_id: str, path: str, typed: Mapping[str, str]) -> tuple[OpenDraft, Field, Asked]:
        """The calculator of a field; inputs from the draft's answers unless something was typed. Raises NotFound."""
        with self._book.store.read() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_WRITE)
        opened = self._book.opened(draft)
        each, spec = self._field(opened, path)
        asked = self._desk.ask(spec.calculator, typed)
        if not asked.is_asked:
            asked = self._desk.ask_stored(spec.calculator, self._inputs_of(opened, spec))
        return opened, each, asked

    def put(
        self, actor: Actor, draft_id: str, path: str, typed: Mapping[str, str], variant_id: str, revision: int
    ) -> Saved | Conflict | Asked:
        """Saves the chosen variant's amount and its trace together; the asked calculator when there is no such amount.

        Raises NotFound.
        """
        with self._book.store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_WRITE)
            opened = self._book.opened(draft)
            _, spec = self._field(opened, path)
            asked = self._desk.ask(spec.calculator, typed)
            variant = asked.calculation.variant(variant_id) if asked.calculation else None
            if variant is None or variant.amount is None:
                return asked
            conflict = self._book.conflict(work, draft, path, str(variant.amount), revision)
            if conflict is not None:
                return conflict
            changed = replace(draft, answers=answer_edits.with_value(draft.answers, path, variant.amount))
            saved = self._book.write(work, actor, draft, changed, "answer", (path,))
            work.append(self._entry(actor, saved, path, asked, variant))
        return Saved(self._book.opened(saved))

    def of(self, opened: OpenDraft) -> Mapping[str, FieldCalculation]:
        """By path: every field shown that a calculator can fill, its trace, and what today gives instead."""
        computed = [each for each in opened.template.form.fields() if each[1].computed_by is not None]
        if not computed:
            return {}
        traces = self._traces(opened.draft)
        found = (self._calculation(opened, path, each, traces.get(path)) for path, each in computed)
        return {each.path: each for each in found if each is not None}

    def differing(self, opened: OpenDraft) -> tuple[FieldCalculation, ...]:
        return tuple(each for each in self.of(opened).values() if each.differs)

    def _calculation(self, opened: OpenDraft, path: str, each: Field, trace: Trace | None) -> FieldCalculation | None:
        spec = each.computed_by
        if spec is None or not self._is_reached(opened, path, spec):
            return None
        title = self._desk.ask(spec.calculator, {}).words.title
        bare = FieldCalculation(path, each.label, title)
        kept = answer_edits.value_at(opened.draft.answers, path)
        if trace is None or trace.calculator != spec.calculator or kept is None or not is_valid_field(each, kept):
            return bare
        inputs = {**trace.inputs, **self._inputs_of(opened, spec)}
        asked = self._desk.ask_stored(spec.calculator, inputs)
        variant = asked.calculation.variant(trace.variant) if asked.calculation else None
        data = asked.calculation.data if asked.calculation else {}
        return replace(
            bare,
            trace=trace,
            kept=kept,
            today=variant.amount if variant else None,
            why_nothing=_why_nothing(asked, trace.variant),
            is_edited=kept != trace.amount,
            changed_inputs=tuple(
                asked.words.inputs[id].label for id in asked.words.inputs if inputs.get(id) != trace.inputs.get(id)
            ),
            changed_data=tuple(self._desk.table_titles[id] for id in data if trace.data.get(id) != data[id]),
        )

    def _field(self, opened: OpenDraft, path: str) -> tuple[Field, ComputedBy]:
        each = opened.template.form.field_at(path)
        if each is None or each.computed_by is None or not self._is_reached(opened, path, each.computed_by):
            raise NotFound
        return each, each.computed_by

    def _is_reached(self, opened: OpenDraft, path: str, spec: ComputedBy) -> bool:
        """The field and everything it is computed from are shown for these answers."""
        states = opened.review.derived.by_path
        wanted = (path, *(each for each in spec.inputs.values() if each != TODAY))
        return all(each in states and states[each].is_shown for each in wanted)

    def _inputs_of(self, opened: OpenDraft, spec: ComputedBy) -> dict[str, Any]:
        """What the draft says, in the stored form of the calculator's inputs; unreadable answers say nothing."""
        engine = ENGINES[spec.calculator]
        found: dict[str, Any] = {}
        for id, path in spec.inputs.items():
            wanted = engine.input(id)
            value = from_gregorian(self._book.today()) if path == TODAY else self._answer(opened, path)
            if wanted is not None and value is not None:
                found[id] = _of_kind(wanted.kind, value)
        return found

    def _answer(self, opened: OpenDraft, path: str) -> Any:
        each, value = opened.template.form.field_at(path), answer_edits.value_at(opened.draft.answers, path)
        return value if each is not None and value is not None and is_valid_field(each, value) else None

    def _traces(self, draft: Draft) -> dict[str, Trace]:
        """The last one of each field."""
        with self._book.store.read() as work:
            entries = work.ledger(Book.CALCULATIONS, draft.office_id, draft.id)
        return {each.body["path"]: _trace(each) for each in entries if each.kind == PUT}

    def _entry(self, actor: Actor, draft: Draft, path: str, asked: Asked, variant: Variant) -> LedgerEntry:
        assert asked.calculation is not None
        body = {
            "path": path,
            "calculator": asked.calculation.calculator,
            "inputs": dict(asked.calculation.inputs),
            "variant": variant.id,
            "amount": variant.amount,
            "figures": [{"table": each.index_id, "at": str(each.at), "figure": each.text} for each in variant.used],
            "data": dict(asked.calculation.data),
            "checked_on": {id: from_gregorian(day) for id, day in asked.calculation.checked_on.items()},
            "revision": draft.revision,
        }
        now = self._book.clock.now()
        return LedgerEntry(Book.CALCULATIONS, draft.office_id, 0, now, actor.user_id, draft.id, PUT, body)


def _of_kind(kind: Kind, value: Any) -> Any:
    """A date answers a question for its year or month."""
    if kind is Kind.YEAR:
        return int(str(value)[:4])
    if kind is Kind.MONTH:
        return str(value)[:7]
    return value


def _why_nothing(asked: Asked, variant_id: str) -> str:
    if asked.refusal:
        return asked.refusal
    return asked.refusals.get(variant_id, "") or next(iter(asked.reading.problems.values()), "")


def _trace(entry: LedgerEntry) -> Trace:
    body = entry.body
    return Trace(
        path=body["path"],
        calculator=body["calculator"],
        inputs=body["inputs"],
        variant=body["variant"],
        amount=body["amount"],
        data=body["data"],
        checked_on=body["checked_on"],
        at=entry.at,
    )
