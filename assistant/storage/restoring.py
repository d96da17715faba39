"""Puts a backup in the place of the database, without bringing back rights that were taken away since."""

import os
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select, update

from assistant.domain.people import User
from assistant.ports import AuditEntry
from assistant.storage import records, schema, sqlite
from assistant.storage.audit_rows import verify_chain
from assistant.storage.backups import PG_DUMP, copy_database, remove, unfinished, verify, with_journals
from assistant.storage.data_folder import ServerLock, check_place
from assistant.storage.errors import BackupRefused
from assistant.storage.key_file import load_sealer, sync_folder
from assistant.storage.ledger_rows import verify_books
from assistant.storage.migrate import bring_up_to_date
from assistant.storage.opening import parsed_url, refuse_wrong_key, sqlite_file
from assistant.storage.sealing import Sealer
from assistant.storage.sql_store import SqlTransaction

_BUSY = (5, 6)  # SQLITE_BUSY, SQLITE_LOCKED


@dataclass(frozen=True, slots=True)
class RestoreReport:
    kept: Path | None  # where the database that was replaced lies now
    audit_is_intact: bool  # the audit log and the ledgers of the backup, before the restore was recorded
    lost_entries: int | None  # audit entries written after the backup; None: not known
    disabled_again: tuple[str, ...]  # login names that were disabled after the backup
    changed_since: tuple[str, ...]  # login names whose password, role or office changed after the backup


@dataclass(frozen=True, slots=True)
class _Present:
    """What the database that is replaced knows and the backup may not."""

    users: Mapping[str, User]
    last_entry: int | None


def restore(
    data_folder: Path, key_file: Path, file: Path, *, url: str | None = None, now: datetime | None = None
) -> RestoreReport:
    """Replaces the database by the backup ``file``; the old one is kept beside it, all sessions end.

    Raises StoreRefused (a server is running, the file is damaged, the key is another one); then nothing changed.
    """
    database = sqlite_file(parsed_url(url), data_folder)
    if database is None:
        raise BackupRefused(PG_DUMP)
    if not file.is_file():
        raise BackupRefused(f"پروندهٔ پشتیبان پیدا نشد: {file}")
    data_folder = database.parent
    sealer = load_sealer(key_file, data_folder)
    check_place(database)
    with ServerLock(data_folder):
        draft = unfinished(database)
        try:
            _copy(file, draft)
            _close_for_all(database)
            report = _prepare(draft, sealer, key_file, _present(database), now or datetime.now(UTC))
            kept = _keep(database, now or datetime.now(UTC))
            os.replace(draft, database)
            sync_folder(data_folder)
        except OSError as failed:
            raise BackupRefused(f"بازگرداندن انجام نشد: {data_folder} ({failed.strerror})") from failed
        finally:
            remove(draft)
    return replace(report, kept=kept)


def _copy(file: Path, draft: Path) -> None:
    module = sqlite.driver()
    with closing(module.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as source:
        copy_database(source, draft)
    verify(draft)


def _close_for_all(database: Path) -> None:
    """Brings everything into the one file and makes sure that nobody else has it open; a damaged one stays as it is."""
    if not database.stat().st_size:
        return
    module = sqlite.driver()
    try:
        with closing(module.connect(str(database), timeout=1, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    except module.Error as failed:
        if getattr(failed, "sqlite_errorcode", 0) & 0xFF in _BUSY:
            raise BackupRefused(
                f"برنامهٔ دیگری پایگاه داده را باز نگه داشته است: {database}\nنخست آن را ببندید."
            ) from failed


def _present(database: Path) -> _Present:
    """Read without the product's own engine: the file may be damaged, of an older version, or empty."""
    module = sqlite.driver()
    try:
        with closing(module.connect(str(database), isolation_level=None)) as connection:
            connection.row_factory = module.Row
            rows = connection.execute(
                "SELECT id, name, full_name, role, office_id, password_hash, is_disabled, epoch FROM person"
            ).fetchall()
            users = [records.user_from_values(dict(row)) for row in rows]
            last = connection.execute("SELECT number FROM audit_head").fetchone()
    except (module.Error, ValueError):
        return _Present({}, None)
    return _Present({user.id: user for user in users}, last[0] if last else None)


def _prepare(draft: Path, sealer: Sealer, key_file: Path, present: _Present, now: datetime) -> RestoreReport:
    """Makes the copy ready to be opened: present tables, right key, no sessions, no right that was taken away."""
    engine = sqlite.open_engine(draft)
    try:
        bring_up_to_date(engine, str(draft))
        with engine.execution_options(writes=True).begin() as connection:
            refuse_wrong_key(connection, sealer, key_file)
            is_intact = verify_chain(connection, sealer).is_intact and all(
                each.is_intact for each in verify_books(connection, sealer)
            )
            connection.execute(update(schema.session).values(is_revoked=True))
            disabled, changed = _take_back_rights(connection, present.users)
            last = connection.execute(select(schema.audit_head.c.number)).scalar_one()
            lost = None if present.last_entry is None else max(present.last_entry - last, 0)
            transaction = SqlTransaction(connection, sealer, writes=True)
            detail = {"entries": last, "lost_entries": lost, "disabled_again": disabled, "was_intact": is_intact}
            transaction.audit(AuditEntry(now, "", "", "store.restored", "", detail))
            transaction.append_pending()
            names = {row.id: row.name for row in connection.execute(select(schema.person.c.id, schema.person.c.name))}
    finally:
        engine.dispose()
    return RestoreReport(
        kept=None,
        audit_is_intact=is_intact,
        lost_entries=lost,
        disabled_again=tuple(names[each] for each in disabled),
        changed_since=tuple(names[each] for each in changed),
    )


def _take_back_rights(connection: Connection, present: Mapping[str, User]) -> tuple[list[str], list[str]]:
    """Ids of users disabled once more, and of users who are otherwise not what they are now."""
    disabled, changed = [], []
    for row in connection.execute(select(schema.person).order_by(schema.person.c.id)).all():
        user = records.user_from_row(row)
        now = present.get(user.id)
        if now is None or now == user:
            continue
        if now.is_disabled and not user.is_disabled:
            disabled.append(user.id)
        elif (now.role, now.office_id, now.password_hash) != (user.role, user.office_id, user.password_hash):
            changed.append(user.id)
        values = {"is_disabled": user.is_disabled or now.is_disabled, "epoch": max(user.epoch, now.epoch) + 1}
        connection.execute(update(schema.person).where(schema.person.c.id == user.id).values(values))
    return disabled, changed


def _keep(database: Path, now: datetime) -> Path | None:
    """A copy of the old database beside it, with its journal when it was damaged; None when there was none."""
    if not database.stat().st_size:
        return None
    kept = database.with_name(f"{database.stem}-before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%S%fZ}.sqlite3")
    shutil.copyfile(database, kept)
    kept.chmod(0o600)
    with kept.open("rb+") as file:
        os.fsync(file.fileno())
    for old, new in zip(with_journals(database)[1:], with_journals(kept)[1:], strict=True):
        if old.exists():
            os.replace(old, new)
    sync_folder(database.parent)
    return kept
