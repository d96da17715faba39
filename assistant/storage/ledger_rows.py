"""The ledgers: sealed entries in a sequence of their own for each book and office, each with a sealed head."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, text, update

from assistant.domain.ledger import EMPTY, LedgerEntry, LedgerHead, LedgerReport, chained, moment_text, verified
from assistant.ports import AuditEntry, StorageUnavailable
from assistant.storage import schema
from assistant.storage.audit_rows import AuditRows, stored_entries
from assistant.storage.errors import RecordDamaged
from assistant.storage.records import from_bytes, to_bytes
from assistant.storage.sealing import Place, Sealer

BOOK_BEGUN = "ledger.begun"  # in the audit log, so that a book that vanishes whole is missed
_TABLE, _HEADS = schema.ledger_entry, schema.ledger_head
_BOOK = (
    select(_TABLE)
    .where(_TABLE.c.book == bindparam("of_book"), _TABLE.c.office_id == bindparam("of_office"))
    .order_by(_TABLE.c.number)
)
_SUBJECT = _BOOK.where(_TABLE.c.subject_id == bindparam("of_subject"))
_HEAD = select(_HEADS).where(_HEADS.c.book == bindparam("of_book"), _HEADS.c.office_id == bindparam("of_office"))
_SET_HEAD = (
    update(_HEADS)
    .where(_HEADS.c.book == bindparam("of_book"), _HEADS.c.office_id == bindparam("of_office"))
    .values({name: bindparam(name) for name in ("number", "sealed_head")})
)
_TURN = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_AT_A_TIME = 500
_NO_TIME = datetime.fromtimestamp(0, UTC)


class LedgerRows(AuditRows):
    def append(self, entry: LedgerEntry) -> LedgerEntry:
        self._require_writing()
        self._take_turns(entry.book, entry.office_id)
        key = {"of_book": entry.book, "of_office": entry.office_id}
        row = self._connection.execute(_HEAD, key).one_or_none()
        added = chained(entry, EMPTY if row is None else _head_of(row, self._sealer))
        self._connection.execute(insert(_TABLE), _row_of(added, self._sealer))
        head = {"number": added.number, "sealed_head": _sealed_head(added, self._sealer)}
        if row is None:
            self._connection.execute(insert(_HEADS), {"book": added.book, "office_id": added.office_id} | head)
            self.audit(_begun(added))
        else:
            self._connection.execute(_SET_HEAD, key | head)
        return added

    def ledger(self, book: str, office_id: str, subject_id: str | None = None) -> Sequence[LedgerEntry]:
        if self._writes:
            self._take_turns(book, office_id)
        return list(_entries(self._connection, self._sealer, book, office_id, subject_id))

    def _take_turns(self, book: str, office_id: str) -> None:
        """What is decided from a book must still hold when it is written; SQLite has only one writer anyway."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(_TURN, {"name": f"ledger/{book}/{office_id}"})


def verify_books(connection: Connection, sealer: Sealer) -> Sequence[LedgerReport]:
    """Every book that has entries, a head, or a beginning in the audit log."""
    known = {(row.book, row.office_id) for row in connection.execute(select(_HEADS.c.book, _HEADS.c.office_id))}
    known |= {
        (row.book, row.office_id) for row in connection.execute(select(_TABLE.c.book, _TABLE.c.office_id).distinct())
    }
    known |= {(each.object_id, each.office_id) for each in stored_entries(connection) if each.act == BOOK_BEGUN}
    return [_verify_book(connection, sealer, book, office_id) for book, office_id in sorted(known)]


def _verify_book(connection: Connection, sealer: Sealer, book: str, office_id: str) -> LedgerReport:
    row = connection.execute(_HEAD, {"of_book": book, "of_office": office_id}).one_or_none()
    try:
        head = None if row is None else _head_of(row, sealer)
    except StorageUnavailable:
        head = None
    return verified(book, office_id, _readable(connection, sealer, book, office_id), head)


def _readable(connection: Connection, sealer: Sealer, book: str, office_id: str) -> Iterator[LedgerEntry]:
    """The entries; one that does not open comes without content, so that its hash cannot be right."""
    rows = connection.execute(
        _BOOK, {"of_book": book, "of_office": office_id}, execution_options={"yield_per": _AT_A_TIME}
    )
    for row in rows:
        try:
            yield _entry_of(row, sealer)
        except (StorageUnavailable, ValueError):
            yield LedgerEntry(book, office_id, row.number, _NO_TIME, "", "", "")


def _entries(
    connection: Connection, sealer: Sealer, book: str, office_id: str, subject_id: str | None
) -> Iterable[LedgerEntry]:
    values = {"of_book": book, "of_office": office_id}
    if subject_id is None:
        rows = connection.execute(_BOOK, values)
    else:
        rows = connection.execute(_SUBJECT, values | {"of_subject": subject_id})
    return (_entry_of(row, sealer) for row in rows)


def _begun(entry: LedgerEntry) -> AuditEntry:
    return AuditEntry(entry.at, entry.user_id, entry.office_id, BOOK_BEGUN, entry.book)


def _row_of(entry: LedgerEntry, sealer: Sealer) -> dict[str, Any]:
    content = {"body": entry.body, "hash": entry.hash}
    return {
        "book": entry.book,
        "office_id": entry.office_id,
        "number": entry.number,
        "at": moment_text(entry.at),
        "user_id": entry.user_id,
        "subject_id": entry.subject_id,
        "kind": entry.kind,
        "sealed_body": sealer.seal(_entry_place(entry.book, entry.office_id, entry.number), to_bytes(content)),
    }


def _entry_of(row: Row[Any], sealer: Sealer) -> LedgerEntry:
    content = from_bytes(sealer.open(_entry_place(row.book, row.office_id, row.number), row.sealed_body))
    return LedgerEntry(
        book=row.book,
        office_id=row.office_id,
        number=row.number,
        at=datetime.fromisoformat(row.at),
        user_id=row.user_id,
        subject_id=row.subject_id,
        kind=row.kind,
        body=content["body"],
        hash=content["hash"],
    )


def _head_of(row: Row[Any], sealer: Sealer) -> LedgerHead:
    place = _head_place(row.book, row.office_id)
    number, last_hash = from_bytes(sealer.open(place, row.sealed_head))
    if number != row.number:
        raise RecordDamaged(place.table, place.row_id)
    return LedgerHead(number, last_hash)


def _sealed_head(entry: LedgerEntry, sealer: Sealer) -> bytes:
    return sealer.seal(_head_place(entry.book, entry.office_id), to_bytes([entry.number, entry.hash]))


def _entry_place(book: str, office_id: str, number: int) -> Place:
    return Place("ledger_entry", f"{book}/{office_id}", "sealed_body", number)


def _head_place(book: str, office_id: str) -> Place:
    return Place("ledger_head", f"{book}/{office_id}", "sealed_head")
