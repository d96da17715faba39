"""Loads the library for a command, or ends it with the content report."""

from assistant.app import ContentBroken, Settings, load_library
from assistant.cli.output import FOUND, stop
from assistant.domain.library import Library


def load_or_stop(settings: Settings) -> Library:
    try:
        return load_library(settings)[0]
    except ContentBroken as broken:
        stop(f"{broken}\nمحتوا بارگذاری نشد. گزارش کامل: dadkhastyar check", FOUND)
