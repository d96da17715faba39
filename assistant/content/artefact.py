"""What a full check leaves for the next start: the parsed content as JSON, keyed by all that it depends on.

JSON holds data only, so a file that somebody else put there can at worst be unreadable; it is written whole or not
at all, readable by its owner alone.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant import __version__
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Located
from assistant.content.report import ContentProblem, Report, Severity
from assistant.content.room_map import Kind
from assistant.content.sources import Sources

FILE_NAME = "library.json"
_PACKAGE = Path(__file__).parent.parent


def read_artefact(folder: Path, sources: Sources) -> tuple[Content, Report] | None:
    """None when there is none for exactly these sources and this program."""
    try:
        stored = json.loads((folder / FILE_NAME).read_bytes())
        if stored["key"] != _key(sources):
            return None
        files = tuple(_file(*each) for each in stored["files"])
        problems = tuple(ContentProblem(**{**each, "severity": Severity.WARNING}) for each in stored["warnings"])
        return Content(sources, files), Report(problems)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def write_artefact(folder: Path, content: Content, report: Report) -> None:
    """Keeps the parsed files. A folder that cannot be written costs a full check at the next start, nothing else."""
    body = {
        "key": _key(content.sources),
        "files": [[file.path, file.kind, file.value, list(_first_lines(file))] for file in content.files],
        "warnings": [asdict(each) for each in report.warnings],
    }
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=FILE_NAME)  # mode 0600
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(name).replace(folder / FILE_NAME)
    except OSError:
        Path(name).unlink(missing_ok=True)


def _first_lines(file: ContentFile) -> Iterator[tuple[str, int]]:
    """Lines of the outermost keys: all that typed values carry."""
    return ((str(pointer[0]), line) for pointer, line in file.located.lines.items() if len(pointer) == 1)


def _file(path: str, kind: str, value: Any, lines: list[tuple[str, int]]) -> ContentFile:
    return ContentFile(path, Kind(kind), Located(value, {(key,): line for key, line in lines}))


def _key(sources: Sources) -> str:
    return f"{sources.hash}:{__version__}:{_program_hash()}"


@lru_cache(maxsize=1)
def _program_hash() -> str:
    """Of the program's own code that reads and judges content, so that a changed check is run."""
    total = hashlib.sha256()
    for room in ("content", "checks", "domain", "services"):
        for path in sorted((_PACKAGE / room).rglob("*.py")):
            total.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
