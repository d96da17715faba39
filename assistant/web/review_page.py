"""The review page: everything entered, all findings, and the reasons kept for going on past them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from assistant.checks.review import Review
from assistant.domain.finding import Finding, Level
from assistant.domain.journey import StepState
from assistant.services.calculations import FieldCalculation
from assistant.services.desk import party_line
from assistant.services.draft_book import OpenDraft
from assistant.services.filing import INCOMPLETE, INVALID, open_points
from assistant.services.next_questions import NextQuestion, next_questions
from assistant.web.draft_page import StepLink, field_link, precheck_address, saved_at, step_links
from assistant.web.field_names import full_label
from assistant.web.field_view import FieldView
from assistant.web.filing_date import other_date
from assistant.web.step_page import field_views

WEIGHTY = (Level.INCOMPLETE, Level.LEGAL_CONSEQUENCE)
TITLES = {INCOMPLETE: "پاسخ‌های خالی", INVALID: "پاسخ‌های خوانده‌نشده"}


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
    edited: str  # the path of the answer opened in place, or ''
    errors: tuple[tuple[str, str], ...]  # open points, shown after a filing was refused for them
    questions: tuple[NextQuestion, ...]  # still missing, the one most checks wait for first
    rules: str  # address of the list of all checks
    calculations: tuple[FieldCalculation, ...] = ()  # amounts that no longer are what their calculator gives

    def why(self, rule_id: str) -> str:
        """The address of the rule's condition, part by part."""
        opened = self.opened
        return url_for("draft_rules.why", draft_id=opened.draft.id, rule_id=rule_id, **other_date(opened))

    @property
    def precheck(self) -> str:
        return precheck_address(self.opened)

    @property
    def is_kept(self) -> bool:
        """A look at another filing date takes no reason and makes no filing."""
        return self.opened.other_date is None

    @property
    def takes_reasons(self) -> bool:
        return self.is_kept and any(point.takes_reason for point in self.points)

    @property
    def open_count(self) -> int:
        """How many points still lack a reason."""
        return sum(point.is_open for point in self.points)


def review_page(
    opened: OpenDraft,
    calculations: Mapping[str, FieldCalculation],
    *,
    edited: str = "",
    shows_open_points: bool = False,
) -> ReviewPage:
    shown = [state for state in opened.review.derived.steps if state.is_shown]
    points = (*_groups(opened), *_findings(opened))
    errors = tuple((f"#{point.id}", point.title) for point in points if point.is_open) if shows_open_points else ()
    return ReviewPage(
        opened=opened,
        links=step_links(opened, ""),
        steps=tuple(
            (state, field_views(opened, state.step, problems_everywhere=True, calculations=calculations))
            for state in shown
        ),
        points=points,
        link=field_link(opened),
        parties=party_line(opened.draft.answers.values),
        saved_at=saved_at(opened),
        edited=edited if opened.other_date is None else "",
        errors=errors,
        calculations=tuple(each for each in calculations.values() if each.differs),
        questions=next_questions(opened.review),
        rules=url_for("draft_rules.index", draft_id=opened.draft.id, **other_date(opened)),
    )


def point_keys(review: Review) -> frozenset[str]:
    """What a reason can be kept for."""
    return frozenset({INCOMPLETE, INVALID, *(finding.key for finding in review.findings)})


def _groups(opened: OpenDraft) -> Iterator[Point]:
    reasons, link = opened.draft.reasons, field_link(opened)
    still_open = open_points(opened.review, reasons)
    for key, is_incomplete in ((INCOMPLETE, True), (INVALID, False)):
        problems = [each for each in opened.review.problems if each.is_incomplete is is_incomplete]
        items = tuple((link(each.path), full_label(opened, each.path)) for each in problems)
        if items:
            reason = reasons.get(key, "")
            yield Point(key, f"point-{key}", TITLES[key], reason, True, key in still_open, items=items)


def _findings(opened: OpenDraft) -> Iterator[Point]:
    reasons = opened.draft.reasons
    still_open = open_points(opened.review, reasons)
    for number, finding in enumerate(opened.review.findings):
        yield Point(
            key=finding.key,
            id=f"point-{number}",
            title=finding.title,
            reason=reasons.get(finding.key, ""),
            takes_reason=finding.level in WEIGHTY,
            is_open=finding.key in still_open,
            finding=finding,
        )
