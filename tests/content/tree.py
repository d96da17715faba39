"""The made-up content of tests/tiny_house/content with the real schemas, in memory, and changed one bit at a time."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.content.library_loader import Loaded, check_and_build
from assistant.content.sources import Sources, hash_of, read_sources

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny_house" / "content"
LAYOUTS = ("templates/_shared/docx/plain.docx", "templates/card-renewal/petition.docx")


@cache
def tiny_files() -> Mapping[str, bytes]:
    """Layouts are never opened by the content door: any bytes will do."""
    schemas = {path: raw for path, raw in read_sources(ROOT).files.items() if path.startswith("schemas/")}
    layouts = dict.fromkeys(LAYOUTS, b"a layout")
    return dict(sorted({**read_sources(TINY).files, **schemas, **layouts}.items()))


def check(files: Mapping[str, bytes]) -> Loaded:
    return check_and_build(Sources(files, hash_of(files)))


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """The tiny files with one part of one file written otherwise; the part must be there exactly once."""
    text = tiny_files()[file].decode()
    assert text.count(old) == 1, f"{file}: {text.count(old)} times {old!r}"
    return {**tiny_files(), file: text.replace(old, new).encode()}


def with_file(file: str, content: str | bytes) -> dict[str, bytes]:
    raw = content.encode() if isinstance(content, str) else content
    return dict(sorted({**tiny_files(), file: raw}.items()))


def without_file(file: str) -> dict[str, bytes]:
    return {path: raw for path, raw in tiny_files().items() if path != file}


def line_of(files: Mapping[str, bytes], file: str, text: str) -> int:
    """The line on which ``text`` first stands."""
    before, found, _ = files[file].decode("utf-8", "replace").partition(text)
    assert found, f"{file} lacks {text!r}"
    return before.count("\n") + 1
