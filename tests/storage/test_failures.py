"""Full disks, failing disks, busy and lost databases: nothing half written, what was saved stays, clear words."""

import re
import resource
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import event

from assistant.ports import ConstraintBroken, StorageUnavailable, Store
from assistant.storage import SqlStore, open_store, schema, sql_store, sqlite
from assistant.storage.errors import DatabaseBusy, DatabaseLost, DiskFailed, DiskFull, RecordDamaged
from tests.fakes.memory_store import MemoryStore
from tests.storage.samples import (
    DRAFT,
    NAZARI,
    SARA,
    entry,
    furnished,
    last_name_in,
    save_names,
    session_of,
    sqlite_file,
)

IO_ERROR, CORRUPT = 10, 11


@pytest.fixture
def office(sqlite_store: SqlStore) -> SqlStore:
    furnished(sqlite_store)
    return sqlite_store


def test_a_save_on_a_full_disk_is_refused_whole_and_works_again_when_there_is_room(office: SqlStore) -> None:
    with _at_most(office, pages=_pages(office) + 30):
        saved = _save_until_it_fails(office, DiskFull)
        assert last_name_in(office) == saved[-1]
        with office.read() as transaction:
            assert len(transaction.history(DRAFT.id)) == len(saved) == len(transaction.audit_entries())
    assert not office.health().is_read_only
    save_names(office, "پس از جا باز شدن")
    assert last_name_in(office) == "پس از جا باز شدن"
    assert office.verify_audit().is_intact


def test_writing_stops_while_there_is_still_a_reserve_on_the_disk(
    office: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    gigabyte = 1024**3
    for free, refused, low in [(100 * gigabyte, False, False), (gigabyte, False, True), (gigabyte // 10, True, True)]:
        usage = SimpleNamespace(total=100 * gigabyte, free=free)
        monkeypatch.setattr("shutil.disk_usage", lambda _, usage=usage: usage)
        health = office.health()
        assert (health.is_read_only, health.is_space_low) == (refused, low)
        if refused:
            _fails_to_save(office, DiskFull)
        else:
            save_names(office, f"{free}")
    assert last_name_in(office) == f"{gigabyte}"


def test_a_real_write_error_is_not_acknowledged_and_makes_the_store_read_only(
    data_folder: Path, key_file: Path
) -> None:
    store = open_store(None, data_folder, key_file)
    furnished(store)
    wal = Path(f"{sqlite_file(store)}-wal")
    with _no_file_larger_than(wal.stat().st_size + 40_000):
        saved = _save_until_it_fails(store, DiskFailed)
    assert store.health().is_read_only
    _fails_to_save(store, DiskFailed)
    assert last_name_in(store) == saved[-1]
    store.close()
    again = open_store(None, data_folder, key_file)
    assert last_name_in(again) == saved[-1]
    save_names(again, "پس از راه‌اندازی")
    assert again.verify_audit().is_intact
    again.close()


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "UPDATE draft ", "INSERT INTO audit_entry", "COMMIT"])
@pytest.mark.parametrize("code", [IO_ERROR, CORRUPT])
def test_an_input_output_error_at_any_step_writes_nothing(
    data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch, statement: str, code: int
) -> None:
    failing = _FailingDriver()
    monkeypatch.setattr(sqlite, "driver", lambda: failing.module)
    store = open_store(None, data_folder, key_file)
    furnished(store)
    failing.at, failing.code = statement, code
    _fails_to_save(store, DiskFailed)
    failing.at = ""
    _fails_to_save(store, DiskFailed)
    assert store.health().is_read_only
    assert last_name_in(store) == NAZARI
    store.close()
    again = open_store(None, data_folder, key_file)
    with again.read() as transaction:
        assert transaction.draft(DRAFT.id) == DRAFT
        assert transaction.history(DRAFT.id) == []
        assert transaction.audit_entries() == []
    again.close()


def test_a_failing_read_ends_writing_too(data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = _FailingDriver()
    monkeypatch.setattr(sqlite, "driver", lambda: failing.module)
    store = open_store(None, data_folder, key_file)
    furnished(store)
    failing.at, failing.code = "SELECT draft.", IO_ERROR
    with pytest.raises(DiskFailed):
        last_name_in(store)
    failing.at = ""
    _fails_to_save(store, DiskFailed)
    store.close()


def test_a_database_another_program_holds_is_waited_for_and_then_told(
    data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 300)
    store = open_store(None, data_folder, key_file)
    furnished(store)
    with closing(sqlite.driver().connect(str(sqlite_file(store)), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        _fails_to_save(store, DatabaseBusy)
        other.execute("COMMIT")
    save_names(store, "پس از انتظار")
    assert last_name_in(store) == "پس از انتظار"
    store.close()


def test_a_clerk_waits_only_so_long_for_another_clerks_save(office: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_store, "_LOCK_SECONDS", 0.1)
    failures: list[BaseException] = []

    def save_beside() -> None:
        try:
            save_names(office, "همزمان")
        except StorageUnavailable as failure:
            failures.append(failure)

    with office.begin():
        beside = threading.Thread(target=save_beside)
        beside.start()
        beside.join()
    assert [type(each) for each in failures] == [DatabaseBusy]
    save_names(office, "بعد")


@pytest.mark.postgres
def test_a_killed_postgresql_connection_fails_that_act_only(postgres_store: SqlStore) -> None:
    furnished(postgres_store)

    def lose_connection() -> None:
        with postgres_store.begin() as transaction:
            transaction.audit(entry(1))
            _kill_other_backends(postgres_store)
            transaction.add_session(session_of(SARA))

    with pytest.raises(DatabaseLost):
        lose_connection()
    save_names(postgres_store, "پس از پیوند دوباره")
    assert last_name_in(postgres_store) == "پس از پیوند دوباره"
    assert postgres_store.verify_audit().count == 1


def test_a_value_changed_in_the_database_is_refused_not_shown(database: SqlStore) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE draft SET sealed_answers = sealed_reasons")
    with pytest.raises(RecordDamaged, match=DRAFT.id):
        last_name_in(database)


def test_an_old_revision_cannot_be_put_back_under_a_new_number(database: SqlStore) -> None:
    with database.engine.connect() as connection:
        old = connection.exec_driver_sql("SELECT sealed_answers FROM draft").scalar_one()
    save_names(database, "نو")
    with database.engine.begin() as connection:
        connection.execute(schema.draft.update().values(sealed_answers=old))
    with pytest.raises(RecordDamaged):
        last_name_in(database)


def test_errors_never_carry_the_values_that_were_being_saved(database: SqlStore) -> None:
    with pytest.raises(ConstraintBroken) as caught, database.begin() as transaction:
        transaction.add_user(SARA)
    told = str(caught.value) + str(caught.value.__cause__)
    assert SARA.full_name not in told
    assert SARA.password_hash not in told


def test_the_fake_store_can_fail_as_a_full_disk_does() -> None:
    store = MemoryStore()
    furnished(store)
    store.is_failing = True
    _fails_to_save(store, StorageUnavailable)
    store.is_failing = False
    assert last_name_in(store) == NAZARI


def _fails_to_save(store: Store, kind: type[StorageUnavailable]) -> None:
    """The failure is ours, in Persian, and says that nothing was stored."""
    with pytest.raises(kind) as caught:
        save_names(store, "ذخیره‌نشده")
    assert re.search("[آ-ی]", str(caught.value))


def _save_until_it_fails(store: SqlStore, kind: type[StorageUnavailable]) -> list[str]:
    """The names that were acknowledged before the disk gave up."""
    for number in range(500):
        try:
            save_names(store, f"نام {number}")
        except kind:
            assert number, "nothing could be saved at all"
            return [f"نام {each}" for each in range(number)]
    pytest.fail("the disk never gave up")


def _pages(store: SqlStore) -> int:
    with store.reading() as connection:
        return int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())


@contextmanager
def _at_most(store: SqlStore, pages: int) -> Iterator[None]:
    """The database file cannot grow over so many pages, on any connection."""

    def limit(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}").fetchall()

    event.listen(store.engine, "checkout", limit)
    yield
    event.remove(store.engine, "checkout", limit)
    event.listen(store.engine, "checkout", lambda connection, *_: connection.execute("PRAGMA max_page_count=1000000"))


@contextmanager
def _no_file_larger_than(size: int) -> Iterator[None]:
    """Writing beyond ``size`` fails in this process, as on a broken disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class _FailingDriver:
    """The real library; statements that begin with ``at`` fail with ``code``."""

    def __init__(self) -> None:
        self.at = ""
        self.code = IO_ERROR
        real = sqlite.driver()
        check = self._check

        class Cursor(real.Cursor):  # type: ignore[misc,name-defined]
            def execute(self, statement: str, *values: Any) -> Any:
                check(statement)
                return super().execute(statement, *values)

            def executemany(self, statement: str, *values: Any) -> Any:
                check(statement)
                return super().executemany(statement, *values)

        class Connection(real.Connection):  # type: ignore[misc,name-defined]
            def cursor(self, *_: Any) -> Any:
                return super().cursor(Cursor)

            def commit(self) -> None:
                check("COMMIT")
                super().commit()

        def connect(*arguments: Any, **named: Any) -> Any:
            return real.connect(*arguments, factory=Connection, **named)

        self._error: Callable[[str], Any] = real.OperationalError
        self.module = SimpleNamespace(**vars(real) | {"connect": connect})

    def _check(self, statement: str) -> None:
        if self.at and statement.startswith(self.at):
            error = self._error("disk I/O error")
            error.sqlite_errorcode = self.code
            raise error


def _kill_other_backends(store: SqlStore) -> None:
    import psycopg

    url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
