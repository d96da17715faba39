"""The deadline desk: which drafts have how many working days left, and the deadlines set on a draft by hand."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.deadline import CourtSet
from assistant.domain.draft import Draft
from assistant.domain.journey import Derived
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.library import Library
from assistant.domain.people import Actor
from assistant.domain.period import Period
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services import own_deadlines
from assistant.services.access import Act, NotFound, may, may_at_all, require, scope_of
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.counted_deadline import CountedDeadline, rank
from assistant.services.deadline_events import CalendarEvent, events_of
from assistant.services.desk import party_line
from assistant.services.draft_starts import DraftStarts
from assistant.services.office_time import office_date
from assistant.services.own_deadlines import OwnDeadline

type EventWriter = Callable[[Sequence[CalendarEvent], datetime], bytes]

MOST_OWN = 20  # set by hand on one draft


class DeadlineRefused(ValueError):
    """``code``: known, too_many or unknown_period. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class WorklistRow:
    draft_id: str
    number: str
    template_title: str
    parties: str
    owner: str  # full name; '' when it is the reader's own
    is_filed: bool  # a filing was made of this very revision
    counted: CountedDeadline


@dataclass(frozen=True, slots=True)
class Worklist:
    today: date
    rows: tuple[WorklistRow, ...]  # today's in front
    filed: tuple[WorklistRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftDeadlines:
    draft: Draft
    template_title: str
    parties: str
    today: date
    deadlines: tuple[CountedDeadline, ...]


class DeadlineDesk:
    """Safe to share between threads."""

    def __init__(
        self, store: Store, library: Library, calendar: CalendarDesk, clock: Clock, write_events: EventWriter
    ) -> None:
        self._store, self._library, self._calendar, self._clock = store, library, calendar, clock
        self._write_events = write_events
        self._running = DraftStarts(library)

    @property
    def periods(self) -> Mapping[str, Period]:
        return self._library.periods

    def has_worklist(self, actor: Actor) -> bool:
        return may_at_all(actor.role, Act.DRAFT_READ)

    def worklist(self, actor: Actor) -> Worklist:
        """The actor's drafts with a period that runs, the office's for a manager."""
        require(actor, Act.DEADLINES_READ)
        today = self.today()
        with self._store.read() as work:
            calendar, province = self._calendar.current_in(work), _province(work, actor.office_id)
            own = own_deadlines.standing(work.ledger(Book.DEADLINES, actor.office_id))
            found = [
                (each, draft)
                for draft in work.drafts_of_office(actor.office_id)
                if may(actor.role, Act.DRAFT_READ, scope_of(actor, draft.office_id, draft.owner_id))
                for each in self._running.counted(draft, own.get(draft.id, {}), calendar, province, today)
            ]
            found.sort(key=lambda pair: (*rank(pair[0]), pair[1].number))
            rows = [self._row(work, actor, draft, each) for each, draft in found]
        return Worklist(
            today, tuple(row for row in rows if not row.is_filed), tuple(row for row in rows if row.is_filed)
        )

    def of_draft(self, actor: Actor, draft_id: str) -> DraftDeadlines:
        with self._store.read() as work:
            draft = _found(work, actor, draft_id)
            own = own_deadlines.standing(work.ledger(Book.DEADLINES, draft.office_id, draft.id)).get(draft.id, {})
            calendar, province = self._calendar.current_in(work), _province(work, draft.office_id)
        today = self.today()
        deadlines = tuple(self._running.counted(draft, own, calendar, province, today))
        return DraftDeadlines(draft, self._title(draft), party_line(draft.answers.values), today, deadlines)

    def running(self, draft: Draft, derived: Derived) -> CountedDeadline | None:
        """The most pressing deadline of a draft that is open already, for the line above its pages."""
        with self._store.read() as work:
            own = own_deadlines.standing(work.ledger(Book.DEADLINES, draft.office_id, draft.id)).get(draft.id, {})
            if not own and not self._running.declares(draft):
                return None
            calendar, province = self._calendar.current_in(work), _province(work, draft.office_id)
        return next(iter(self._running.counted(draft, own, calendar, province, self.today(), derived)), None)

    def calendar_file(self, actor: Actor, draft_id: str) -> tuple[Draft, bytes]:
        """The draft's deadlines as an iCalendar file."""
        found = self.of_draft(actor, draft_id)
        return found.draft, self._write_events(events_of(found.draft, found.deadlines), self._clock.now())

    def put(
        self,
        actor: Actor,
        draft_id: str,
        period: str,
        start: date,
        *,
        is_abroad: bool = False,
        court_set: CourtSet | None = None,
    ) -> None:
        """Raises DeadlineRefused, NotFound."""
        if period not in self._library.periods:
            raise DeadlineRefused("unknown_period")
        new = OwnDeadline(secrets.token_urlsafe(6), period, start, is_abroad, court_set)
        with self._store.begin() as work:
            draft = _found(work, actor, draft_id)
            known = own_deadlines.standing(work.ledger(Book.DEADLINES, draft.office_id, draft.id)).get(draft.id, {})
            same = (new.period, new.start, new.is_abroad, new.court_set)
            if any((each.period, each.start, each.is_abroad, each.court_set) == same for each in known.values()):
                raise DeadlineRefused("known")
            if len(known) >= MOST_OWN:
                raise DeadlineRefused("too_many")
            self._append(work, actor, draft, own_deadlines.SET, new.as_body())

    def remove(self, actor: Actor, draft_id: str, own_id: str) -> None:
        """Nothing happens when it does not stand any more."""
        with self._store.begin() as work:
            draft = _found(work, actor, draft_id)
            known = own_deadlines.standing(work.ledger(Book.DEADLINES, draft.office_id, draft.id)).get(draft.id, {})
            if own_id in known:
                self._append(work, actor, draft, own_deadlines.REMOVED, {"id": own_id})

    def today(self) -> date:
        return office_date(self._clock.now())

    def _append(self, work: Transaction, actor: Actor, draft: Draft, kind: str, body: Mapping[str, object]) -> None:
        now = self._clock.now()
        work.append(LedgerEntry(Book.DEADLINES, draft.office_id, 0, now, actor.user_id, draft.id, kind, body))
        work.audit(AuditEntry(now, actor.user_id, actor.office_id, kind, draft.id))

    def _row(self, work: Transaction, actor: Actor, draft: Draft, each: CountedDeadline) -> WorklistRow:
        owner = work.user(draft.owner_id) if draft.owner_id != actor.user_id else None
        filings = work.filings_of_draft(draft.id)
        return WorklistRow(
            draft_id=draft.id,
            number=draft.number,
            template_title=self._title(draft),
            parties=party_line(draft.answers.values),
            owner=owner.full_name if owner else "",
            is_filed=any(filing.draft_revision == draft.revision for filing in filings),
            counted=each,
        )

    def _title(self, draft: Draft) -> str:
        template = self._library.templates.get(draft.template_id)
        return template.title if template else draft.template_id


def _found(work: Transaction, actor: Actor, draft_id: str) -> Draft:
    draft = work.draft(draft_id)
    if draft is None:
        raise NotFound
    require(actor, Act.DEADLINES_WRITE, office_id=draft.office_id, owner_id=draft.owner_id)
    return draft


def _province(work: Transaction, office_id: str) -> str:
    office = work.office(office_id)
    return office.province if office else ""
