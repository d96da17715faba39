"""The key file: made once, kept apart, refused in clear words when it is missing, broken, exposed or wrong."""

import json
import os
import stat
from pathlib import Path

import pytest

from assistant.storage import StoreRefused, add_key, create_key_file, open_store
from assistant.storage.errors import KeyFileExists, KeyFileExposed, KeyFileInvalid, KeyFileMissing, WrongKey
from tests.storage.samples import DRAFT, furnished, last_name_in, save_names


@pytest.fixture
def own_key(tmp_path: Path) -> Path:
    file = tmp_path / "keys" / "key.json"
    create_key_file(file)
    return file


@pytest.fixture
def folder(tmp_path: Path, own_key: Path) -> Path:
    """A data folder with an office, sealed with ``own_key``."""
    store = open_store(None, tmp_path / "data", own_key)
    furnished(store)
    store.close()
    return tmp_path / "data"


def test_a_new_key_file_is_readable_by_its_owner_only(own_key: Path) -> None:
    assert stat.S_IMODE(own_key.stat().st_mode) == 0o600
    content = json.loads(own_key.read_text())
    assert content["current"] == 1
    assert list(content["keys"]) == ["1"]


def test_two_key_files_are_never_alike(own_key: Path, tmp_path: Path) -> None:
    create_key_file(tmp_path / "other.json")
    assert own_key.read_text() != (tmp_path / "other.json").read_text()


def test_a_key_file_is_never_overwritten(own_key: Path) -> None:
    before = own_key.read_text()
    with pytest.raises(KeyFileExists, match=r"key\.json"):
        create_key_file(own_key)
    assert own_key.read_text() == before


def test_a_store_does_not_open_without_its_key_file(folder: Path, own_key: Path) -> None:
    own_key.unlink()
    refusal = _refusal(folder, own_key)
    assert isinstance(refusal, KeyFileMissing)
    assert str(own_key) in str(refusal)


def test_a_store_does_not_open_with_the_key_of_another_office(folder: Path, own_key: Path) -> None:
    own_key.unlink()
    create_key_file(own_key)
    assert isinstance(_refusal(folder, own_key), WrongKey)


def test_a_key_file_inside_the_data_folder_is_refused(folder: Path, own_key: Path) -> None:
    inside = folder / "key.json"
    own_key.rename(inside)
    assert isinstance(_refusal(folder, inside), KeyFileExposed)


def test_a_link_to_a_key_inside_the_data_folder_is_refused(folder: Path, own_key: Path) -> None:
    own_key.rename(folder / "key.json")
    own_key.symlink_to(folder / "key.json")
    assert isinstance(_refusal(folder, own_key), KeyFileExposed)


def test_a_key_file_others_can_read_is_refused(folder: Path, own_key: Path) -> None:
    own_key.chmod(0o640)
    refusal = _refusal(folder, own_key)
    assert isinstance(refusal, KeyFileExposed)
    assert "chmod 600" in str(refusal)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        '{"current": 1}',
        '{"current": 1, "keys": []}',
        '{"current": 2, "keys": {"1": "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="}}',
        '{"current": 1, "keys": {"1": "c2hvcnQ="}}',
        '{"current": 1, "keys": {"1": "not base64!"}}',
        '{"current": 0, "keys": {"0": "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="}}',
    ],
)
def test_a_broken_key_file_is_refused(folder: Path, own_key: Path, content: str) -> None:
    own_key.write_text(content)
    assert isinstance(_refusal(folder, own_key), KeyFileInvalid)


def test_with_an_added_key_old_answers_open_and_new_ones_are_sealed_with_it(folder: Path, own_key: Path) -> None:
    assert add_key(own_key) == 2
    assert stat.S_IMODE(own_key.stat().st_mode) == 0o600
    store = open_store(None, folder, own_key)
    save_names(store, "با کلید دوم")
    with store.read() as transaction:
        history = transaction.history(DRAFT.id)
    assert history[0].previous == DRAFT.answers
    store.close()
    _drop_key(own_key, 2)
    assert isinstance(_refusal(folder, own_key), StoreRefused)


def test_a_running_server_reads_what_was_sealed_with_a_key_added_later(folder: Path, own_key: Path) -> None:
    running = open_store(None, folder, own_key, as_server=True)
    add_key(own_key)
    beside = open_store(None, folder, own_key)
    save_names(beside, "با کلید دوم")
    beside.close()
    assert last_name_in(running) == "با کلید دوم"
    running.close()


def _drop_key(file: Path, number: int) -> None:
    content = json.loads(file.read_text())
    del content["keys"][str(number)]
    file.write_text(json.dumps(content | {"current": 1}))


def _refusal(folder: Path, key_file: Path) -> StoreRefused:
    with pytest.raises(StoreRefused) as caught:
        open_store(None, folder, key_file)
    return caught.value


def test_a_full_disk_leaves_no_half_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        create_key_file(tmp_path / "office.key")
    assert not (tmp_path / "office.key").exists()
