"""The fields of a step as the pages draw them: plain view values, no logic left for the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.finding import FieldProblem
from assistant.domain.form import Field, Option, Step
from assistant.domain.journey import Derived, FieldState, FieldStatus
from assistant.domain.paths import child, item
from assistant.domain.value_types import echo_field, edit_field, show_field
from assistant.services.draft_book import OpenDraft


@dataclass(frozen=True, slots=True)
class FieldView:
    """One question as drawn. ``value`` is what the input holds: text, or texts of several boxes or parts."""

    path: str
    id: str  # for HTML: ``cheques[0].amount`` → ``cheques-0-amount``
    key: str
    label: str
    type: str
    help: str
    example: str
    unit: str
    options: tuple[Option, ...]
    value: str | list[str] | dict[str, str]
    shown: str  # as printed, for the review page
    echo: str
    problem: str
    is_incomplete: bool
    is_required: bool
    allows_unknown: bool
    is_unknown: bool
    status: FieldStatus
    is_controller: bool  # other fields appear or vanish with it
    max_length: int | None
    fields: tuple["FieldView", ...] = ()  # of a group
    items: tuple["ItemView", ...] = ()  # of a list
    item_label: str = ""
    is_open: bool = False
    is_closed_empty: bool = False
    can_add: bool = False

    @property
    def has_value(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class ItemView:
    path: str
    id: str
    number: int
    summary: str
    fields: tuple[FieldView, ...]
    has_problem: bool
    is_first: bool
    is_last: bool
    is_unfolded: bool  # drawn open: just added, or with something to settle


def html_id(path: str) -> str:
    return path.replace("[", "-").replace("]", "").replace(".", "-")


def field_views(opened: OpenDraft, step: Step, *, problems_everywhere: bool = False) -> tuple[FieldView, ...]:
    """The shown fields of a step. A field left empty is a problem only once its step was submitted."""
    return _Drawing(opened, problems_everywhere or step.id in opened.draft.submitted_steps).fields(step.fields, "")


class _Drawing:
    def __init__(self, opened: OpenDraft, shows_incomplete: bool) -> None:
        self._states: Mapping[str, FieldState] = opened.review.derived.by_path
        self._problems: dict[str, FieldProblem] = {each.path: each for each in opened.review.problems}
        self._answers = opened.draft.answers
        self._shows_incomplete = shows_incomplete
        self._controllers = controllers(opened.template.form.steps)

    def fields(self, fields: Sequence[Field], parent: str) -> tuple[FieldView, ...]:
        views = (self._field(each, child(parent, each.key)) for each in fields)
        return tuple(view for view in views if view is not None)

    def _field(self, each: Field, path: str) -> FieldView | None:
        state = self._states.get(path)
        if state is None or not state.is_shown:
            return None
        problem = self._problems.get(path)
        if problem is not None and problem.is_incomplete and not self._shows_incomplete:
            problem = None
        is_container = each.is_container
        raw = None if is_container else state.raw
        items = self._items(each, path, state) if each.type == "list" else ()
        return FieldView(
            path=path,
            id=html_id(path),
            key=each.key,
            label=each.label,
            type=each.type,
            help=each.help,
            example=each.example,
            unit=each.unit,
            options=each.options,
            value=_as_typed(each, raw, state.status),
            shown=show_field(each, raw) if state.status is FieldStatus.ANSWERED and not is_container else "",
            echo=echo_field(each, raw) if state.status is FieldStatus.ANSWERED and not is_container else "",
            problem=problem.message if problem else "",
            is_incomplete=bool(problem and problem.is_incomplete),
            is_required=state.is_required,
            allows_unknown=each.allows_unknown,
            is_unknown=state.status is FieldStatus.UNKNOWN,
            status=state.status,
            is_controller=each.key in self._controllers,
            max_length=each.max_length,
            fields=self.fields(each.fields, path) if each.type == "group" else (),
            items=items,
            item_label=each.item_label or each.label,
            is_open=each.type == "list" and path in self._answers.open_lists,
            is_closed_empty=each.type == "list" and not items and path in self._answers.blank,
            can_add=each.type == "list" and len(items) < each.max_items,
        )

    def _items(self, each: Field, path: str, state: FieldState) -> tuple[ItemView, ...]:
        count = len(state.raw or ())
        return tuple(self._item(each, item(path, index), index, count) for index in range(count))

    def _item(self, each: Field, path: str, index: int, count: int) -> ItemView:
        views = self.fields(each.fields, path)
        return ItemView(
            path=path,
            id=html_id(path),
            number=index + 1,
            summary=self._summary(each, path),
            fields=views,
            has_problem=self._has_problem(path),
            is_first=index == 0,
            is_last=index == count - 1,
            is_unfolded=count == 1 or not self._summary(each, path) or self._has_problem(path),
        )

    def _has_problem(self, item_path: str) -> bool:
        return any(path.startswith(item_path + ".") for path in self._problems)

    def _summary(self, each: Field, path: str) -> str:
        parts = []
        for key in each.summary:
            state = self._states.get(child(path, key))
            if state is not None and state.status is FieldStatus.ANSWERED:
                parts.append(show_field(state.field, state.raw))
        return "، ".join(part for part in parts if part)


def controllers(steps: Sequence[Step]) -> frozenset[str]:
    """Keys of the fields whose answer can show or hide, or make required, another field of the same form."""
    read: set[str] = set()

    def collect(fields: Sequence[Field]) -> None:
        for each in fields:
            for condition in (each.shown_when, each.required):
                if condition is not None and not isinstance(condition, bool):
                    read.update(path.replace("[]", "").rsplit(".", 1)[-1] for path in condition.paths)
            collect(each.fields)

    for step in steps:
        if step.shown_when is not None:
            read.update(path.rsplit(".", 1)[-1] for path in step.shown_when.paths)
        collect(step.fields)
    return frozenset(read)


def _as_typed(each: Field, raw: object, status: FieldStatus) -> str | list[str] | dict[str, str]:
    if status is FieldStatus.ANSWERED:
        return edit_field(each, raw)
    if status is FieldStatus.INVALID:  # kept exactly as it was typed
        return raw if isinstance(raw, (str, list, dict)) else str(raw)
    return ""


def find_view(views: Sequence[FieldView], path: str) -> FieldView | None:
    """The view of one field, wherever in groups and items it stands."""
    for view in views:
        if view.path == path:
            return view
        inner = (*view.fields, *(each for item_view in view.items for each in item_view.fields))
        if path.startswith(view.path) and (found := find_view(inner, path)) is not None:
            return found
    return None


def shown_paths(derived: Derived) -> frozenset[str]:
    return frozenset(state.path for state in derived.fields if state.is_shown)
