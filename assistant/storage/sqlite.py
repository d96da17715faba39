"""SQLite in one of two safe modes, every setting read back on every connection (mode A: WAL, mode B: TRUNCATE)."""

import time
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from assistant.storage.errors import LoweredSync, TooOldSqlite

SAFE_WAL = (3, 51, 3)  # older ones can corrupt a database in WAL mode (reset race)
OLDEST = (3, 35, 0)  # RETURNING
BUSY_MILLISECONDS = 5000
_WAL_BYTES_KEPT = 64 * 1024 * 1024
_POOL_SIZE = 16
_FULL = 2
_BUSY = 5


def driver() -> ModuleType:
    """The SQLite that comes with the product; the one inside Python where it is missing."""
    try:
        import pysqlite3.dbapi2 as bundled

        return bundled  # type: ignore[no-any-return,unused-ignore]
    except ImportError:
        import sqlite3

        return sqlite3


def open_engine(file: Path, module: ModuleType | None = None) -> Engine:
    """An engine whose connections are all in the safe mode, or a refusal."""
    module = module or driver()
    settings = _settings(module)
    _check_library(file, module)
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(file)),
        module=module,
        poolclass=QueuePool,
        pool_size=_POOL_SIZE,
        max_overflow=_POOL_SIZE,
        pool_timeout=BUSY_MILLISECONDS / 1000,
        hide_parameters=True,  # parameters may hold personal data
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def _set_and_check(connection: Any, _record: object) -> None:
        for name, (wanted, read_back) in settings.items():
            _set(connection, name, wanted)
            actual = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if str(actual) != read_back:
                raise LoweredSync(str(file), name, read_back, str(actual))

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _set(connection: Any, name: str, value: str) -> None:
    """Sets a pragma; SQLite does not wait by itself when another program is just changing the journal mode."""
    deadline = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        except Exception as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def is_whole(engine: Engine) -> bool:
    """Every page can be read and is in its place."""
    with engine.connect() as connection:
        return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok")


def _settings(module: ModuleType) -> dict[str, tuple[str, str]]:
    """Pragma → what we set and what must read back, the waiting time first."""
    journal = "wal" if module.sqlite_version_info >= SAFE_WAL else "truncate"
    return {
        "busy_timeout": (str(BUSY_MILLISECONDS), str(BUSY_MILLISECONDS)),
        "journal_mode": (journal, journal),
        "synchronous": ("FULL", str(_FULL)),
        "foreign_keys": ("ON", "1"),
        "mmap_size": ("0", "0"),
        "journal_size_limit": (str(_WAL_BYTES_KEPT), str(_WAL_BYTES_KEPT)),
    }


def _check_library(file: Path, module: ModuleType) -> None:
    version = module.sqlite_version_info
    if version < OLDEST:
        raise TooOldSqlite(file, module.sqlite_version, ".".join(map(str, OLDEST)))
    if version < SAFE_WAL and _is_in_wal_mode(file):
        raise TooOldSqlite(file, module.sqlite_version, ".".join(map(str, SAFE_WAL)))


def _is_in_wal_mode(file: Path) -> bool:
    """Bytes 18 and 19 of the header are 2 in WAL mode."""
    try:
        with file.open("rb") as database:
            return database.read(20)[18:20] == b"\x02\x02"
    except FileNotFoundError:
        return False
