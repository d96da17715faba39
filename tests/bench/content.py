"""The experts' rooms: opened from the compiled artefact, and checked whole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.app import Settings, check_content, load_library
from tests.bench.figures import Figure, taken


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        settings = replace(Settings.from_environment(), data_folder=Path(folder))
        load_library(settings)
        kept = taken(lambda: load_library(settings), 7, warm_up=1)
        yield Figure("library from the compiled artefact", kept.in_seconds, "< 2 s")
        whole = taken(lambda: check_content(settings), 3, warm_up=0)
        yield Figure("all content checks, every example run and printed", whole.in_seconds, "< 10 s")
