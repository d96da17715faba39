"""Is this a safe place for a database file? And which process holds the place."""

import contextlib
import os
import secrets
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from assistant.storage.errors import FileIsLink, FolderNotWritable, NetworkFileSystem, SecondServer

DATABASE_NAME = "dadkhastyar.sqlite3"
LOCK_NAME = "server.lock"
_MOUNTS = Path("/proc/mounts")
_NETWORK_KINDS = frozenset(("9p", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gfs", "gfs2"))
_NETWORK_KINDS |= frozenset(("lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs"))
_NETWORK_FUSE = ("sshfs", "rclone", "davfs", "glusterfs", "s3fs", "smb", "cifs", "ceph", "gvfs", "nfs", "curlftpfs")
_WINDOWS_REMOTE_DRIVE = 4
_LOCKED_BYTE = 1 << 20  # far from the text, which stays readable on Windows too


def check_place(database: Path) -> None:
    """Raises the refusal that fits; makes the folder when it is missing."""
    folder = database.parent
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as failed:
        raise FolderNotWritable(folder, failed.strerror or "") from failed
    kind = network_kind(folder.resolve())
    if kind:
        raise NetworkFileSystem(folder, kind)
    if database.is_symlink() or (database.exists() and database.stat().st_nlink > 1):
        raise FileIsLink(database)
    _check_writable(folder, database)


def network_kind(folder: Path, mounts: Path = _MOUNTS) -> str:
    """The kind of network file system ``folder`` lies on; '' for a local disk or where the system does not tell."""
    if sys.platform == "win32":
        return _windows_network_kind(folder)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        if folder.is_relative_to(point) and len(point.parts) >= best:  # a later mount hides an earlier one
            best, kind = len(point.parts), fields[2]
    return kind if _is_network(kind) else ""


def _is_network(kind: str) -> bool:
    return kind in _NETWORK_KINDS or (kind.startswith("fuse.") and any(name in kind for name in _NETWORK_FUSE))


def _unescaped(mount_point: str) -> str:
    for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        mount_point = mount_point.replace(code, character)
    return mount_point


def _windows_network_kind(folder: Path) -> str:
    if str(folder).startswith("\\\\"):
        return "UNC"
    import ctypes

    drive = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]
    return "network drive" if drive == _WINDOWS_REMOTE_DRIVE else ""


def _check_writable(folder: Path, database: Path) -> None:
    probe = folder / f".probe-{secrets.token_hex(4)}"
    try:
        with probe.open("xb") as file:
            file.write(b"1")
            file.flush()
            os.fsync(file.fileno())
        probe.unlink()
        # Made here so that nobody else may read it; its -wal and -shm inherit the rights.
        os.close(os.open(database, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as failed:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)
        raise FolderNotWritable(folder, failed.strerror or "") from failed


class ServerLock:
    """Held by the one server of a data folder, and by a restore. Freed by the system when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        file = os.fdopen(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600), "r+b", buffering=0)
        try:
            _lock(file)
        except OSError as held:
            holder = file.read(32).decode("ascii", "replace").strip()
            file.close()
            raise SecondServer(self._path, holder) from held
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()).encode())
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> "ServerLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
