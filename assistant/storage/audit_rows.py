"""The audit log: entries are chained when the transaction ends, so that the head is locked last and briefly."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from assistant.ports import AuditEntry, AuditReport, StorageUnavailable
from assistant.storage import schema
from assistant.storage.audit_chain import EMPTY, Head, StoredEntry, as_entry, chained, verified
from assistant.storage.records import to_bytes
from assistant.storage.rows import Rows
from assistant.storage.sealing import Place, Sealer

_HEAD = select(schema.audit_head.c.number, schema.audit_head.c.hash, schema.audit_head.c.seal)
_LOCKED_HEAD = _HEAD.with_for_update()
_ENTRIES = select(schema.audit_entry).order_by(schema.audit_entry.c.number)
_ADD_ENTRIES = insert(schema.audit_entry)
_SET_HEAD = update(schema.audit_head).values({name: bindparam(name) for name in ("number", "hash", "seal")})
_HEAD_PLACE = Place("audit_head", "1", "seal")
_AT_A_TIME = 2000


class AuditRows(Rows):
    def __init__(self, connection: Connection, sealer: Sealer, *, writes: bool) -> None:
        super().__init__(connection, sealer, writes=writes)
        self._pending: list[AuditEntry] = []

    def audit(self, entry: AuditEntry) -> None:
        self._require_writing()
        self._pending.append(entry)

    def audit_entries(self) -> Sequence[AuditEntry]:
        self.append_pending()
        return [as_entry(each) for each in stored_entries(self._connection)]

    def append_pending(self) -> None:
        """Chains what ``audit`` was given, in its order."""
        if not self._pending:
            return
        number, last_hash, _seal = self._connection.execute(_LOCKED_HEAD).one()
        head = Head(number, last_hash)
        rows = []
        for entry in self._pending:
            stored = chained(entry, head)
            rows.append(stored._asdict())
            head = Head(stored.number, stored.hash)
        self._connection.execute(_ADD_ENTRIES, rows)
        self._connection.execute(_SET_HEAD, _sealed(head, self._sealer))
        self._pending.clear()


def begin_chain(connection: Connection, sealer: Sealer) -> None:
    """The head of an empty log, in a new database."""
    connection.execute(insert(schema.audit_head), {"id": 1} | _sealed(EMPTY, sealer))


def verify_chain(connection: Connection, sealer: Sealer) -> AuditReport:
    return verified(stored_entries(connection), _trusted_head(connection, sealer))


def stored_entries(connection: Connection) -> Iterator[StoredEntry]:
    for rows in connection.execute(_ENTRIES, execution_options={"yield_per": _AT_A_TIME}).partitions():
        yield from map(StoredEntry._make, rows)


def _trusted_head(connection: Connection, sealer: Sealer) -> Head | None:
    """The head as sealed; None when it is gone or was written without the office's key."""
    row = connection.execute(_HEAD).one_or_none()
    if row is None:
        return None
    head = Head(row.number, row.hash)
    try:
        return head if sealer.open(_HEAD_PLACE, row.seal) == to_bytes(head) else None
    except StorageUnavailable:
        return None


def _sealed(head: Head, sealer: Sealer) -> dict[str, object]:
    return {"number": head.number, "hash": head.hash, "seal": sealer.seal(_HEAD_PLACE, to_bytes(head))}
