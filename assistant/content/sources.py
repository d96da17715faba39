"""The experts' files as bytes, and the one hash that stands for all of them."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("templates", "schemas", "rules")


@dataclass(frozen=True, slots=True)
class Sources:
    """``files`` maps a path relative to the content root (with ``/``) to its bytes, in the order of the paths."""

    files: Mapping[str, bytes]
    hash: str


def read_sources(root: Path) -> Sources:
    """Reads the three rooms whole, without files that begin with a dot."""
    files = {path: (root / path).read_bytes() for path in sorted(_paths(root))}
    return Sources(files, hash_of(files))


def _paths(root: Path) -> Iterator[str]:
    for room in ROOMS:
        for folder, folders, names in os.walk(root / room):
            folders[:] = [name for name in folders if not name.startswith((".", "__"))]
            relative = Path(folder).relative_to(root).as_posix()
            yield from (f"{relative}/{name}" for name in names if not name.startswith("."))


def hash_of(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for path, content in files.items():
        total.update(f"{path}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
