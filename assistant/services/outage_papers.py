"""Letters and slips of an office: made, signed, followed up, printed, listed. Kept in the book of outages."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from assistant.checks.outage_letter import letter_problems
from assistant.domain.finding import FieldProblem
from assistant.domain.jalali import parts
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.library import Library
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.outage_letter import FollowUp, Particulars
from assistant.domain.outage_texts import OutageTexts
from assistant.domain.people import Actor, Office
from assistant.domain.period import Period
from assistant.ports import AuditEntry, Clock, Renderer, Store, Transaction
from assistant.services import outage_book as book
from assistant.services.access import Act, NotFound, require
from assistant.services.filing_rows import LabelValue
from assistant.services.filing_view import as_context
from assistant.services.office_time import office_date
from assistant.services.outage_decision import Decision, NoLetter, Visit, count_rows, decide
from assistant.services.outage_letter import letter_document
from assistant.services.outage_paper import LETTER_MADE, SENT, SIGNED, SLIP_MADE, VOIDED, Paper, find_paper, papers_of
from assistant.services.outage_paper_view import LetterView, SlipView, letter_view, slip_view
from assistant.services.outage_slip import slip_document

LETTER_LAYOUT, SLIP_LAYOUT = "outage-letter.docx", "outage-slip.docx"
_ID = re.compile(r"[A-Za-z0-9_-]{12,40}")


class NotForLetter(Exception):
    """The last day of this applicant is another day, or the outage does not take this one: a slip is given."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.no_letter or NoLetter.NOT_TODAY)
        self.decision = decision


class LetterIncomplete(Exception):
    """The letter does not fit its schema; nothing was written. Paths are those of the schema."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__(", ".join(each.path for each in problems))
        self.problems = problems


class NotSignable(Exception):
    """A paper that is no letter, or one declared void."""


@dataclass(frozen=True, slots=True)
class OpenPaper:
    paper: Paper
    view: LetterView | SlipView
    made_by: str  # full name


class OutagePapers:
    """Safe to share between threads. ``calendar_in`` gives the calendar in force, with one-off closures."""

    def __init__(
        self,
        store: Store,
        library: Library,
        calendar_in: Callable[[Transaction], OfficeCalendar],
        renderer: Renderer,
        clock: Clock,
    ) -> None:
        self._store, self._library, self._renderer, self._clock = store, library, renderer, clock
        self._calendar_in = calendar_in

    @property
    def texts(self) -> OutageTexts:
        if self._library.outage_texts is None:
            raise NotFound
        return self._library.outage_texts

    @property
    def periods(self) -> Mapping[str, Period]:
        return self._library.periods

    def decide(self, actor: Actor, outage_id: str, visit: Visit) -> Decision:
        """Letter or slip. Raises NotFound for an unknown period, and as the engine does."""
        with self._store.read() as work:
            return self._decide(work, actor, outage_id, visit)

    def make_letter(self, actor: Actor, outage_id: str, visit: Visit, told: Particulars, once: str) -> Paper:
        """``once`` names this very sheet: sent again, the letter that was made.

        Raises NotForLetter, LetterIncomplete.
        """
        now = self._clock.now()
        with self._store.begin() as work:
            decision = self._decide(work, actor, outage_id, visit)
            made = self._made_before(work, actor, once)
            if made is not None:
                return made
            if not decision.is_for_letter:
                raise NotForLetter(decision)
            office = _office(work, decision.outage.office_id)
            count = count_rows(decision.deadline, self.texts.count)
            number = self._next_number(work, office.id, self.texts.letter["mark"], now, is_letter=True)
            draft_number = self._draft_number(work, actor, visit.draft_id)
            document = letter_document(
                self.texts, decision, office, told, count, number=number, now=now, draft_number=draft_number
            )
            problems = letter_problems(self.texts.schema, document)
            if problems:
                raise LetterIncomplete(problems)
            return self._keep(work, actor, LETTER_MADE, once, outage_id, visit.draft_id, number, document, count)

    def make_slip(self, actor: Actor, outage_id: str, visit: Visit | None, client: str, once: str) -> Paper:
        """For everybody; ``visit`` is None for somebody without a period."""
        now = self._clock.now()
        with self._store.begin() as work:
            outage = book.find_outage(work, actor, outage_id, Act.OUTAGE_RECORD)
            made = self._made_before(work, actor, once)
            if made is not None:
                return made
            decision = None if visit is None else self._decide(work, actor, outage_id, visit)
            office = _office(work, outage.office_id)
            count = () if decision is None else count_rows(decision.deadline, self.texts.count)
            number = self._next_number(work, office.id, self.texts.slip["mark"], now, is_letter=False)
            document = slip_document(self.texts, outage, decision, office, client, now)
            draft_id = visit.draft_id if visit else ""
            return self._keep(work, actor, SLIP_MADE, once, outage_id, draft_id, number, document, count)

    def sign(self, actor: Actor, paper_id: str) -> Paper:
        """By the manager, with name and time; signed already, as it was. Raises NotSignable."""
        with self._store.begin() as work:
            paper = find_paper(work, actor, paper_id, Act.LETTER_SIGN)
            if not paper.is_letter or paper.is_void:
                raise NotSignable
            if paper.signed_at is None:
                self._append(work, actor, SIGNED, paper, {"name": actor.full_name})
            return papers_of(book.entries_in(work, paper.office_id))[paper.id]

    def follow_up(self, actor: Actor, paper_id: str, told: FollowUp) -> None:
        with self._store.begin() as work:
            paper = find_paper(work, actor, paper_id, Act.OUTAGE_RECORD)
            if not paper.is_letter:
                raise NotSignable
            self._append(work, actor, SENT, paper, asdict(told))

    def void(self, actor: Actor, paper_id: str, reason: str) -> None:
        """Declared void by the manager; the number is not given again."""
        with self._store.begin() as work:
            paper = find_paper(work, actor, paper_id, Act.LETTER_SIGN)
            if not paper.is_void:
                self._append(work, actor, VOIDED, paper, {"reason": reason})

    def of_office(self, actor: Actor, office_id: str = "") -> Sequence[Paper]:
        """Letters and slips, the latest first."""
        office_id = office_id or actor.office_id
        require(actor, Act.LETTER_READ, office_id=office_id)
        with self._store.read() as work:
            return list(papers_of(book.entries_in(work, office_id)).values())[::-1]

    def open(self, actor: Actor, paper_id: str) -> OpenPaper:
        with self._store.begin() as work:
            paper = find_paper(work, actor, paper_id, Act.LETTER_READ)
            self._audit(work, actor, "paper.opened", paper.id)
            author = work.user(paper.made_by)
            view = self._view(paper, _office(work, paper.office_id))
        return OpenPaper(paper, view, author.full_name if author else "")

    def document(self, actor: Actor, paper_id: str) -> tuple[Paper, bytes]:
        """The DOCX, the same bytes for the same paper. Raises RenderProblem."""
        with self._store.begin() as work:
            paper = find_paper(work, actor, paper_id, Act.LETTER_READ)
            self._audit(work, actor, "paper.printed", paper.id)
            view = self._view(paper, _office(work, paper.office_id))
        layout = self._library.layouts[LETTER_LAYOUT if paper.is_letter else SLIP_LAYOUT]
        return paper, self._renderer.render(layout, as_context(view))

    def _decide(self, work: Transaction, actor: Actor, outage_id: str, visit: Visit) -> Decision:
        outage = book.find_outage(work, actor, outage_id, Act.OUTAGE_RECORD)
        period = self._library.periods.get(visit.period_id)
        if period is None:
            raise NotFound
        today = office_date(self._clock.now())
        return decide(
            outage,
            visit,
            period,
            self._calendar_in(work),
            province=_office(work, outage.office_id).province,
            today=today,
            outage_days=book.outage_days(work, outage.office_id, today),
        )

    def _view(self, paper: Paper, office: Office) -> LetterView | SlipView:
        return (letter_view if paper.is_letter else slip_view)(self.texts, paper, office)

    def _made_before(self, work: Transaction, actor: Actor, once: str) -> Paper | None:
        if not _ID.fullmatch(once):
            raise NotFound
        return papers_of(book.entries_in(work, actor.office_id)).get(once)

    def _next_number(self, work: Transaction, office_id: str, mark: str, now: datetime, *, is_letter: bool) -> str:
        """«1405/د/118»: counted within office and Jalali year. The book is ours until this act ends."""
        year = _year(office_date(now))
        known = papers_of(book.entries_in(work, office_id)).values()
        count = sum(each.is_letter is is_letter and _year(office_date(each.made_at)) == year for each in known)
        return f"{year}/{mark}/{count + 1}"

    def _draft_number(self, work: Transaction, actor: Actor, draft_id: str) -> str:
        if not draft_id:
            return ""
        draft = work.draft(draft_id)
        if draft is None:
            raise NotFound
        require(actor, Act.DRAFT_READ, office_id=draft.office_id, owner_id=draft.owner_id)
        return draft.number

    def _keep(
        self,
        work: Transaction,
        actor: Actor,
        kind: str,
        paper_id: str,
        outage_id: str,
        draft_id: str,
        number: str,
        document: Mapping[str, Any],
        count: Sequence[LabelValue],
    ) -> Paper:
        body = {
            "outage_id": outage_id,
            "draft_id": draft_id,
            "number": number,
            "document": document,
            "count": [[row.label, row.value] for row in count],
        }
        self._audit(work, actor, kind, paper_id, outage=outage_id)
        now = self._clock.now()
        work.append(LedgerEntry(Book.OUTAGE, actor.office_id, 0, now, actor.user_id, paper_id, kind, body))
        return papers_of(book.entries_in(work, actor.office_id))[paper_id]

    def _append(self, work: Transaction, actor: Actor, kind: str, paper: Paper, body: Mapping[str, Any]) -> None:
        self._audit(work, actor, kind, paper.id)
        now = self._clock.now()
        work.append(LedgerEntry(Book.OUTAGE, paper.office_id, 0, now, actor.user_id, paper.id, kind, body))

    def _audit(self, work: Transaction, actor: Actor, act: str, object_id: str, **detail: object) -> None:
        work.audit(AuditEntry(self._clock.now(), actor.user_id, actor.office_id, act, object_id, detail))


def _office(work: Transaction, office_id: str) -> Office:
    office = work.office(office_id)
    if office is None:
        raise NotFound
    return office


def _year(day: date) -> int:
    return parts(day)[0]
