"""A whole petition from an answers file: reviewed or rendered without a draft being kept."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.checks.format import unknown_places
from assistant.checks.review import Review, Reviewer
from assistant.domain.answers_file import AnswersFile
from assistant.domain.finding import Finding
from assistant.domain.jalali import from_gregorian
from assistant.domain.library import Library
from assistant.domain.template import Template
from assistant.domain.used_value import UsedValue
from assistant.ports import Clock, Renderer
from assistant.services.filing import SHEET_LAYOUT, content_hash
from assistant.services.filing_view import as_context, build_filing_view
from assistant.services.narratives import Narratives, with_texts
from assistant.services.office_time import office_date
from assistant.services.sheet_view import build_sheet_view, sheet_context


class UnknownTemplate(ValueError):
    """The answers name a template the library does not hold; the text names it (Persian)."""


@dataclass(frozen=True, slots=True)
class Document:
    content: bytes
    sha256: str


class PetitionDesk:
    """Stateless: everything comes from the answers file."""

    def __init__(
        self,
        library: Library,
        reviewer: Reviewer,
        renderer: Renderer | None,
        clock: Clock,
        narratives: Narratives | None = None,
    ) -> None:
        """With ``narratives`` the texts of the petition are read as well."""
        self._library, self._reviewer, self._renderer, self._clock = library, reviewer, renderer, clock
        self._narratives = narratives

    def review(self, file: AnswersFile) -> Review:
        """The review, with answers the form has no field for told among the problems."""
        template = self._template(file)
        review = self._reviewer.review(template, file.answers, self._on(file))
        review = with_texts(self._narratives, review, "", "", {})
        unknown = unknown_places(template.form, file.answers.values)
        return replace(review, problems=(*review.problems, *unknown)) if unknown else review

    def review_data(self, file: AnswersFile, identity: str) -> dict[str, Any]:
        """The stable output of ``review``, with every rule and number of law it stands on."""
        review = self.review(file)
        evaluated = [
            {"kind": each.kind, "id": each.id, "version": each.version}
            for each in self._reviewer.evaluated(review).items
        ]
        data = review_as_data(review, identity)
        return data | {"library_version": self._library.version, "evaluated": evaluated}

    def petition(self, file: AnswersFile) -> Document:
        """The petition as DOCX. Raises RenderProblem."""
        template, review = self._template(file), self.review(file)
        view = build_filing_view(
            self._library,
            template,
            review.derived,
            draft_number=self._number(file),
            filing_date=self._on(file),
            content_hash=content_hash(template, self._library.version, review.derived.effective),
            is_draft=False,
        )
        return self._rendered(template.layout, as_context(view))

    def sheet(self, file: AnswersFile) -> Document:
        """The applicant's sheet; it names the SHA-256 of the petition it belongs to."""
        template, review = self._template(file), self.review(file)
        view = build_sheet_view(
            self._library,
            template,
            review,
            draft_number=self._number(file),
            filing_date=self._on(file),
            sha256=self.petition(file).sha256,
            reasons={},
        )
        return self._rendered(SHEET_LAYOUT, sheet_context(view))

    def _rendered(self, layout: str, context: dict[str, Any]) -> Document:
        assert self._renderer is not None
        content = self._renderer.render(self._library.layouts[layout], context)
        return Document(content, hashlib.sha256(content).hexdigest())

    def _template(self, file: AnswersFile) -> Template:
        template = self._library.templates.get(file.template)
        if template is None:
            raise UnknownTemplate(f"الگویی با شناسهٔ «{file.template}» در کتابخانه نیست")
        return template

    def _on(self, file: AnswersFile) -> date:
        return file.on or office_date(self._clock.now())

    def _number(self, file: AnswersFile) -> str:
        return f"{from_gregorian(self._on(file))[:4]}-00000"


def review_as_data(review: Review, identity: str) -> dict[str, Any]:
    """The stable output of ``review`` (schemas/files/review-output.json)."""
    return {
        "id": identity,
        "template": review.template.id,
        "on": from_gregorian(review.verdicts.filing_date),
        "findings": [_finding(finding) for finding in review.findings],
        "undetermined": [{"rule": rule, "missing": list(paths)} for rule, paths in review.undetermined.items()],
        "incomplete": list(review.incomplete),
        "problems": [
            {"path": problem.path, "keyword": problem.keyword, "message": problem.message}
            for problem in review.problems
            if not problem.is_incomplete
        ],
    }


def _used(value: UsedValue) -> dict[str, Any]:
    return {
        "id": value.id,
        "kind": value.kind,
        "version": value.version,
        "title": value.title,
        "value": value.value,
        "in_force_from": from_gregorian(value.in_force_from) if value.in_force_from else None,
        "verified_until": from_gregorian(value.verified_until),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "title": finding.title,
        "outcome": list(finding.outcome),
        "level": finding.level.value,
        "certainty": finding.certainty.value,
        "is_reviewed": finding.is_reviewed,
        "points_at": list(finding.points_at),
        "basis": [
            {
                "law": basis.law,
                "article": basis.article,
                "clause": basis.clause,
                "unified_precedent": basis.unified_precedent,
                "citation": basis.citation,
            }
            for basis in finding.basis
        ],
        "message": finding.message,
        "facts": [{"path": fact.path, "label": fact.label, "value": fact.value} for fact in finding.facts],
        "overdue_parameters": list(finding.overdue_parameters),
        "version": finding.rule_version,
        "used": [_used(each) for each in finding.used],
    }
