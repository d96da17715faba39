"""A restore puts back the answers, never the rights that were taken away since, and keeps what it replaces."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.people import Role
from assistant.storage import backup, create_key_file, open_store, restore, sqlite
from assistant.storage.data_folder import DATABASE_NAME
from assistant.storage.errors import BackupRefused, KeyFileMissing, SecondServer, WrongKey
from tests.storage.samples import (
    NOON,
    REZA,
    SARA,
    furnished,
    last_name_in,
    save_names,
    session_of,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "office.backup"


@pytest.fixture
def backed_up(data_folder: Path, key_file: Path, stick: Path) -> Path:
    """A data folder whose backup on the stick is two saves old."""
    store = open_store(None, data_folder, key_file)
    furnished(store)
    with store.begin() as transaction:
        transaction.add_session(session_of(SARA))
    save_names(store, "پیش از پشتیبان")
    backup(store, stick)
    save_names(store, "پس از پشتیبان", "باز هم پس از آن")
    store.close()
    return data_folder


def test_after_a_restore_the_answers_of_the_backup_are_back(backed_up: Path, key_file: Path, stick: Path) -> None:
    restore(backed_up, key_file, stick)
    store = open_store(None, backed_up, key_file, as_server=True)
    assert last_name_in(store) == "پیش از پشتیبان"
    save_names(store, "کار ادامه دارد")
    assert store.verify_audit().is_intact
    store.close()


def test_a_restore_is_written_into_the_audit_log_with_its_gap(backed_up: Path, key_file: Path, stick: Path) -> None:
    report = restore(backed_up, key_file, stick, now=NOON)
    store = open_store(None, backed_up, key_file)
    with store.read() as transaction:
        last = transaction.audit_entries()[-1]
    store.close()
    assert (last.act, last.at) == ("store.restored", NOON)
    assert last.detail == {"entries": 1, "lost_entries": 2, "disabled_again": [], "was_intact": True}
    assert (report.lost_entries, report.audit_is_intact) == (2, True)


def test_after_a_restore_every_session_is_void(backed_up: Path, key_file: Path, stick: Path) -> None:
    restore(backed_up, key_file, stick)
    store = open_store(None, backed_up, key_file)
    with store.read() as transaction:
        assert transaction.session_with_user("a" * 64) is None
    store.close()


def test_the_replaced_database_is_kept_beside_and_opens(
    backed_up: Path, key_file: Path, stick: Path, tmp_path: Path
) -> None:
    report = restore(backed_up, key_file, stick)
    assert report.kept is not None
    assert sorted(each.name for each in backed_up.iterdir()) == sorted([DATABASE_NAME, report.kept.name, "server.lock"])
    kept = open_store(f"sqlite:///{report.kept}", tmp_path, key_file)
    assert last_name_in(kept) == "باز هم پس از آن"
    kept.close()


def test_a_person_disabled_after_the_backup_stays_disabled(backed_up: Path, key_file: Path, stick: Path) -> None:
    _change_people(backed_up, key_file, replace(REZA, is_disabled=True))
    report = restore(backed_up, key_file, stick)
    store = open_store(None, backed_up, key_file)
    with store.read() as transaction:
        reza, sara = transaction.user(REZA.id), transaction.user(SARA.id)
        detail = transaction.audit_entries()[-1].detail
    store.close()
    assert reza is not None
    assert sara is not None
    assert (reza.is_disabled, sara.is_disabled) == (True, False)
    assert reza.epoch > 1
    assert report.disabled_again == ("reza",)
    assert detail["disabled_again"] == [REZA.id]


def test_people_whose_password_or_role_changed_after_the_backup_are_named(
    backed_up: Path, key_file: Path, stick: Path
) -> None:
    _change_people(backed_up, key_file, replace(REZA, role=Role.EXPERT), replace(SARA, password_hash="$argon2id$3"))
    report = restore(backed_up, key_file, stick)
    assert report.changed_since == ("sara", "reza")
    assert report.disabled_again == ()


def test_a_restore_into_an_empty_folder_makes_the_office_anew(
    tmp_path: Path, key_file: Path, backed_up: Path, stick: Path
) -> None:
    report = restore(tmp_path / "new-pc", key_file, stick)
    store = open_store(None, tmp_path / "new-pc", key_file)
    assert last_name_in(store) == "پیش از پشتیبان"
    store.close()
    assert (report.kept, report.lost_entries) == (None, None)


def test_a_restore_is_refused_while_a_server_runs(backed_up: Path, key_file: Path, stick: Path) -> None:
    server = open_store(None, backed_up, key_file, as_server=True)
    with pytest.raises(SecondServer):
        restore(backed_up, key_file, stick)
    assert last_name_in(server) == "باز هم پس از آن"
    server.close()


def test_a_restore_is_refused_while_any_program_has_the_database_open(
    backed_up: Path, key_file: Path, stick: Path
) -> None:
    command = open_store(None, backed_up, key_file)
    with command.read(), pytest.raises(BackupRefused):
        restore(backed_up, key_file, stick)
    assert last_name_in(command) == "باز هم پس از آن"
    command.close()
    _is_untouched(backed_up, key_file)


def test_a_damaged_backup_is_refused_and_nothing_changes(backed_up: Path, key_file: Path, stick: Path) -> None:
    whole = stick.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", b"not a database at all" * 100, _with_a_broken_page(whole)):
        stick.write_bytes(damaged)
        with pytest.raises(BackupRefused):
            restore(backed_up, key_file, stick)
    _is_untouched(backed_up, key_file)


def test_a_backup_that_is_not_there_is_refused(backed_up: Path, key_file: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="nowhere"):
        restore(backed_up, key_file, tmp_path / "nowhere")


def test_a_backup_of_another_office_is_refused(backed_up: Path, key_file: Path, stick: Path, tmp_path: Path) -> None:
    create_key_file(tmp_path / "other.json")
    with pytest.raises(WrongKey):
        restore(backed_up, tmp_path / "other.json", stick)
    with pytest.raises(KeyFileMissing):
        restore(backed_up, tmp_path / "nothing.json", stick)
    _is_untouched(backed_up, key_file)


def test_a_backup_whose_audit_log_was_edited_is_restored_and_told(backed_up: Path, key_file: Path, stick: Path) -> None:
    with closing(sqlite.driver().connect(str(stick), isolation_level=None)) as copy:
        copy.execute("DROP TRIGGER audit_entry_no_update")
        copy.execute("UPDATE audit_entry SET user_id = 'someone-else'")
    assert not restore(backed_up, key_file, stick).audit_is_intact
    store = open_store(None, backed_up, key_file)
    assert store.verify_audit().first_broken == 1
    store.close()


def test_a_destroyed_database_can_be_replaced(backed_up: Path, key_file: Path, stick: Path) -> None:
    (backed_up / DATABASE_NAME).write_bytes(b"ruined" * 5000)
    (backed_up / f"{DATABASE_NAME}-wal").write_bytes(b"ruined")
    report = restore(backed_up, key_file, stick)
    assert report.lost_entries is None
    assert report.kept is not None
    assert report.kept.read_bytes() == b"ruined" * 5000
    store = open_store(None, backed_up, key_file)
    assert last_name_in(store) == "پیش از پشتیبان"
    store.close()


@pytest.mark.parametrize("step", ["_prepare", "_keep", "os.replace"])
def test_a_restore_cut_off_at_any_step_leaves_the_old_database(
    backed_up: Path, key_file: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def cut_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(f"assistant.storage.restoring.{step}", cut_off)
        with pytest.raises(KeyboardInterrupt):
            restore(backed_up, key_file, stick)
    store = open_store(None, backed_up, key_file)
    assert last_name_in(store) == "باز هم پس از آن"
    store.close()


def test_a_backup_can_be_restored_twice(backed_up: Path, key_file: Path, stick: Path) -> None:
    first = restore(backed_up, key_file, stick)
    second = restore(backed_up, key_file, stick)
    assert first.kept != second.kept
    assert second.lost_entries == 1


def test_for_a_postgresql_address_the_refusal_names_its_own_tool(
    data_folder: Path, key_file: Path, stick: Path
) -> None:
    with pytest.raises(BackupRefused, match="pg_restore"):
        restore(data_folder, key_file, stick, url="postgresql://clerk@host/office")


def _change_people(folder: Path, key_file: Path, *users: object) -> None:
    store = open_store(None, folder, key_file)
    with store.begin() as transaction:
        for user in users:
            transaction.save_user(user)  # type: ignore[arg-type]
    store.close()


def _with_a_broken_page(whole: bytes) -> bytes:
    middle = (len(whole) // 2) // 4096 * 4096
    return whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :]


def _is_untouched(folder: Path, key_file: Path) -> None:
    assert not [each.name for each in folder.iterdir() if "restore" in each.name or ".part" in each.name]
    store = open_store(None, folder, key_file)
    assert last_name_in(store) == "باز هم پس از آن"
    assert store.verify_audit().is_intact
    store.close()
