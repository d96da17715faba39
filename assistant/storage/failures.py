"""Turns a driver's error into one of ours, and tells which of them end all writing until the store is reopened."""

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError

from assistant.ports import ConstraintBroken, StorageUnavailable
from assistant.storage.errors import DatabaseBusy, DatabaseLost, DiskFailed, DiskFull

_SQLITE: dict[int, type[StorageUnavailable]] = {
    5: DatabaseBusy,  # SQLITE_BUSY
    6: DatabaseBusy,  # SQLITE_LOCKED
    8: DiskFailed,  # SQLITE_READONLY: the file was moved away or its rights changed
    10: DiskFailed,  # SQLITE_IOERR
    11: DiskFailed,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: DatabaseLost,  # SQLITE_CANTOPEN
    15: DatabaseBusy,  # SQLITE_PROTOCOL: the locking protocol gave up
    26: DiskFailed,  # SQLITE_NOTADB
}
_POSTGRES: dict[str, type[StorageUnavailable]] = {
    "53100": DiskFull,
    "55P03": DatabaseBusy,  # lock_timeout
    "40P01": DatabaseBusy,  # deadlock
    "40001": DatabaseBusy,  # serialization
    "57014": DatabaseBusy,  # statement_timeout
    "25P03": DatabaseBusy,  # idle_in_transaction_session_timeout
    "58030": DiskFailed,
    "XX001": DiskFailed,  # data corrupted
    "XX002": DiskFailed,  # index corrupted
}
_POSTGRES_CLASSES: dict[str, type[StorageUnavailable]] = {"53": DatabaseLost, "57": DatabaseLost, "08": DatabaseLost}


def translated(error: DBAPIError) -> Exception:
    """What the caller is told; the driver's own error when it is a fault of the program."""
    if isinstance(error, IntegrityError):
        return ConstraintBroken("a value is used twice or refers to nothing")
    kind = _kind_of(error)
    return error if kind is None else kind()


def _kind_of(error: DBAPIError) -> type[StorageUnavailable] | None:
    sqlite_code = getattr(error.orig, "sqlite_errorcode", None)
    if sqlite_code is not None:
        return _SQLITE.get(sqlite_code & 0xFF)
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _POSTGRES.get(state) or _POSTGRES_CLASSES.get(state[:2])
    is_connection = error.connection_invalidated or isinstance(error, (OperationalError, InterfaceError))
    return DatabaseLost if is_connection else None
