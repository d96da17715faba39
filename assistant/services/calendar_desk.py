"""The calendar of this installation: the library's tables with the one-off closures people entered while working.

A closure holds everywhere at once: whoever counts a day asks ``current()``, and that is derived anew as soon as the
book of closures has another last entry.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.library import Library
from assistant.domain.office_calendar import NATIONAL, Closure, OfficeCalendar
from assistant.domain.people import Actor
from assistant.domain.places import PROVINCES
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services.access import Act, NotFound, require
from assistant.services.office_time import office_date

EVERYWHERE = ""  # the office of a book that belongs to the whole installation
ADDED, WITHDRAWN = "closure.added", "closure.withdrawn"
LONGEST = 500  # letters of a reason or source


class ClosureRefused(ValueError):
    """``code``: outside_tables, known, place, empty or too_long. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """One closure as the page lists it, withdrawn ones included."""

    closure: Closure
    entered_by: str  # full name
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_why: str = ""


class CalendarDesk:
    """Safe to share between threads."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._tables = library.calendar
        self._known: tuple[tuple[int, str], OfficeCalendar] = ((0, ""), self._tables)
        self._lock = Lock()

    def current(self) -> OfficeCalendar:
        """The tables with every closure that stands now."""
        with self._store.read() as work:
            return self.current_in(work)

    def of_office(self, office_id: str, at: datetime | None = None) -> tuple[OfficeCalendar, str]:
        """The calendar and the province an office counts by; ``at`` an earlier moment: with what was known then."""
        with self._store.read() as work:
            office = work.office(office_id)
            calendar = self.current_in(work) if at is None else self._known_at(work, at)
        return calendar, office.province if office else ""

    def current_in(self, work: Transaction) -> OfficeCalendar:
        """The same inside a transaction that is open already."""
        entries = work.ledger(Book.CLOSURES, EVERYWHERE)
        if not entries:
            return self._tables
        head = entries[-1].number, entries[-1].hash
        with self._lock:
            if self._known[0] == head:
                return self._known[1]
        calendar = self._tables.with_closures(tuple(standing(entries).values()))
        with self._lock:
            self._known = head, calendar
        return calendar

    def lines(self, actor: Actor) -> Sequence[ClosureLine]:
        """Every closure ever entered, the latest day first."""
        require(actor, Act.DEADLINES_READ)
        with self._store.read() as work:
            entries = work.ledger(Book.CLOSURES, EVERYWHERE)
            names = {each: _name(work, each) for each in {entry.user_id for entry in entries}}
        ends = {entry.subject_id: entry for entry in entries if entry.kind == WITHDRAWN}
        lines = [
            _line(closure_of(entry), ends.get(entry.subject_id), names) for entry in entries if entry.kind == ADDED
        ]
        return sorted(lines, key=lambda line: (line.closure.day, line.closure.entered_at), reverse=True)

    def add(self, actor: Actor, day: date, scope: str, reason: str, source: str) -> Closure:
        """Raises ClosureRefused for a day outside the tables, a place unknown, words missing, or one known already."""
        require(actor, Act.CALENDAR_WRITE)
        reason, source = _words(reason), _words(source)
        if scope != NATIONAL and scope not in PROVINCES:
            raise ClosureRefused("place")
        if not self._tables.covers(day):
            raise ClosureRefused("outside_tables")
        with self._store.begin() as work:
            known = standing(work.ledger(Book.CLOSURES, EVERYWHERE)).values()
            if any(each.day == day and each.scope in (scope, NATIONAL) for each in known):
                raise ClosureRefused("known")
            body = {"day": day.isoformat(), "scope": scope, "reason": reason, "source": source}
            entry = self._append(work, actor, ADDED, secrets.token_urlsafe(9), body)
        return closure_of(entry)

    def withdraw(self, actor: Actor, closure_id: str, reason: str) -> None:
        """Raises NotFound for one that does not stand, ClosureRefused without a reason."""
        require(actor, Act.CALENDAR_WRITE)
        reason = _words(reason)
        with self._store.begin() as work:
            if closure_id not in standing(work.ledger(Book.CLOSURES, EVERYWHERE)):
                raise NotFound
            self._append(work, actor, WITHDRAWN, closure_id, {"reason": reason})

    def today(self) -> date:
        return office_date(self._clock.now())

    def _known_at(self, work: Transaction, at: datetime) -> OfficeCalendar:
        entries = [entry for entry in work.ledger(Book.CLOSURES, EVERYWHERE) if entry.at <= at]
        return self._tables.with_closures(tuple(standing(entries).values())) if entries else self._tables

    def _append(self, work: Transaction, actor: Actor, kind: str, closure_id: str, body: dict[str, str]) -> LedgerEntry:
        now = self._clock.now()
        work.audit(AuditEntry(now, actor.user_id, actor.office_id, kind, closure_id))
        return work.append(LedgerEntry(Book.CLOSURES, EVERYWHERE, 0, now, actor.user_id, closure_id, kind, body))


def _words(text: str) -> str:
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise ClosureRefused("too_long" if words else "empty")
    return words


def standing(entries: Sequence[LedgerEntry]) -> dict[str, Closure]:
    """The closures entered and not withdrawn, by id."""
    found: dict[str, Closure] = {}
    for entry in entries:
        if entry.kind == ADDED:
            found[entry.subject_id] = closure_of(entry)
        elif entry.kind == WITHDRAWN:
            found.pop(entry.subject_id, None)
    return found


def closure_of(entry: LedgerEntry) -> Closure:
    body = entry.body
    day = date.fromisoformat(body["day"])
    return Closure(entry.subject_id, day, body["scope"], body["reason"], body["source"], entry.user_id, entry.at)


def _line(closure: Closure, end: LedgerEntry | None, names: dict[str, str]) -> ClosureLine:
    entered_by = names.get(closure.entered_by, "")
    if end is None:
        return ClosureLine(closure, entered_by)
    return ClosureLine(closure, entered_by, names.get(end.user_id, ""), end.at, end.body["reason"])


def _name(work: Transaction, user_id: str) -> str:
    user = work.user(user_id)
    return user.full_name if user else ""
