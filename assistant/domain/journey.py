"""The path through a form, always recomputed from the answers and never stored.

Walks the form once in its order and yields the *document* that conditions, rules and prints read (typed leaves,
hidden fields marked), the effective raw answers without abandoned branches, and the state of every field and step.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from assistant.domain.answers import BLANK, DONT_KNOW, NOT_APPLICABLE, AnswerList, Answers
from assistant.domain.condition import EvaluationContext, Expression, Undetermined
from assistant.domain.form import Field, Form, Step
from assistant.domain.parameter import Parameter
from assistant.domain.paths import child, item
from assistant.domain.value_types import evaluated_field, is_valid_field


class FieldStatus(StrEnum):
    ANSWERED = "answered"
    INVALID = "invalid"  # something was typed that is not of the field's type; kept as typed
    BLANK = "blank"
    UNKNOWN = "unknown"
    UNANSWERED = "unanswered"
    HIDDEN = "hidden"
    PENDING = "pending"  # shown or hidden depends on an answer still missing


class StepStatus(StrEnum):
    NOT_BEGUN = "not_begun"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"


_SHAPES: Mapping[str, type] = {"list": list, "group": dict}

SHOWN = frozenset(
    {FieldStatus.ANSWERED, FieldStatus.INVALID, FieldStatus.BLANK, FieldStatus.UNKNOWN, FieldStatus.UNANSWERED}
)


@dataclass(frozen=True, slots=True)
class FieldState:
    path: str
    field: Field
    step_id: str
    status: FieldStatus
    raw: Any = None
    is_required: bool = False
    is_open: bool = False  # of a list not closed yet

    @property
    def is_shown(self) -> bool:
        return self.status in SHOWN

    @property
    def is_missing(self) -> bool:
        """Required, reached by the form, and empty."""
        if not (self.is_required and self.is_shown):
            return False
        if self.field.type == "list":
            return len(self.raw or ()) < max(1, self.field.min_items)
        return self.status in (FieldStatus.BLANK, FieldStatus.UNANSWERED)


@dataclass(frozen=True, slots=True)
class StepState:
    step: Step
    status: StepStatus
    is_shown: bool  # False: hidden by its condition, or waiting for an earlier answer


@dataclass(frozen=True)
class Derived:
    """What one walk yields. ``document`` is for conditions, rules and prints; ``effective`` for the JSON Schema."""

    document: Mapping[str, Any]
    effective: Mapping[str, Any]
    fields: tuple[FieldState, ...]
    steps: tuple[StepState, ...]
    misfits: tuple[str, ...] = ()  # lists, groups and items that hold something else; not walked into

    @cached_property
    def by_path(self) -> Mapping[str, FieldState]:
        return {state.path: state for state in self.fields}

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Paths of required fields that are empty, in the order of the form."""
        return tuple(state.path for state in self.fields if state.is_missing)

    def next_step(self, after: str | None = None) -> Step:
        """The first step not complete; or the one that follows ``after``."""
        shown = [state for state in self.steps if state.is_shown]
        if after is not None:
            ids = [state.step.id for state in shown]
            position = ids.index(after) + 1 if after in ids else 0
            return shown[min(position, len(shown) - 1)].step
        for state in shown:
            if state.status is not StepStatus.COMPLETE:
                return state.step
        return shown[-1].step


def derive(form: Form, answers: Answers, today: date, parameters: Mapping[str, Parameter]) -> Derived:
    """Derives everything from the raw answers; ``today`` is the draft's frozen filing date."""
    return _Walk(answers, today, parameters).over(form)


@dataclass
class _Walk:
    answers: Answers
    today: date
    parameters: Mapping[str, Parameter]
    document: dict[str, Any] = field(default_factory=dict)
    effective: dict[str, Any] = field(default_factory=dict)
    states: list[FieldState] = field(default_factory=list)
    misfits: list[str] = field(default_factory=list)
    requirements: list[tuple[int, Expression, Any, str]] = field(default_factory=list)

    def over(self, form: Form) -> Derived:
        steps_shown = []
        for step in form.steps:
            shown = self._holds(step.shown_when, self.document, "")
            steps_shown.append(shown is True)
            self._fields(step.fields, self.answers.values, self.document, self.effective, "", step.id, shown)
        self._settle_requirements()
        fields = tuple(self.states)
        steps = tuple(
            StepState(step, _step_status(step, fields), shown)
            for step, shown in zip(form.steps, steps_shown, strict=True)
        )
        return Derived(self.document, self.effective, fields, steps, tuple(self.misfits))

    def _fields(
        self,
        fields: tuple[Field, ...],
        raw: Mapping[str, Any],
        document: dict[str, Any],
        effective: dict[str, Any],
        parent: str,
        step_id: str,
        parent_shown: "bool | Undetermined",
    ) -> None:
        for each in fields:
            path = child(parent, each.key)
            shown = parent_shown
            if shown is True:
                shown = self._holds(each.shown_when, document, parent)
            value = raw.get(each.key)
            if shown is not True:
                document[each.key] = _absent(each, shown)
                status = FieldStatus.HIDDEN if shown is False else FieldStatus.PENDING
                self.states.append(FieldState(path, each, step_id, status, value))
            elif each.is_container and value is not None and not isinstance(value, _SHAPES[each.type]):
                document[each.key] = Undetermined((path,))
                self.misfits.append(path)
                self._note(each, FieldStatus.INVALID, None, path, step_id, document, parent)
            elif each.type == "list":
                self._list(each, value, document, effective, path, step_id)
            elif each.type == "group":
                self._group(each, value, document, effective, path, step_id, parent)
            else:
                self._leaf(each, value, document, effective, path, step_id, parent)

    def _leaf(
        self,
        each: Field,
        value: Any,
        document: dict[str, Any],
        effective: dict[str, Any],
        path: str,
        step_id: str,
        parent: str,
    ) -> None:
        status = self._status(each, value, path)
        if status is FieldStatus.ANSWERED:
            document[each.key] = evaluated_field(each, value)
            effective[each.key] = value
        elif status is FieldStatus.INVALID:
            effective[each.key] = value
        elif status is FieldStatus.BLANK:
            document[each.key] = BLANK
        elif status is FieldStatus.UNKNOWN:
            document[each.key] = DONT_KNOW
        self._note(each, status, value, path, step_id, document, parent)

    def _status(self, each: Field, value: Any, path: str) -> FieldStatus:
        if value is not None:
            return FieldStatus.ANSWERED if is_valid_field(each, value) else FieldStatus.INVALID
        if path in self.answers.unknown:
            return FieldStatus.UNKNOWN
        if path in self.answers.blank or not self.answers.is_partial:
            return FieldStatus.BLANK
        return FieldStatus.UNANSWERED

    def _group(
        self,
        each: Field,
        value: Any,
        document: dict[str, Any],
        effective: dict[str, Any],
        path: str,
        step_id: str,
        parent: str,
    ) -> None:
        inner_document: dict[str, Any] = {}
        inner_effective: dict[str, Any] = {}
        document[each.key] = inner_document
        self._note(each, FieldStatus.ANSWERED, value, path, step_id, document, parent, with_requirement=False)
        self._fields(each.fields, value or {}, inner_document, inner_effective, path, step_id, True)
        if inner_effective:
            effective[each.key] = inner_effective

    def _list(
        self,
        each: Field,
        value: Any,
        document: dict[str, Any],
        effective: dict[str, Any],
        path: str,
        step_id: str,
    ) -> None:
        raw_items = value or []
        items = AnswerList(is_open=self._is_open(value, path))
        document[each.key] = items
        status = FieldStatus.ANSWERED if raw_items or not items.is_open else FieldStatus.UNANSWERED
        self._note(each, status, raw_items, path, step_id, document, "", is_open=items.is_open)
        effective_items: list[dict[str, Any]] = []
        for index, raw in enumerate(raw_items):
            inner_document: dict[str, Any] = {}
            inner_effective: dict[str, Any] = {}
            items.append(inner_document)
            effective_items.append(inner_effective)
            if isinstance(raw, dict):
                self._fields(each.fields, raw, inner_document, inner_effective, item(path, index), step_id, True)
            else:
                self.misfits.append(item(path, index))
        if effective_items:
            effective[each.key] = effective_items

    def _is_open(self, value: Any, path: str) -> bool:
        if path in self.answers.open_lists:
            return True
        return value is None and self.answers.is_partial and path not in self.answers.blank

    def _note(
        self,
        each: Field,
        status: FieldStatus,
        raw: Any,
        path: str,
        step_id: str,
        document: dict[str, Any],
        parent: str,
        *,
        with_requirement: bool = True,
        is_open: bool = False,
    ) -> None:
        required = each.required
        if with_requirement and isinstance(required, Expression):
            self.requirements.append((len(self.states), required, document, parent))
            required = False
        self.states.append(FieldState(path, each, step_id, status, raw, required is True and with_requirement, is_open))

    def _settle_requirements(self) -> None:
        """Requirements may read later answers, so they wait until the document is whole."""
        for position, condition, this, this_path in self.requirements:
            if self._holds(condition, this, this_path) is True:
                state = self.states[position]
                self.states[position] = replace(state, is_required=True)

    def _holds(self, condition: Expression | None, this: Any, this_path: str) -> "bool | Undetermined":
        if condition is None:
            return True
        value = condition.evaluate(
            EvaluationContext(
                document=self.document, today=self.today, parameters=self.parameters, this=this, this_path=this_path
            )
        )
        return value if isinstance(value, Undetermined) else value is True


def _absent(each: Field, shown: "bool | Undetermined") -> Any:
    if isinstance(shown, Undetermined):
        return shown
    return AnswerList() if each.type == "list" else NOT_APPLICABLE


def _step_status(step: Step, states: tuple[FieldState, ...]) -> StepStatus:
    own = [state for state in states if state.step_id == step.id and state.is_shown and state.field.type != "group"]
    touched = [state for state in own if state.status is not FieldStatus.UNANSWERED]
    if not touched and own:
        return StepStatus.NOT_BEGUN
    unsettled = any(state.is_missing or state.status is FieldStatus.INVALID for state in own)
    unreached = any(state.status is FieldStatus.UNANSWERED for state in own)
    return StepStatus.INCOMPLETE if unsettled or unreached else StepStatus.COMPLETE
