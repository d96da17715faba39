"""The review page: everything entered, all findings, and the reasons kept for going on past them."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.domain.characters import persian_digits
from assistant.domain.finding import FieldProblem, Finding, Level
from assistant.domain.journey import StepState
from assistant.services.desk import party_line
from assistant.services.draft_book import OpenDraft
from assistant.services.filing import INCOMPLETE, INVALID, open_points
from assistant.web.draft_page import StepLink, step_links
from assistant.web.step_page import FieldView, field_views

WEIGHTY = (Level.INCOMPLETE, Level.LEGAL_CONSEQUENCE)
TITLES = {INCOMPLETE: "موارد خالی", INVALID: "پاسخ‌های خوانده‌نشده"}


@dataclass(frozen=True, slots=True)
class Point:
    """A finding, or a group of incomplete or unreadable fields, with the reason kept for it."""

    key: str
    id: str
    title: str
    reason: str
    takes_reason: bool
    is_open: bool  # still without a reason
    finding: Finding | None = None
    items: tuple[tuple[str, str], ...] = ()  # (address, text)


@dataclass(frozen=True, slots=True)
class ReviewPage:
    opened: OpenDraft
    links: tuple[StepLink, ...]
    steps: tuple[tuple[StepState, tuple[FieldView, ...]], ...]
    points: tuple[Point, ...]
    link: Callable[[str], str]
    parties: str
    saved_at: str
    errors: tuple[tuple[str, str], ...]  # open points, shown after a filing was refused for them

    @property
    def takes_reasons(self) -> bool:
        return any(point.takes_reason for point in self.points)


def review_page(
    opened: OpenDraft, link: Callable[[str], str], saved_at: str, *, shows_open_points: bool = False
) -> ReviewPage:
    shown = [state for state in opened.review.derived.steps if state.is_shown]
    points = tuple(_points(opened, link))
    errors = tuple((f"#{point.id}", point.title) for point in points if point.is_open) if shows_open_points else ()
    return ReviewPage(
        opened=opened,
        links=step_links(opened, ""),
        steps=tuple((state, field_views(opened, state.step, problems_everywhere=True)) for state in shown),
        points=points,
        link=link,
        parties=party_line(opened.draft.answers.values),
        saved_at=saved_at,
        errors=errors,
    )


def _points(opened: OpenDraft, link: Callable[[str], str]) -> list[Point]:
    reasons = opened.draft.reasons
    still_open = open_points(opened.review, reasons)
    points = []
    for key, is_incomplete in ((INCOMPLETE, True), (INVALID, False)):
        problems = [each for each in opened.review.problems if each.is_incomplete is is_incomplete]
        if problems:
            items = tuple((link(problem.path), _place(opened, problem)) for problem in problems)
            points.append(
                Point(key, f"point-{key}", TITLES[key], reasons.get(key, ""), True, key in still_open, items=items)
            )
    for number, finding in enumerate(opened.review.findings):
        points.append(
            Point(
                key=finding.key,
                id=f"point-{number}",
                title=finding.title,
                reason=reasons.get(finding.key, ""),
                takes_reason=finding.level in WEIGHTY,
                is_open=finding.key in still_open,
                finding=finding,
            )
        )
    return points


def _place(opened: OpenDraft, problem: FieldProblem) -> str:
    """The field's label with the item it stands in: «چک ۲: مبلغ»."""
    form = opened.template.form
    state = opened.review.derived.by_path.get(problem.path)
    label = state.field.label if state else problem.path
    head, _, rest = problem.path.partition("[")
    if rest and (each := form.field_at(head)) is not None:
        number = int(rest.split("]")[0]) + 1
        return f"{each.item_label or each.label} {persian_digits(str(number))}: {label}"
    return label
