"""A store opens only where nothing that was saved can be lost; otherwise it says what, where and what to do."""

import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from assistant.storage import SqlStore, StoreRefused, backup, open_store, restore, sqlite
from assistant.storage.data_folder import DATABASE_NAME, network_kind
from assistant.storage.errors import (
    CannotConnect,
    DatabaseDamaged,
    FileIsLink,
    FolderNotWritable,
    LoweredSync,
    NetworkFileSystem,
    NewerDatabase,
    SecondServer,
    TooOldSqlite,
    UnknownDatabase,
)
from assistant.storage.schema import SCHEMA_REVISION
from tests.storage.samples import furnished, save_names

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/office /srv/office nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
host:/x /home/clerk/remote fuse.sshfs rw 0 0
/dev/sdb1 /srv/office/local ext4 rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
server:/y /twice nfs rw 0 0
/dev/sdc1 /twice xfs rw 0 0
"""


def test_a_new_store_is_in_wal_mode_with_full_sync(sqlite_store: SqlStore) -> None:
    health = sqlite_store.health()
    assert (health.kind, health.journal_mode, health.synchronous) == ("sqlite", "wal", "FULL")
    assert health.version == sqlite.driver().sqlite_version
    assert not health.is_read_only
    assert DATABASE_NAME in health.where


@pytest.mark.postgres
def test_a_store_on_postgresql_tells_its_actual_values(postgres_store: SqlStore) -> None:
    health = postgres_store.health()
    assert (health.kind, health.synchronous, health.free_bytes) == ("postgresql", "on", None)


def test_the_database_is_readable_by_its_owner_only(tmp_path: Path, key_file: Path) -> None:
    store = open_store(None, tmp_path / "new" / "data", key_file)
    furnished(store)
    files = list((tmp_path / "new" / "data").iterdir())
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in files}
    store.close()
    assert DATABASE_NAME + "-wal" in modes
    assert set(modes.values()) == {0o600}


def test_what_was_saved_is_there_after_opening_again(data_folder: Path, key_file: Path) -> None:
    store = open_store(None, data_folder, key_file)
    furnished(store)
    save_names(store, "احمدی")
    store.close()
    again = open_store(None, data_folder, key_file)
    with again.read() as transaction:
        assert len(transaction.history("draft-1")) == 1
    assert again.verify_audit().is_intact
    again.close()


def test_a_data_folder_may_have_any_name(tmp_path: Path, key_file: Path) -> None:
    folder = tmp_path / "100% داده‌ها # ?mode=ro"
    store = open_store(None, folder, key_file, as_server=True)
    furnished(store)
    (tmp_path / "stick").mkdir()
    backup(store, tmp_path / "stick" / "پشتیبان #1?.db")
    store.close()
    restore(folder, key_file, tmp_path / "stick" / "پشتیبان #1?.db")
    names = [each.name.split("-before")[0] for each in folder.iterdir()]
    assert sorted(names) == ["dadkhastyar", DATABASE_NAME, "server.lock"]
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("100")] == [folder.name]


def test_an_older_library_gets_a_truncated_journal_instead_of_wal(
    tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "driver", lambda: _older(sqlite_version_info=(3, 40, 1), sqlite_version="3.40.1"))
    store = open_store(None, tmp_path / "data", key_file)
    furnished(store)
    health = store.health()
    store.close()
    assert (health.journal_mode, health.synchronous) == ("truncate", "FULL")


def test_an_older_library_is_refused_for_a_database_in_wal_mode(
    data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "driver", lambda: _older(sqlite_version_info=(3, 40, 1), sqlite_version="3.40.1"))
    refusal = _refusal(lambda: open_store(None, data_folder, key_file), TooOldSqlite)
    assert "3.40.1" in refusal
    assert "3.51.3" in refusal


def test_a_very_old_library_is_refused_altogether(
    tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "driver", lambda: _older(sqlite_version_info=(3, 31, 1), sqlite_version="3.31.1"))
    _refusal(lambda: open_store(None, tmp_path / "data", key_file), TooOldSqlite)


@pytest.mark.parametrize("setting", ["synchronous", "journal_mode", "foreign_keys", "busy_timeout"])
def test_a_setting_that_does_not_read_back_is_refused(
    data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setattr(sqlite, "driver", lambda: _deaf_to(setting))
    refusal = _refusal(lambda: open_store(None, data_folder, key_file), LoweredSync)
    assert setting in refusal


def test_a_network_drive_is_refused(data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.storage.data_folder.network_kind", lambda folder: "cifs")
    refusal = _refusal(lambda: open_store(None, data_folder, key_file), NetworkFileSystem)
    assert "cifs" in refusal


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/office", ""),
        ("/run/office", ""),
        ("/srv/office", "nfs4"),
        ("/srv/office/data", "nfs4"),
        ("/srv/office-data", ""),
        ("/srv/office/local/data", ""),
        ("/mnt/my share/data", "cifs"),
        ("/home/clerk/remote/data", "fuse.sshfs"),
        ("/run/user/1000/doc", ""),
        ("/twice/data", ""),
    ],
)
def test_the_innermost_last_mount_tells_whether_a_folder_is_on_the_network(
    tmp_path: Path, folder: str, kind: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert network_kind(Path(folder), mounts) == kind


def test_a_system_without_a_mount_list_is_taken_as_local(tmp_path: Path) -> None:
    assert network_kind(tmp_path, tmp_path / "nothing") == ""


def test_a_database_file_that_is_a_link_is_refused(data_folder: Path, key_file: Path, tmp_path: Path) -> None:
    (data_folder / DATABASE_NAME).rename(tmp_path / "elsewhere.sqlite3")
    (data_folder / DATABASE_NAME).symlink_to(tmp_path / "elsewhere.sqlite3")
    _refusal(lambda: open_store(None, data_folder, key_file), FileIsLink)


def test_a_database_file_with_two_names_is_refused(data_folder: Path, key_file: Path, tmp_path: Path) -> None:
    (tmp_path / "second-name.sqlite3").hardlink_to(data_folder / DATABASE_NAME)
    _refusal(lambda: open_store(None, data_folder, key_file), FileIsLink)


def test_a_folder_that_cannot_be_made_is_refused(key_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    _refusal(lambda: open_store(None, tmp_path / "file" / "data", key_file), FolderNotWritable)


def test_a_folder_that_cannot_be_written_is_refused(
    data_folder: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.fsync", refuse)
    _refusal(lambda: open_store(None, data_folder, key_file), FolderNotWritable)
    assert [each.name for each in data_folder.iterdir()] == [DATABASE_NAME]


def test_a_second_server_is_refused_and_told_who_holds_the_folder(data_folder: Path, key_file: Path) -> None:
    first = open_store(None, data_folder, key_file, as_server=True)
    refusal = _refusal(lambda: open_store(None, data_folder, key_file, as_server=True), SecondServer)
    assert re.search(r"\d+", refusal)
    first.close()
    open_store(None, data_folder, key_file, as_server=True).close()


def test_the_lock_of_a_server_that_was_killed_is_free(data_folder: Path, key_file: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from assistant.storage import open_store;"
        "open_store(None, Path(sys.argv[1]), Path(sys.argv[2]), as_server=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    command = [sys.executable, "-c", program, str(data_folder), str(key_file)]
    killed = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert killed.returncode == -9
    open_store(None, data_folder, key_file, as_server=True).close()


def test_a_server_that_could_not_open_frees_the_lock(data_folder: Path, key_file: Path) -> None:
    store = open_store(None, data_folder, key_file)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    _refusal(lambda: open_store(None, data_folder, key_file, as_server=True), NewerDatabase)
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{SCHEMA_REVISION}'")
    store.close()
    open_store(None, data_folder, key_file, as_server=True).close()


def test_a_file_that_is_no_database_is_refused(data_folder: Path, key_file: Path) -> None:
    (data_folder / DATABASE_NAME).write_bytes(b"ruined" * 5000)
    refusal = _refusal(lambda: open_store(None, data_folder, key_file), DatabaseDamaged)
    assert "restore" in refusal
    assert (data_folder / DATABASE_NAME).read_bytes() == b"ruined" * 5000


def test_a_server_does_not_start_on_a_damaged_page(data_folder: Path, key_file: Path) -> None:
    store = open_store(None, data_folder, key_file)
    furnished(store)
    save_names(store, *(f"نام {number}" for number in range(60)))
    store.close()
    whole = (data_folder / DATABASE_NAME).read_bytes()
    with (data_folder / DATABASE_NAME).open("r+b") as file:
        file.seek(len(whole) // 4096 // 2 * 4096)
        file.write(b"\xff" * 4096)
    _refusal(lambda: open_store(None, data_folder, key_file, as_server=True), DatabaseDamaged)
    (data_folder / DATABASE_NAME).write_bytes(whole)
    open_store(None, data_folder, key_file, as_server=True).close()


def test_commands_beside_a_running_server_share_its_database(data_folder: Path, key_file: Path) -> None:
    server = open_store(None, data_folder, key_file, as_server=True)
    command = open_store(None, data_folder, key_file)
    furnished(command)
    command.close()
    with server.read() as transaction:
        assert len(transaction.users()) == 2
    server.close()


def test_an_sqlite_address_names_its_file(tmp_path: Path, key_file: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/here/own.sqlite3", tmp_path / "data", key_file)
    assert store.file == tmp_path / "here" / "own.sqlite3"
    store.close()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:////tmp/x.sqlite3?synchronous=off",
        "mysql://clerk:secret@host/office",
        "clerk:secret@nonsense",
        "nonsense",
    ],
)
def test_an_address_of_another_kind_is_refused_without_showing_its_password(
    tmp_path: Path, key_file: Path, url: str
) -> None:
    assert "secret" not in _refusal(lambda: open_store(url, tmp_path, key_file), UnknownDatabase)


def test_a_postgresql_server_that_is_not_there_is_told_without_its_password(tmp_path: Path, key_file: Path) -> None:
    url = "postgresql://clerk:secret@127.0.0.1:9/office"
    assert "secret" not in _refusal(lambda: open_store(url, tmp_path, key_file), CannotConnect)


@pytest.mark.postgres
def test_a_postgresql_server_that_loses_commits_is_refused(
    postgres_url: str, tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(_postgres_settings(), "synchronous_commit", "off")
    refusal = _refusal(lambda: open_store(postgres_url, tmp_path, key_file), LoweredSync)
    assert "synchronous_commit" in refusal


def _postgres_settings() -> dict[str, str]:
    from assistant.storage import postgres

    return postgres._SESSION_SETTINGS


def _refusal(opening: Callable[[], SqlStore], kind: type[StoreRefused]) -> str:
    """The Persian text of the refusal: what and where in the first line, what to do in the second."""
    with pytest.raises(kind) as caught:
        opening()
    text = str(caught.value)
    assert re.search("[آ-ی]", text)
    assert len(text.splitlines()) == 2
    return text


def _older(**differences: object) -> Any:
    """The real library, saying it is older."""
    return SimpleNamespace(**vars(sqlite_driver()) | differences)


def sqlite_driver() -> ModuleType:
    import pysqlite3.dbapi2 as bundled

    return bundled  # type: ignore[no-any-return]


def _deaf_to(setting: str) -> Any:
    """The real library, in which one pragma is at its lowest and cannot be set."""
    real = sqlite_driver()

    class Deaf(real.Connection):  # type: ignore[misc,name-defined]
        def execute(self, statement: str, *values: object) -> Any:
            if statement == f"PRAGMA {setting}":
                return super().execute("SELECT 0")
            return super().execute(statement, *values)

    def connect(*arguments: Any, **named: Any) -> Any:
        return real.connect(*arguments, factory=Deaf, **named)

    return SimpleNamespace(**vars(real) | {"connect": connect})
