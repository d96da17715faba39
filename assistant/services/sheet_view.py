"""Everything on the applicant's sheet (برگ اطلاع‌رسانی): the notices shown, the reasons kept, the filing they belong to.

It stands apart from the petition, which bears no finding. Notices follow the order of the form, never their weight.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from assistant.checks.currency import overdue_notes
from assistant.checks.review import Review
from assistant.domain.characters import printed_text
from assistant.domain.finding import Certainty, FieldProblem, Finding
from assistant.domain.form import Form
from assistant.domain.jalali import show_date
from assistant.domain.library import Library
from assistant.domain.paths import parse_path
from assistant.domain.template import Template
from assistant.services.filing_boxes import party_rows
from assistant.services.filing_rows import LabelValue
from assistant.services.filing_view import FIRST_SIDE, SECOND_SIDE, as_context
from assistant.services.filing_words import joined, left_to_right, ordinal
from assistant.services.name_phrases import and_list

_INCOMPLETE, _INVALID = "incomplete", "invalid"  # keys under which services.filing keeps the two common reasons


@dataclass(frozen=True, slots=True)
class Notice:
    """One finding as it was shown. ``level`` and the two marks are worded by the layout."""

    index: str
    level: str  # L1 … L4
    title: str
    message: str
    citation: str
    facts: tuple[LabelValue, ...]
    reason: str  # why the draft was taken further, as the clerk wrote it
    is_reviewed: bool
    is_disputed: bool
    overdue: str = ""  # data it rests on that are past their verified-until date, in words


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """The notices about one step of the form."""

    title: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    petition_title: str
    number: str
    date: str
    first_label: str
    second_label: str
    first_names: str
    second_names: str
    groups: tuple[NoticeGroup, ...]
    incomplete: tuple[str, ...]  # required answers left empty, in words
    incomplete_reason: str
    invalid: tuple[LabelValue, ...]  # answers of a wrong form: where, and what is wrong
    invalid_reason: str
    sha256: str  # of the petition's file


def build_sheet_view(
    library: Library,
    template: Template,
    review: Review,
    *,
    draft_number: str,
    filing_date: date,
    sha256: str,
    reasons: Mapping[str, str],
) -> SheetView:
    return SheetView(
        petition_title=template.title,
        number=left_to_right(printed_text(draft_number)),
        date=show_date(filing_date),
        first_label=template.role_first,
        second_label=template.role_second,
        first_names=_names(review, FIRST_SIDE, filing_date),
        second_names=_names(review, SECOND_SIDE, filing_date),
        groups=tuple(_groups(template.form, review.findings, reasons, _Overdue(library, filing_date))),
        incomplete=tuple(place_in_words(template.form, each.path) for each in review.problems if each.is_incomplete),
        incomplete_reason=printed_text(reasons.get(_INCOMPLETE, "")),
        invalid=tuple(_invalid(template.form, each) for each in review.problems if not each.is_incomplete),
        invalid_reason=printed_text(reasons.get(_INVALID, "")),
        sha256=sha256,
    )


def sheet_context(view: SheetView) -> dict[str, Any]:
    return as_context(view)


def place_in_words(form: Form, path: str) -> str:
    """``plaintiffs[1].address.city`` → «خواهان ۲، نشانی اقامتگاه، شهر یا روستا»."""
    words: list[str] = []
    walked = ""
    for part in parse_path(path):
        if isinstance(part, int):
            field = form.field_at(walked + "[]")
            words[-1:] = [f"{(field.item_label or field.label) if field else ''} {ordinal(part)}".strip()]
            walked += "[]"
        else:
            walked = f"{walked}.{part}" if walked else part
            field = form.field_at(walked)
            words.append(field.label if field else part)
    return joined(words)


def _names(review: Review, key: str, on: date) -> str:
    rows = party_rows(review.template.form.field_at(key), review.derived.effective.get(key, ()), on)
    return and_list([row.name for row in rows])


@dataclass(frozen=True, slots=True)
class _Overdue:
    """Says in words which data of a finding were past their date on the day of the filing."""

    library: Library
    on: date

    def notes(self, finding: Finding) -> str:
        return " ".join(overdue_notes(self.library, finding.overdue_parameters, self.on))


def _groups(
    form: Form, findings: tuple[Finding, ...], reasons: Mapping[str, str], overdue: _Overdue
) -> Iterator[NoticeGroup]:
    numbered = enumerate(each for each in findings if not each.is_question)
    for title, members in groupby(numbered, key=lambda each: _step_title(form, each[1])):
        notices = (_notice(index, finding, reasons, overdue.notes(finding)) for index, finding in members)
        yield NoticeGroup(title, tuple(notices))


def _step_title(form: Form, finding: Finding) -> str:
    step = form.step_of(finding.points_at[0]) if finding.points_at else None
    return step.title if step else ""


def _notice(index: int, finding: Finding, reasons: Mapping[str, str], overdue: str) -> Notice:
    return Notice(
        index=ordinal(index),
        level=finding.level.value,
        title=printed_text(finding.title),
        message=printed_text(finding.message),
        citation=printed_text("؛ ".join(basis.citation for basis in finding.basis if basis.citation)),
        facts=tuple(LabelValue(fact.label, printed_text(fact.value)) for fact in finding.facts if fact.is_answered),
        reason=printed_text(reasons.get(finding.key, "")),
        is_reviewed=finding.is_reviewed,
        is_disputed=finding.certainty is Certainty.DISPUTED,
        overdue=printed_text(overdue),
    )


def _invalid(form: Form, problem: FieldProblem) -> LabelValue:
    return LabelValue(place_in_words(form, problem.path), printed_text(problem.message))
