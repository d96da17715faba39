"""PDF by LibreOffice, where it is found: one conversion at a time, in a profile and folder of its own."""

import hashlib
import os
import shutil
import signal
import subprocess
from collections import OrderedDict
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

TIME_LIMIT = 60  # seconds
_KEPT = 8  # results kept in memory, never on disk
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)


class PdfMaker:
    def __init__(self, office: Path | None = None, *, time_limit: float = TIME_LIMIT) -> None:
        self._office = office or find_office()
        self._time_limit = time_limit
        self._lock = Lock()
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    @property
    def is_possible(self) -> bool:
        """Whether LibreOffice is found on this machine."""
        return self._office is not None

    def convert(self, document: bytes) -> bytes | None:
        """None where LibreOffice is not found, fails or takes too long."""
        if self._office is None:
            return None
        key = hashlib.sha256(document).hexdigest()
        with self._lock:
            if key not in self._kept:
                pdf = self._converted(document)
                if pdf is None:
                    return None
                self._kept[key] = pdf
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def _converted(self, document: bytes) -> bytes | None:
        with TemporaryDirectory(prefix="dadkhastyar-pdf-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            source = folder / "petition.docx"
            source.write_bytes(document)
            profile = (folder / "profile").as_uri()
            command = [str(self._office), f"-env:UserInstallation={profile}", "--headless", "--norestore"]
            command += ["--nolockcheck", "--convert-to", "pdf", "--outdir", name, str(source)]
            try:
                self._run(command)
                return (folder / "petition.pdf").read_bytes()
            except OSError:
                return None

    def _run(self, command: list[str]) -> None:
        """In a process group of its own: LibreOffice's launcher leaves a child behind when only it is ended."""
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        try:
            process.wait(self._time_limit)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()


def find_office() -> Path | None:
    for program in _PROGRAMS:
        if found := shutil.which(program):
            return Path(found)
    return next((place for place in _USUAL_PLACES if place.is_file()), None)
