"""PDF by LibreOffice, where it is found: one conversion at a time, in a profile and folder of its own."""

import hashlib
import shutil
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
                subprocess.run(command, timeout=self._time_limit, capture_output=True, check=False)  # noqa: S603
                return (folder / "petition.pdf").read_bytes()
            except (OSError, subprocess.TimeoutExpired):
                return None


def find_office() -> Path | None:
    for program in _PROGRAMS:
        if found := shutil.which(program):
            return Path(found)
    return next((place for place in _USUAL_PLACES if place.is_file()), None)
