"""A consistent copy of a running SQLite database, verified before it gets its name; and the way back.

Answers in a backup stay sealed: it is worth nothing without the key file, which must be kept elsewhere.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from assistant.storage.errors import BackupRefused
from assistant.storage.key_file import sync_folder
from assistant.storage.schema import metadata
from assistant.storage.sql_store import SqlStore
from assistant.storage.sqlite import driver

PG_DUMP = (
    "پایگاه داده PostgreSQL است و پشتیبان آن با ابزار خودش گرفته می‌شود.\n"
    "این دستور را بزنید: pg_dump --format=custom --file=FILE DATABASE (و برای بازگرداندن: pg_restore)"
)


def backup(store: SqlStore, file: Path) -> Mapping[str, int]:
    """Writes the database as it is at one moment into the new ``file``; returns the rows of each table.

    The clerks go on working meanwhile. Raises BackupRefused; then ``file`` does not exist.
    """
    if store.file is None:
        raise BackupRefused(PG_DUMP)
    if file.exists():
        raise BackupRefused(f"این پرونده از پیش هست و بازنویسی نمی‌شود: {file}\nنام دیگری بدهید.")
    if not file.parent.is_dir():
        raise BackupRefused(f"پوشهٔ پشتیبان نیست: {file.parent}\nنخست آن را بسازید.")
    if store.key_file.resolve().parent == file.resolve().parent:
        raise BackupRefused(f"پروندهٔ کلید در همین پوشه است: {file.parent}\nپشتیبان را جای دیگری، جدا از کلید، بگذارید.")
    draft = unfinished(file)
    try:
        with store.reading() as connection:
            counts = count_rows(connection)
            copy_database(connection.connection.driver_connection, draft)
        verify(draft, counts)
        os.replace(draft, file)
        sync_folder(file.parent)
    except OSError as failed:
        raise BackupRefused(f"پشتیبان نوشته نشد: {file} ({failed.strerror})") from failed
    finally:
        remove(draft)
    return counts


def unfinished(file: Path) -> Path:
    """A name beside ``file`` for what is not finished yet."""
    return file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")


def with_journals(file: Path) -> list[Path]:
    """A database file and what SQLite may lay beside it."""
    return [file, *(file.with_name(file.name + suffix) for suffix in ("-wal", "-shm", "-journal"))]


def remove(draft: Path) -> None:
    for each in with_journals(draft):
        each.unlink(missing_ok=True)


def count_rows(connection: Connection) -> dict[str, int]:
    names = [table.name for table in metadata.sorted_tables]
    return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in names}  # noqa: S608


def copy_database(source: Any, target: Path) -> None:
    """Copies through SQLite's backup API inside the source's open read transaction, into one self-contained file."""
    module = driver()
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(module.connect(str(target), isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
            copy.execute("PRAGMA synchronous=FULL")
    except module.Error as failed:
        raise BackupRefused(f"رونوشت پایگاه داده کامل نشد: {target.parent} ({failed})") from failed
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def verify(file: Path, counts: Mapping[str, int] | None = None) -> None:
    """Opens ``file`` as anyone would and checks it whole; with ``counts``, that no row is missing."""
    module = driver()
    try:
        with closing(module.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as copy:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check").fetchall()]
            orphans = copy.execute("PRAGMA foreign_key_check").fetchall()
            copy.execute("SELECT version_num FROM alembic_version").fetchall()
            actual = {
                name: copy.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
                for name in counts or ()
            }
    except module.Error as failed:
        raise BackupRefused(f"این پرونده پشتیبان سالمی نیست: {file} ({failed})") from failed
    if found != ["ok"] or orphans:
        raise BackupRefused(f"پشتیبان خراب است و به کار نمی‌آید: {file} ({found[0]})")
    if counts is not None and actual != counts:
        raise BackupRefused(f"شمار ردیف‌های رونوشت با پایگاه داده یکی نیست: {file}\nدوباره پشتیبان بگیرید.")
