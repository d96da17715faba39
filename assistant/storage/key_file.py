"""The office's key file: JSON ``{"current": 1, "keys": {"1": "<base64>"}}``, readable by its owner only.

It stays outside the data folder, so that a stolen data folder or backup is worth nothing without it.
"""

import base64
import binascii
import json
import os
import secrets
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from assistant.storage.errors import KeyFileExists, KeyFileExposed, KeyFileInvalid, KeyFileMissing
from assistant.storage.sealing import KEY_BYTES, Sealer


def create_key_file(path: Path) -> None:
    """A new key file with one random key. Never overwrites one."""
    try:
        _write_new(path, 1, {1: secrets.token_bytes(KEY_BYTES)})
    except FileExistsError as exists:
        raise KeyFileExists(path) from exists


def add_key(path: Path) -> int:
    """Adds a random key and makes it current; older ones stay, so that older values still open."""
    _current, keys = _read(path)
    number = max(keys) + 1
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    _write_new(fresh, number, {**keys, number: secrets.token_bytes(KEY_BYTES)})
    os.replace(fresh, path)
    sync_folder(path.parent)
    return number


def load_sealer(path: Path, data_folder: Path) -> Sealer:
    """The sealer of this office; refuses a missing, broken or exposed key file."""
    if not path.is_file():
        raise KeyFileMissing(path)
    _check_exposure(path, data_folder)
    current, keys = _read(path)
    return Sealer(current, keys, reload=lambda: _read(path)[1])


def sync_folder(folder: Path) -> None:
    """Makes a rename inside ``folder`` durable, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_exposure(path: Path, data_folder: Path) -> None:
    if path.resolve().is_relative_to(data_folder.resolve()):
        raise KeyFileExposed(
            path, "درون پوشهٔ داده‌ها", "آن را به پوشهٔ دیگری ببرید تا با دزدیده‌شدن داده‌ها کلید هم از دست نرود."
        )
    if sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyFileExposed(path, "دیگران هم می‌توانند آن را بخوانند", f"این دستور را بزنید: chmod 600 {path}")


def _read(path: Path) -> tuple[int, Mapping[int, bytes]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        keys = {int(number): base64.b64decode(text, validate=True) for number, text in content["keys"].items()}
        current = int(content["current"])
    except FileNotFoundError as missing:
        raise KeyFileMissing(path) from missing
    except OSError as failed:
        raise KeyFileInvalid(path, "خوانده نمی‌شود") from failed
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as broken:
        raise KeyFileInvalid(path, "ساختار آن درست نیست") from broken
    if current not in keys:
        raise KeyFileInvalid(path, f"کلید کنونی ({current}) در آن نیست")
    if any(len(key) != KEY_BYTES or not 0 < number < 2**32 for number, key in keys.items()):
        raise KeyFileInvalid(path, "اندازه یا شمارهٔ یکی از کلیدها درست نیست")
    return current, keys


def _write_new(path: Path, current: int, keys: Mapping[int, bytes]) -> None:
    content = {
        "current": current,
        "keys": {str(number): base64.b64encode(key).decode() for number, key in keys.items()},
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()  # half a key file is none, and would stand in the way of a whole one
        raise
    sync_folder(path.parent)
