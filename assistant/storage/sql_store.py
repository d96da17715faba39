"""The store on SQLite or PostgreSQL: transactions, their failures, and what the health page shows."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assistant.domain.ledger import LedgerReport
from assistant.ports import AuditReport
from assistant.storage.audit_rows import verify_chain
from assistant.storage.data_folder import ServerLock
from assistant.storage.draft_rows import DraftRows
from assistant.storage.errors import DatabaseBusy, DiskFailed, DiskFull
from assistant.storage.failures import translated
from assistant.storage.ledger_rows import LedgerRows, verify_books
from assistant.storage.manifest_rows import ManifestRows
from assistant.storage.people_rows import PeopleRows, SessionRows
from assistant.storage.sealing import Sealer

_LOCK_SECONDS = 5.0
_RESERVE_BYTES = 200 * 1024 * 1024  # writing stops at 2 % of the disk or this, whichever is less
_RESERVE_SHARE = 50
_LOW_SHARE = 10


class SqlTransaction(DraftRows, PeopleRows, SessionRows, LedgerRows, ManifestRows):
    """All reads and writes of one act."""


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """The actual values, as read back from the database."""

    kind: str  # sqlite | postgresql
    version: str
    journal_mode: str
    synchronous: str
    where: str
    free_bytes: int | None  # None on PostgreSQL
    is_space_low: bool
    is_read_only: bool


class SqlStore:
    """Opened by ``open_store``. Safe to use from many threads."""

    def __init__(
        self,
        engine: Engine,
        sealer: Sealer,
        where: str,
        *,
        key_file: Path,
        file: Path | None = None,
        lock: ServerLock | None = None,
    ) -> None:
        self.engine = engine
        self.sealer = sealer
        self.where = where
        self.key_file = key_file
        self.file = file  # the SQLite file; None on PostgreSQL
        self._server_lock = lock
        self._has_failed = False
        self._writing = threading.Lock()
        self._thread = threading.local()
        self._for_writing = engine.execution_options(writes=True)
        self._for_reading = (
            engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            if file is None
            else engine
        )

    @contextmanager
    def begin(self) -> Iterator[SqlTransaction]:
        """Commits on leaving, rolls back on any exception."""
        if self._has_failed:
            raise DiskFailed
        with self._one_writer(), self._own_errors(), self._for_writing.begin() as connection:
            self._refuse_when_nearly_full()
            transaction = SqlTransaction(connection, self.sealer, writes=True)
            yield transaction
            transaction.append_pending()

    @contextmanager
    def read(self) -> Iterator[SqlTransaction]:
        """Sees one moment of the database."""
        with self.reading() as connection:
            yield SqlTransaction(connection, self.sealer, writes=False)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._own_errors(), self._for_reading.connect() as connection, connection.begin():
            yield connection

    def verify_audit(self) -> AuditReport:
        with self.reading() as connection:
            return verify_chain(connection, self.sealer)

    def verify_ledgers(self) -> Sequence[LedgerReport]:
        with self.reading() as connection:
            return verify_books(connection, self.sealer)

    def health(self) -> StoreHealth:
        with self.reading() as connection:
            if self.file is None:
                version, journal = connection.execute(text("SHOW server_version")).scalar_one(), "wal"
                synchronous = connection.execute(text("SHOW synchronous_commit")).scalar_one()
            else:
                version = connection.execute(text("SELECT sqlite_version()")).scalar_one()
                journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
                synchronous = {2: "FULL"}.get(connection.exec_driver_sql("PRAGMA synchronous").scalar_one(), "LOW")
        free, total = self._space()
        return StoreHealth(
            kind=self.engine.dialect.name,
            version=version,
            journal_mode=journal,
            synchronous=synchronous,
            where=self.where,
            free_bytes=free if self.file else None,
            is_space_low=free * _LOW_SHARE < total,
            is_read_only=self._has_failed or free < _reserve(total),
        )

    def close(self) -> None:
        self.engine.dispose()
        if self._server_lock is not None:
            self._server_lock.release()

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        """SQLite has one writer; waiting here is fair and short, waiting in its busy handler is neither."""
        if getattr(self._thread, "is_writing", False):
            raise RuntimeError("begin() inside begin(): one act is one transaction")
        if self.file is not None and not self._writing.acquire(timeout=_LOCK_SECONDS):
            raise DatabaseBusy
        self._thread.is_writing = True
        try:
            yield
        finally:
            self._thread.is_writing = False
            if self.file is not None:
                self._writing.release()

    @contextmanager
    def _own_errors(self) -> Iterator[None]:
        try:
            yield
        except PoolTimeout as busy:
            raise DatabaseBusy from busy
        except DBAPIError as error:
            ours = translated(error)
            if isinstance(ours, DiskFailed):
                self._has_failed = True  # nothing after this can be trusted until the store is opened and checked again
            if ours is error:
                raise
            raise ours from error

    def _refuse_when_nearly_full(self) -> None:
        free, total = self._space()
        if free < _reserve(total):
            raise DiskFull

    def _space(self) -> tuple[int, int]:
        """Free and total bytes of the disk; on PostgreSQL that is the server's own care."""
        if self.file is None:
            return 1, 1
        usage = shutil.disk_usage(self.file.parent)
        return usage.free, usage.total


def _reserve(total: int) -> int:
    return min(_RESERVE_BYTES, total // _RESERVE_SHARE)
