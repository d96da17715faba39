"""The store in memory, with the semantics of the real one; the contract tests hold both to it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from assistant.domain import ledger
from assistant.domain.draft import AnswerChange, Draft, Filing
from assistant.domain.ledger import LedgerEntry, LedgerHead, LedgerReport
from assistant.domain.manifest import FilingUse, Manifest, UsedItem
from assistant.domain.people import Office, Session, User
from assistant.ports import AuditEntry, AuditReport, ConstraintBroken, RevisionConflict, StorageUnavailable
from assistant.storage.audit_chain import EMPTY, Head, StoredEntry, as_entry, chained, verified
from assistant.storage.draft_rows import check_change, draft_number
from assistant.storage.ledger_rows import BOOK_BEGUN
from assistant.storage.people_rows import ATTEMPTS_KEPT, with_raised_epoch
from assistant.storage.records import answers_as_json, answers_from_json, from_bytes, to_bytes


@dataclass
class Tables:
    offices: dict[str, Office] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    attempts: list[tuple[str, datetime]] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    changes: dict[tuple[str, int], AnswerChange] = field(default_factory=dict)
    filings: dict[str, Filing] = field(default_factory=dict)
    manifests: dict[str, Manifest] = field(default_factory=dict)
    audit: list[StoredEntry] = field(default_factory=list)
    books: dict[tuple[str, str], tuple[LedgerEntry, ...]] = field(default_factory=dict)

    def copy(self) -> "Tables":
        return Tables(**{each.name: getattr(self, each.name).copy() for each in fields(self)})


class MemoryStore:
    """``is_failing`` makes every write fail as a full disk does."""

    def __init__(self) -> None:
        self.is_failing = False
        self._tables = Tables()
        self._writing = threading.Lock()
        self._writer = 0

    @contextmanager
    def begin(self) -> Iterator["MemoryTransaction"]:
        if self._writer == threading.get_ident():
            raise RuntimeError("begin() inside begin(): one act is one transaction")
        with self._writing:
            self._writer = threading.get_ident()
            try:
                if self.is_failing:
                    raise StorageUnavailable("دیسک پر است")
                transaction = MemoryTransaction(self._tables.copy(), writes=True)
                yield transaction
                self._tables = transaction.tables
            finally:
                self._writer = 0

    @contextmanager
    def read(self) -> Iterator["MemoryTransaction"]:
        yield MemoryTransaction(self._tables, writes=False)

    def verify_audit(self) -> AuditReport:
        entries = self._tables.audit
        return verified(entries, Head(entries[-1].number, entries[-1].hash) if entries else EMPTY)

    def verify_ledgers(self) -> Sequence[LedgerReport]:
        return [
            ledger.verified(*key, entries, LedgerHead(entries[-1].number, entries[-1].hash))
            for key, entries in sorted(self._tables.books.items())
        ]

    def close(self) -> None:
        pass


class MemoryTransaction:
    def __init__(self, tables: Tables, *, writes: bool) -> None:
        self.tables = tables
        self._writes = writes

    def add_draft(self, draft: Draft) -> None:
        self._require(draft.office_id in self.tables.offices and draft.owner_id in self.tables.users)
        twin = any((each.office_id, each.number) == (draft.office_id, draft.number) for each in self._all_drafts())
        self._require(draft.id not in self.tables.drafts and not twin)
        self.tables.drafts[draft.id] = _kept(draft)

    def draft(self, draft_id: str) -> Draft | None:
        found = self.tables.drafts.get(draft_id)
        return None if found is None else _kept(found)

    def drafts_of_office(self, office_id: str, *, include_archived: bool = False) -> Sequence[Draft]:
        mine = [each for each in self._all_drafts() if each.office_id == office_id]
        shown = sorted((each for each in mine if include_archived or not each.is_archived), key=lambda each: each.id)
        return [_kept(each) for each in sorted(shown, key=lambda each: each.changed, reverse=True)]

    def next_draft_number(self, office_id: str, jalali_year: int) -> str:
        self._require(office_id in self.tables.offices)
        count = self.tables.counters.get((office_id, jalali_year), 0) + 1
        self.tables.counters[office_id, jalali_year] = count
        return draft_number(jalali_year, count)

    def save_draft(self, draft: Draft, change: AnswerChange) -> None:
        check_change(draft, change)
        self._require(change.user_id in self.tables.users and draft.owner_id in self.tables.users)
        stored = self.tables.drafts.get(draft.id)
        if stored is None or stored.revision != draft.revision - 1:
            raise RevisionConflict(draft.id)
        self.tables.drafts[draft.id] = _kept(
            replace(draft, number=stored.number, office_id=stored.office_id, created=stored.created)
        )
        self.tables.changes[draft.id, draft.revision] = _kept_change(change)

    def history(self, draft_id: str) -> Sequence[AnswerChange]:
        mine = [each for each in self.tables.changes.values() if each.draft_id == draft_id]
        return [_kept_change(each) for each in sorted(mine, key=lambda each: each.revision)]

    def add_filing(self, filing: Filing) -> None:
        self._require(filing.draft_id in self.tables.drafts and filing.made_by in self.tables.users)
        twins = self.tables.filings.values()
        twin = any((each.office_id, each.number) == (filing.office_id, filing.number) for each in twins)
        self._require(filing.office_id in self.tables.offices and filing.id not in self.tables.filings and not twin)
        self.tables.filings[filing.id] = _kept(filing)

    def filing(self, filing_id: str) -> Filing | None:
        found = self.tables.filings.get(filing_id)
        return None if found is None else _kept(found)

    def filings_of_draft(self, draft_id: str) -> Sequence[Filing]:
        mine = [each for each in self.tables.filings.values() if each.draft_id == draft_id]
        return [_kept(each) for each in sorted(mine, key=lambda each: (each.made_at, each.number))]

    def add_manifest(self, manifest: Manifest) -> None:
        self._require(True)
        if manifest.items:
            self.tables.manifests.setdefault(manifest.id, manifest)

    def manifest(self, manifest_id: str) -> Manifest | None:
        return self.tables.manifests.get(manifest_id)

    def filings_using(self, item_id: str) -> Sequence[FilingUse]:
        filings = sorted(self.tables.filings.values(), key=lambda each: (each.made_at, each.number))
        known = self.tables.manifests
        return [
            _use(filing, item)
            for filing in filings
            if filing.manifest_id in known
            for item in known[filing.manifest_id].items
            if item.id == item_id
        ]

    def count_filings_without_manifest(self) -> int:
        return sum(filing.manifest_id is None for filing in self.tables.filings.values())

    def add_office(self, office: Office) -> None:
        self._require(office.id not in self.tables.offices)
        self.tables.offices[office.id] = office

    def office(self, office_id: str) -> Office | None:
        return self.tables.offices.get(office_id)

    def offices(self) -> Sequence[Office]:
        return sorted(self.tables.offices.values(), key=lambda each: each.id)

    def add_user(self, user: User) -> None:
        self._require(user.id not in self.tables.users and self.user_by_name(user.name) is None)
        self._put_user(user)

    def save_user(self, user: User) -> None:
        stored = self.tables.users.get(user.id)
        self._require(stored is not None)
        assert stored is not None
        namesake = self.user_by_name(user.name)
        self._require(namesake is None or namesake.id == user.id)
        self._put_user(with_raised_epoch(user, stored))

    def user(self, user_id: str) -> User | None:
        return self.tables.users.get(user_id)

    def user_by_name(self, name: str) -> User | None:
        return next((each for each in self.tables.users.values() if each.name == name), None)

    def users(self) -> Sequence[User]:
        return sorted(self.tables.users.values(), key=lambda each: each.id)

    def add_session(self, session: Session) -> None:
        self._require(session.user_id in self.tables.users and session.id_hash not in self.tables.sessions)
        self.tables.sessions[session.id_hash] = session

    def session_with_user(self, id_hash: str) -> tuple[Session, User] | None:
        session = self.tables.sessions.get(id_hash)
        if session is None or session.is_revoked:
            return None
        user = self.tables.users[session.user_id]
        return None if user.is_disabled or user.epoch != session.user_epoch else (session, user)

    def touch_session(self, id_hash: str, at: datetime) -> None:
        self._require(True)
        session = self.tables.sessions.get(id_hash)
        if session is not None and not session.is_revoked and session.last_seen < at:
            self.tables.sessions[id_hash] = replace(session, last_seen=at)

    def revoke_session(self, id_hash: str) -> None:
        self._revoke(lambda each: each.id_hash == id_hash)

    def revoke_sessions_of_user(self, user_id: str) -> None:
        self._revoke(lambda each: each.user_id == user_id)

    def record_attempt(self, key: str, at: datetime) -> None:
        self._require(True)
        self.tables.attempts = [each for each in self.tables.attempts if each[1] >= at - ATTEMPTS_KEPT] + [(key, at)]

    def attempts_since(self, key: str, since: datetime) -> int:
        return sum(1 for name, at in self.tables.attempts if name == key and at >= since)

    def clear_attempts(self, key: str) -> None:
        self._require(True)
        self.tables.attempts = [each for each in self.tables.attempts if each[0] != key]

    def audit(self, entry: AuditEntry) -> None:
        self._require(True)
        last = self.tables.audit[-1] if self.tables.audit else None
        self.tables.audit.append(chained(entry, Head(last.number, last.hash) if last else EMPTY))

    def audit_entries(self) -> Sequence[AuditEntry]:
        return [as_entry(each) for each in self.tables.audit]

    def append(self, entry: LedgerEntry) -> LedgerEntry:
        self._require(True)
        book = self.tables.books.get((entry.book, entry.office_id), ())
        head = LedgerHead(book[-1].number, book[-1].hash) if book else ledger.EMPTY
        added = ledger.chained(entry, head)
        self.tables.books[entry.book, entry.office_id] = (*book, added)
        if not book:
            self.audit(AuditEntry(added.at, added.user_id, added.office_id, BOOK_BEGUN, added.book))
        return _kept_entry(added)

    def ledger(self, book: str, office_id: str, subject_id: str | None = None) -> Sequence[LedgerEntry]:
        entries = self.tables.books.get((book, office_id), ())
        return [_kept_entry(each) for each in entries if subject_id in (None, each.subject_id)]

    def _all_drafts(self) -> Sequence[Draft]:
        return list(self.tables.drafts.values())

    def _put_user(self, user: User) -> None:
        self._require(not user.office_id or user.office_id in self.tables.offices)
        self.tables.users[user.id] = user

    def _revoke(self, is_meant: Callable[[Session], bool]) -> None:
        self._require(True)
        for each in list(self.tables.sessions.values()):
            if is_meant(each):
                self.tables.sessions[each.id_hash] = replace(each, is_revoked=True)

    def _require(self, holds: bool) -> None:
        if not self._writes:
            raise RuntimeError("a read transaction was asked to write; use begin()")
        if not holds:
            raise ConstraintBroken("a value is used twice or refers to nothing")


def _kept[Holder: (Draft, Filing)](holder: Holder) -> Holder:
    """A copy nobody outside can change, with what JSON makes of its values."""
    answers = answers_from_json(from_bytes(to_bytes(answers_as_json(holder.answers))))
    return replace(holder, answers=answers, reasons=dict(holder.reasons))


def _use(filing: Filing, item: UsedItem) -> FilingUse:
    has_fired = item.kind == "rule" and any(key.startswith(f"{item.id}@") for key in filing.finding_keys)
    return FilingUse(
        filing_id=filing.id,
        number=filing.number,
        office_id=filing.office_id,
        template_id=filing.template_id,
        library_version=filing.library_version,
        made_at=filing.made_at,
        filing_date=filing.filing_date,
        item=item,
        has_fired=has_fired,
    )


def _kept_change(change: AnswerChange) -> AnswerChange:
    before, after = from_bytes(to_bytes([dict(change.before), dict(change.after)]))
    previous = change.previous and answers_from_json(from_bytes(to_bytes(answers_as_json(change.previous))))
    return replace(change, before=before, after=after, previous=previous)


def _kept_entry(entry: LedgerEntry) -> LedgerEntry:
    return replace(entry, body=from_bytes(to_bytes(entry.body)))
