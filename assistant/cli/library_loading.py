"""Loads the library for a command, or ends it with the content report."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.app import ContentBroken, Settings, load_library
from assistant.cli.output import FOUND, stop
from assistant.domain.library import Library


def load_or_stop(settings: Settings) -> Library:
    with sound_content():
        return load_library(settings)[0]


@contextmanager
def sound_content() -> Iterator[None]:
    """Broken content is never half-loaded: the command ends with every place that is wrong."""
    try:
        yield
    except ContentBroken as broken:
        stop(f"{broken}\nمحتوا بارگذاری نشد. گزارش کامل: dadkhastyar check", FOUND)
