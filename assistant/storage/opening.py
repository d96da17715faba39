"""Opens a store: the place, the lock, the engine, the tables and the key are checked before anything is read."""

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, insert, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError

from assistant.ports import StorageUnavailable
from assistant.storage import data_folder as places
from assistant.storage import postgres, sqlite
from assistant.storage.audit_rows import begin_chain
from assistant.storage.errors import CannotConnect, DatabaseDamaged, DiskFailed, UnknownDatabase, WrongKey
from assistant.storage.failures import translated
from assistant.storage.key_file import load_sealer
from assistant.storage.migrate import bring_up_to_date, take_turns
from assistant.storage.schema import key_check
from assistant.storage.sealing import Place, Sealer
from assistant.storage.sql_store import SqlStore


def open_store(url: str | None, data_folder: Path, key_file: Path, *, as_server: bool = False) -> SqlStore:
    """The store at ``url`` (None: an SQLite file in ``data_folder``), its tables brought up to date.

    ``as_server`` takes the folder's lock, so that a second server is refused; commands beside a running
    server leave it out. Raises StoreRefused.
    """
    where = parsed_url(url)
    file = sqlite_file(where, data_folder)
    sealer = load_sealer(key_file, data_folder if file is None else file.parent)
    if file is None:
        assert where is not None
        return _opened(postgres.open_engine(where), sealer, key_file, where.render_as_string(hide_password=True))
    places.check_place(file)
    lock = places.ServerLock(file.parent) if as_server else None
    if lock is not None:
        lock.acquire()
    try:
        return _opened(sqlite.open_engine(file), sealer, key_file, str(file), file=file, lock=lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def parsed_url(url: str | None) -> URL | None:
    if not url:
        return None
    try:
        return make_url(url)
    except ArgumentError as wrong:
        raise UnknownDatabase(url.split("@")[-1]) from wrong  # never the password


def sqlite_file(url: URL | None, data_folder: Path) -> Path | None:
    """The SQLite file that is meant; None for PostgreSQL."""
    if url is None:
        return data_folder / places.DATABASE_NAME
    kind = url.get_backend_name()
    if kind == "postgresql":
        return None
    if kind != "sqlite" or not url.database or url.database == ":memory:" or url.query:
        raise UnknownDatabase(url.render_as_string(hide_password=True))
    return Path(url.database)


def _opened(
    engine: Engine,
    sealer: Sealer,
    key_file: Path,
    where: str,
    *,
    file: Path | None = None,
    lock: places.ServerLock | None = None,
) -> SqlStore:
    try:
        if lock is not None and not sqlite.is_whole(engine):
            raise DatabaseDamaged(where)
        bring_up_to_date(engine, where)
        _check_key(engine, sealer, key_file)
    except DBAPIError as failed:
        engine.dispose()
        is_damaged = isinstance(translated(failed), DiskFailed)
        raise (DatabaseDamaged(where) if is_damaged else CannotConnect(where, str(failed.orig))) from failed
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, sealer, where, key_file=key_file, file=file, lock=lock)


def _check_key(engine: Engine, sealer: Sealer, key_file: Path) -> None:
    """Every key this database was ever sealed with must be at hand, and be the right one."""
    with engine.connect() as connection:
        if refuse_wrong_key(connection, sealer, key_file):
            return
    with engine.execution_options(writes=True).begin() as connection:
        take_turns(connection)
        if refuse_wrong_key(connection, sealer, key_file):
            return
        if not connection.execute(select(key_check.c.number)).first():
            begin_chain(connection, sealer)
        place = _place_of(sealer.current)
        connection.execute(insert(key_check), {"number": sealer.current, "seal": sealer.seal(place, b"dadkhastyar")})


def refuse_wrong_key(connection: Connection, sealer: Sealer, key_file: Path) -> bool:
    """Raises WrongKey; else tells whether the current key is already known to the database."""
    known = False
    for number, seal in connection.execute(select(key_check.c.number, key_check.c.seal)):
        try:
            sealer.open(_place_of(number), seal)
        except StorageUnavailable as broken:
            raise WrongKey(key_file, number) from broken
        known = known or number == sealer.current
    return known


def _place_of(number: int) -> Place:
    return Place("key_check", str(number), "seal")
