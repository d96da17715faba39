"""The fields of a step as the pages draw them: plain view values, no logic left for the pages."""

from collections.abc import Mapping, Sequence

from flask import url_for

from assistant.domain.finding import FieldProblem
from assistant.domain.form import Field, Step
from assistant.domain.journey import Derived, FieldState, FieldStatus
from assistant.domain.paths import child, item
from assistant.domain.value_types import echo_field, edit_field, show_field
from assistant.services.calculations import FieldCalculation
from assistant.services.draft_book import OpenDraft
from assistant.web.field_view import Entered, FieldView, ItemView, html_id

NAME_KEYS = ("first_name", "last_name")  # stand together, without a comma between them


def field_views(
    opened: OpenDraft,
    step: Step,
    *,
    problems_everywhere: bool = False,
    typed: Mapping[str, Entered] | None = None,
    calculations: Mapping[str, FieldCalculation] | None = None,
) -> tuple[FieldView, ...]:
    """The shown fields of a step. An empty field is a problem only once it was left empty.

    ``typed``: what stood in the inputs of a page that could not be saved, by path.
    """
    return _Drawing(opened, problems_everywhere, typed or {}, calculations or {}).fields(step.fields, "")


def is_told(problem: FieldProblem, state: FieldState) -> bool:
    """What is wrong at once; what is empty when the step was left that way."""
    return not problem.is_incomplete or state.status is not FieldStatus.UNANSWERED


class _Drawing:
    def __init__(
        self,
        opened: OpenDraft,
        tells_all: bool,
        typed: Mapping[str, Entered],
        calculations: Mapping[str, FieldCalculation],
    ) -> None:
        self._states: Mapping[str, FieldState] = opened.review.derived.by_path
        self._problems: dict[str, FieldProblem] = {each.path: each for each in opened.review.problems}
        self._answers, self._draft_id = opened.draft.answers, opened.draft.id
        self._tells_all, self._typed, self._calculations = tells_all, typed, calculations

    def fields(self, fields: Sequence[Field], parent: str) -> tuple[FieldView, ...]:
        views = (self._field(each, child(parent, each.key)) for each in fields)
        return tuple(view for view in views if view is not None)

    def _field(self, each: Field, path: str) -> FieldView | None:
        state = self._states.get(path)
        if state is None or not state.is_shown:
            return None
        problem = self._told(path)
        is_answered = state.status is FieldStatus.ANSWERED and not each.is_container
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
            value=self._value(each, path, state),
            shown=show_field(each, state.raw) if is_answered else "",
            echo=echo_field(each, state.raw) if is_answered else "",
            problem=problem.message if problem else "",
            is_incomplete=bool(problem and problem.is_incomplete),
            is_required=state.is_required,
            allows_unknown=each.allows_unknown,
            is_unknown=state.status is FieldStatus.UNKNOWN,
            status=state.status,
            max_length=each.max_length,
            fields=self.fields(each.fields, path) if each.type == "group" else (),
            items=items,
            item_label=each.item_label or each.label,
            is_open=each.type == "list" and path in self._answers.open_lists,
            is_closed_empty=each.type == "list" and not items and path in self._answers.blank,
            can_add=each.type == "list" and len(items) < each.max_items,
            calculation=self._calculations.get(path),
            calculate_url=self._calculate_url(path),
        )

    def _calculate_url(self, path: str) -> str:
        if path not in self._calculations:
            return ""
        return url_for("calculators.of_field", draft_id=self._draft_id, path=path)

    def _told(self, path: str) -> FieldProblem | None:
        problem, state = self._problems.get(path), self._states.get(path)
        return problem if problem and state and (self._tells_all or is_told(problem, state)) else None

    def _value(self, each: Field, path: str, state: FieldState) -> Entered:
        if each.is_container:
            return ""
        if path in self._typed:
            return self._typed[path]
        if state.status is FieldStatus.ANSWERED:
            return edit_field(each, state.raw)
        if state.status is FieldStatus.INVALID:  # kept exactly as it was typed
            return state.raw if isinstance(state.raw, (str, list, dict)) else str(state.raw)
        return ""

    def _items(self, each: Field, path: str, state: FieldState) -> tuple[ItemView, ...]:
        count = len(state.raw or ())
        return tuple(self._item(each, item(path, index), index, count) for index in range(count))

    def _item(self, each: Field, path: str, index: int, count: int) -> ItemView:
        summary = self._summary(each, path)
        has_problem = self._has_problem(path)
        return ItemView(
            path=path,
            id=html_id(path),
            number=index + 1,
            summary=summary,
            fields=self.fields(each.fields, path),
            has_problem=has_problem,
            is_first=index == 0,
            is_last=index == count - 1,
            is_unfolded=count == 1 or not summary or has_problem,
        )

    def _has_problem(self, item_path: str) -> bool:
        return any(path.startswith(item_path + ".") and self._told(path) for path in self._problems)

    def _summary(self, each: Field, path: str) -> str:
        texts = {key: text for key in each.summary if (text := self._shown(child(path, key)))}
        name = " ".join(texts.pop(key) for key in NAME_KEYS if key in texts)
        return "، ".join(text for text in (name, *texts.values()) if text)

    def _shown(self, path: str) -> str:
        state = self._states.get(path)
        if state is None or state.status is not FieldStatus.ANSWERED:
            return ""
        return show_field(state.field, state.raw)


def shown_paths(derived: Derived) -> frozenset[str]:
    return frozenset(state.path for state in derived.fields if state.is_shown)
