"""From a draft to paper: preview, the filing and its record, the applicant's sheet.

The printed filing holds no finding. Going on past a missing field or a finding of level L1/L2 keeps a reason
(decisions.md 17); the reason stands in the record and on the applicant's sheet only.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.checks.review import Review, Reviewer
from assistant.domain.draft import Draft, Filing
from assistant.domain.finding import Level
from assistant.domain.manifest import Manifest
from assistant.domain.parameter import Parameter
from assistant.domain.people import Actor
from assistant.domain.period import Period
from assistant.domain.rule import Rule
from assistant.domain.template import Template
from assistant.ports import AuditEntry, Clock, Renderer, Store, Transaction
from assistant.services.access import Act, NotFound, require
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.filing_view import FilingView, as_context, build_filing_view
from assistant.services.narratives import Narratives, with_texts
from assistant.services.office_time import office_date
from assistant.services.sheet_view import SheetView, build_sheet_view, sheet_context

INCOMPLETE = "incomplete"  # reason key for all required fields left empty
INVALID = "invalid"  # reason key for all values of a wrong form
SHEET_LAYOUT = "sheet.docx"


class ReasonsMissing(Exception):
    """The draft has open points without a kept reason; ``keys`` names them."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


class LibraryChanged(Exception):
    """The content this filing was made with is no longer loaded, so its bytes cannot be derived again."""


@dataclass(frozen=True, slots=True)
class FilingRecord:
    filing: Filing
    template: Template
    review: Review
    made_by: str  # full name
    manifest: Manifest | None  # what it was checked against; None for filings older than this list
    evaluated: tuple[tuple[str, str, str], ...] = ()  # kind, title and version of each of its items


@dataclass(frozen=True, slots=True)
class Preview:
    draft: Draft
    template: Template
    review: Review
    view: FilingView


def content_hash(template: Template, library_version: str, effective: Mapping[str, object]) -> str:
    """What the footer prints: template version, rules version and effective answers (decisions.md 22)."""
    text = json.dumps([template.id, template.version, library_version, effective], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def open_points(review: Review, reasons: Mapping[str, str]) -> tuple[str, ...]:
    """What still needs a reason before a filing is made, in the order of the page."""
    keys = []
    if review.incomplete:
        keys.append(INCOMPLETE)
    if any(not problem.is_incomplete for problem in review.problems):
        keys.append(INVALID)
    weighty = (Level.INCOMPLETE, Level.LEGAL_CONSEQUENCE)
    keys.extend(finding.key for finding in review.findings if finding.level in weighty)
    return tuple(key for key in dict.fromkeys(keys) if not reasons.get(key))


class FilingDesk:
    """Prints. One instance serves all threads."""

    def __init__(
        self, store: Store, reviewer: Reviewer, renderer: Renderer, clock: Clock, narratives: Narratives | None = None
    ) -> None:
        self._store, self._reviewer, self._renderer, self._clock = store, reviewer, renderer, clock
        self._narratives = narratives
        self._calendar = CalendarDesk(store, reviewer.library, clock)

    @property
    def has_pdf(self) -> bool:
        """Whether LibreOffice is found here."""
        return self._renderer.has_pdf

    def preview(self, actor: Actor, draft_id: str) -> Preview:
        """The view of the filing as it would be printed now, marked as a draft."""
        with self._store.begin() as work:
            draft = self._find_draft(work, actor, draft_id, Act.DRAFT_READ)
            self._audit(work, actor, "draft.previewed", draft.id, revision=draft.revision)
        template, review = self._reviewed(draft)
        return Preview(draft, template, review, self._view(draft, template, review))

    def draft_document(self, actor: Actor, draft_id: str) -> tuple[Draft, bytes]:
        """The DOCX of a draft, with its watermark; leaves no filing."""
        with self._store.begin() as work:
            draft = self._find_draft(work, actor, draft_id, Act.DRAFT_READ)
            self._audit(work, actor, "draft.printed", draft.id, revision=draft.revision)
        template, review = self._reviewed(draft)
        return draft, self._render(template, self._view(draft, template, review))

    def make(self, actor: Actor, draft_id: str) -> Filing:
        """Makes the filing and its record. Raises ReasonsMissing; RenderProblem names what cannot be printed."""
        now = self._clock.now()
        with self._store.begin() as work:
            draft = self._find_draft(work, actor, draft_id, Act.FILING_MAKE)
            template, review = self._reviewed(draft)
            missing = open_points(review, draft.reasons)
            if missing:
                raise ReasonsMissing(missing)
            made = work.filings_of_draft(draft.id)
            for earlier in made:
                if self._is_same(earlier, draft, now):
                    return earlier  # pressed twice: one filing
            number = draft.number if not made else f"{draft.number}-{len(made) + 1}"
            document = self._render(template, self._view(draft, template, review, number=number))
            manifest = self._reviewer.evaluated(review)
            filing = Filing(
                id=secrets.token_urlsafe(12),
                number=number,
                draft_id=draft.id,
                office_id=draft.office_id,
                draft_revision=draft.revision,
                template_id=template.id,
                template_version=template.version,
                library_version=self._reviewer.library.version,
                content_hash=self._hash(template, review),
                sha256=hashlib.sha256(document).hexdigest(),
                made_by=actor.user_id,
                made_at=now,
                filing_date=office_date(now),
                answers=draft.answers,
                finding_keys=tuple(finding.key for finding in review.findings),
                reasons=dict(draft.reasons),
                manifest_id=manifest.id,
            )
            work.add_manifest(manifest)
            work.add_filing(filing)
            self._audit(work, actor, "filing.made", filing.id, draft=draft.id, sha256=filing.sha256)
        return filing

    def record(self, actor: Actor, filing_id: str) -> FilingRecord:
        with self._store.begin() as work:
            filing = self._find_filing(work, actor, filing_id)
            self._audit(work, actor, "filing.opened", filing.id)
            author = work.user(filing.made_by)
            manifest = work.manifest(filing.manifest_id) if filing.manifest_id else None
        template = self._template(filing.template_id)
        review = self._review_of(template, filing)
        name = author.full_name if author else ""
        return FilingRecord(filing, template, review, name, manifest, tuple(self._titled(manifest)))

    def document(self, actor: Actor, filing_id: str) -> tuple[Filing, bytes]:
        """The DOCX, derived again and compared with the recorded hash. Raises LibraryChanged."""
        with self._store.begin() as work:
            filing = self._find_filing(work, actor, filing_id)
            self._audit(work, actor, "filing.printed", filing.id)
        return filing, self._derived_again(filing)

    def pdf(self, actor: Actor, filing_id: str) -> tuple[Filing, bytes | None]:
        filing, document = self.document(actor, filing_id)
        return filing, self._renderer.pdf(document)

    def sheet(self, actor: Actor, filing_id: str) -> tuple[Filing, bytes]:
        """The applicant's sheet (برگ اطلاع‌رسانی) as DOCX."""
        with self._store.begin() as work:
            filing = self._find_filing(work, actor, filing_id)
            self._audit(work, actor, "sheet.printed", filing.id)
        view = self.sheet_view(filing)
        return filing, self._renderer.render(self._reviewer.library.layouts[SHEET_LAYOUT], sheet_context(view))

    def sheet_view(self, filing: Filing) -> SheetView:
        template = self._template(filing.template_id)
        review = self._review_of(template, filing)
        return build_sheet_view(
            self._reviewer.library,
            template,
            review,
            draft_number=filing.number,
            filing_date=filing.filing_date,
            sha256=filing.sha256,
            reasons=filing.reasons,
        )

    def filings_of(self, actor: Actor, draft_id: str) -> Sequence[Filing]:
        with self._store.read() as work:
            draft = self._find_draft(work, actor, draft_id, Act.DRAFT_READ)
            return work.filings_of_draft(draft.id)

    def _titled(self, manifest: Manifest | None) -> Iterator[tuple[str, str, str]]:
        """An item that the library holds no more goes by its id."""
        library = self._reviewer.library
        known: dict[str, Mapping[str, Rule | Parameter | Period]] = {
            "rule": library.rules,
            "parameter": library.parameters,
            "period": library.periods,
        }
        for each in manifest.items if manifest else ():
            found = known.get(each.kind, {}).get(each.id)
            title = "تعطیلات رسمی و هفتگی" if each.kind == "calendar" else found.title if found else each.id
            yield each.kind, title, each.version

    def _derived_again(self, filing: Filing) -> bytes:
        template = self._template(filing.template_id)
        review = self._reviewer.review(template, filing.answers, filing.filing_date)
        view = build_filing_view(
            self._reviewer.library,
            template,
            review.derived,
            draft_number=filing.number,
            filing_date=filing.filing_date,
            content_hash=filing.content_hash,
            is_draft=False,
        )
        document = self._render(template, view)
        if hashlib.sha256(document).hexdigest() != filing.sha256:
            raise LibraryChanged
        return document

    def _reviewed(self, draft: Draft) -> tuple[Template, Review]:
        template = self._template(draft.template_id)
        calendar, province = self._calendar.of_office(draft.office_id)
        today = office_date(self._clock.now())
        review = self._reviewer.review(template, draft.answers, today, calendar, province)
        return template, with_texts(self._narratives, review, draft.id, draft.office_id, draft.reasons)

    def _review_of(self, template: Template, filing: Filing) -> Review:
        """As it was reviewed then: closures entered since do not change what was told."""
        calendar, province = self._calendar.of_office(filing.office_id, at=filing.made_at)
        review = self._reviewer.review(template, filing.answers, filing.filing_date, calendar, province)
        return with_texts(self._narratives, review, filing.id, filing.office_id, filing.reasons)

    def _is_same(self, filing: Filing, draft: Draft, now: datetime) -> bool:
        made_of = (filing.draft_revision, filing.library_version, filing.filing_date)
        return made_of == (draft.revision, self._reviewer.library.version, office_date(now))

    def _view(self, draft: Draft, template: Template, review: Review, *, number: str | None = None) -> FilingView:
        """Of the filing ``number``; without one, of the draft as it stands."""
        return build_filing_view(
            self._reviewer.library,
            template,
            review.derived,
            draft_number=number or draft.number,
            filing_date=office_date(self._clock.now()),
            content_hash=self._hash(template, review),
            is_draft=number is None,
        )

    def _hash(self, template: Template, review: Review) -> str:
        return content_hash(template, self._reviewer.library.version, review.derived.effective)

    def _render(self, template: Template, view: FilingView) -> bytes:
        return self._renderer.render(self._reviewer.library.layouts[template.layout], as_context(view))

    def _template(self, template_id: str) -> Template:
        template = self._reviewer.library.templates.get(template_id)
        if template is None:
            raise NotFound
        return template

    def _find_draft(self, work: Transaction, actor: Actor, draft_id: str, act: Act) -> Draft:
        draft = work.draft(draft_id)
        if draft is None:
            raise NotFound
        require(actor, act, office_id=draft.office_id, owner_id=draft.owner_id)
        return draft

    def _find_filing(self, work: Transaction, actor: Actor, filing_id: str) -> Filing:
        filing = work.filing(filing_id)
        if filing is None:
            raise NotFound
        draft = work.draft(filing.draft_id)  # whose draft it is, whoever pressed the button
        owner = draft.owner_id if draft else filing.made_by
        require(actor, Act.FILING_READ, office_id=filing.office_id, owner_id=owner)
        return filing

    def _audit(self, work: Transaction, actor: Actor, act: str, object_id: str, **detail: object) -> None:
        work.audit(AuditEntry(self._clock.now(), actor.user_id, actor.office_id, act, object_id, detail))
