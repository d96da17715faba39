"""Loads the experts' rooms: read, shape, check, build. With any error there is no library at all."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.content.artefact import read_artefact, write_artefact
from assistant.content.content import Content
from assistant.content.library_builder import build_library
from assistant.content.reading import read_content
from assistant.content.registry import all_checks
from assistant.content.report import Report
from assistant.content.room_map import Kind
from assistant.content.sources import Sources, read_sources
from assistant.domain.library import Library


@dataclass(frozen=True, slots=True)
class Loaded:
    """``content`` stays for those who need to know where something is written; None when nothing could be read."""

    library: Library | None
    report: Report
    content: Content | None

    def example_line(self, file: str, name: str) -> int:
        """Where the example ``name`` of a rule's file, or what a template's case expects, is written."""
        found = next((each for each in self.content.files if each.path == file), None) if self.content else None
        if found is None:
            return 1
        if found.kind is Kind.EXAMPLE:
            return found.place("expected").line
        examples = found.value.get("examples", ()) if found.kind is Kind.RULE else ()
        return next((found.place("examples", n).line for n, each in enumerate(examples) if each["name"] == name), 1)

    def cue_line(self, file: str, text: str) -> int:
        """The line of a test sentence of a cue; of its patterns when the cue itself fails."""
        found = next((each for each in self.content.files if each.path == file), None) if self.content else None
        if found is None:
            return 1
        for key, tests in found.value["tests"].items():
            for number, each in enumerate(tests):
                if text in (each, each.get("text") if isinstance(each, dict) else None):
                    return found.place("tests", key, number).line
        return found.place("any").line

    def confusion_line(self, file: str, text: str) -> int:
        """The line of a sentence that proves a pair of confused words."""
        found = next((each for each in self.content.files if each.path == file), None) if self.content else None
        for number, pair in enumerate(found.value["pairs"] if found else ()):
            for key in ("match", "no_match"):
                if found and text in pair[key]:
                    return found.place("pairs", number, key, pair[key].index(text)).line
        return 1


def load_library(root: Path) -> tuple[Library | None, Report]:
    """The whole check. ``root`` holds templates/, schemas/ and rules/."""
    loaded = load(root)
    return loaded.library, loaded.report


def load(root: Path) -> Loaded:
    with _collector_paused():
        return check_and_build(read_sources(root))


def open_library(root: Path, cache_folder: Path | None = None) -> tuple[Library | None, Report]:
    """For starting: the whole check only when the sources or the program changed since the last one."""
    with _collector_paused():
        sources = read_sources(root)
        kept = read_artefact(cache_folder, sources) if cache_folder else None
        if kept is not None:
            content, report = kept
            library: Library | None = build_library(content)
        else:
            loaded = check_and_build(sources)
            library, report = loaded.library, loaded.report
            if cache_folder and library is not None and loaded.content is not None:
                write_artefact(cache_folder, loaded.content, report)
    return library, report


def check_and_build(sources: Sources) -> Loaded:
    content, problems = read_content(sources)
    if content is None:
        return Loaded(None, Report.of(problems), None)
    found = [problem for check in all_checks() for problem in check.problems(content)]
    report = Report.of((*problems, *found), content.waiting)
    return Loaded(None if report.errors else build_library(content), report, content)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Loading makes many objects that all stay: collecting in between is waste."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
