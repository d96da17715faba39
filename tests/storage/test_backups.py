"""A backup is one consistent moment of a running database, proven readable before it gets its name."""

import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from assistant.storage import SqlStore, backup, open_store, sqlite
from assistant.storage.backups import copy_database
from assistant.storage.errors import BackupRefused
from tests.storage.samples import DRAFT, NAZARI, furnished, last_name_in, save_names, sqlite_file


@pytest.fixture
def office(sqlite_store: SqlStore) -> SqlStore:
    furnished(sqlite_store)
    return sqlite_store


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "office.backup"


def test_a_backup_is_one_closed_file_readable_by_its_owner_only(office: SqlStore, target: Path) -> None:
    counts = backup(office, target)
    assert counts["draft"] == 1
    assert counts["person"] == 2
    assert [each.name for each in target.parent.iterdir()] == [target.name]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes()[18:20] == b"\x01\x01", "in WAL mode it could not be opened on a read-only medium"


def test_a_backup_holds_what_was_saved_last(office: SqlStore, target: Path, tmp_path: Path, key_file: Path) -> None:
    save_names(office, "آخرین")
    backup(office, target)
    copy = open_store(f"sqlite:///{target}", tmp_path, key_file)
    assert last_name_in(copy) == "آخرین"
    assert copy.verify_audit().is_intact
    copy.close()


def test_backups_under_full_load_are_each_one_moment(
    office: SqlStore, target: Path, tmp_path: Path, key_file: Path
) -> None:
    """Draft, history and audit entry are written in one transaction, so in every backup they agree."""
    stop = threading.Event()
    saved: list[str] = []

    def type_on() -> None:
        while not stop.is_set():
            saved.append(f"نام {len(saved)}")
            save_names(office, saved[-1])

    clerk = threading.Thread(target=type_on)
    clerk.start()
    try:
        files = [target.with_name(f"{number}.backup") for number in range(12)]
        for file in files:
            backup(office, file)
    finally:
        stop.set()
        clerk.join()
    for file in files:
        copy = open_store(f"sqlite:///{file}", tmp_path, key_file)
        with copy.read() as transaction:
            draft = transaction.draft(DRAFT.id)
            history = transaction.history(DRAFT.id)
            entries = transaction.audit_entries()
        assert draft is not None
        assert len(history) == len(entries) == draft.revision
        assert copy.verify_audit().is_intact
        copy.close()
    assert len(saved) > len(files)


def test_a_file_that_is_there_is_never_overwritten(office: SqlStore, target: Path) -> None:
    target.write_text("older backup")
    with pytest.raises(BackupRefused, match=target.name):
        backup(office, target)
    assert target.read_text() == "older backup"


def test_a_backup_into_a_folder_that_is_not_there_is_refused(office: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="nowhere"):
        backup(office, tmp_path / "nowhere" / "office.backup")


def test_a_backup_beside_the_key_file_is_refused(office: SqlStore, key_file: Path) -> None:
    with pytest.raises(BackupRefused, match="کلید"):
        backup(office, key_file.parent / "office.backup")
    assert [each.name for each in key_file.parent.iterdir()] == [key_file.name]


def test_a_copy_that_does_not_verify_never_gets_its_name(
    office: SqlStore, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_half(source: object, draft: Path) -> None:
        whole = sqlite_file(office).read_bytes()
        draft.write_bytes(whole[: len(whole) // 2])

    monkeypatch.setattr("assistant.storage.backups.copy_database", copy_half)
    with pytest.raises(BackupRefused):
        backup(office, target)
    assert list(target.parent.iterdir()) == []


def test_a_copy_with_a_missing_row_never_gets_its_name(
    office: SqlStore, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_and_lose(source: object, draft: Path) -> None:
        copy_database(source, draft)
        with closing(sqlite.driver().connect(str(draft), isolation_level=None)) as copy:
            copy.execute("DELETE FROM draft")

    monkeypatch.setattr("assistant.storage.backups.copy_database", copy_and_lose)
    with pytest.raises(BackupRefused):
        backup(office, target)
    assert list(target.parent.iterdir()) == []
    assert last_name_in(office) == NAZARI


@pytest.mark.postgres
def test_on_postgresql_the_refusal_names_its_own_tool(postgres_store: SqlStore, target: Path) -> None:
    with pytest.raises(BackupRefused, match="pg_dump"):
        backup(postgres_store, target)
