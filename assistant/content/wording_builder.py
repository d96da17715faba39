"""The experts' wording files as patterns ready to search with."""

from collections.abc import Iterator

from assistant.checks.wording import HELP, NOTICE, PatternError, Wording, WordingPattern, compile_patterns
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.room_map import Kind


def build_wording(content: Content) -> Wording:
    """Of all files whose patterns compile; the checks name the others."""
    return Wording(tuple(_patterns(content)))


def _patterns(content: Content) -> Iterator[WordingPattern]:
    for file in content.of(Kind.WORDING):
        try:
            yield build_pattern(file)
        except PatternError:
            continue


def build_pattern(file: ContentFile) -> WordingPattern:
    """Raises PatternError."""
    spec = file.value
    return WordingPattern(
        id=file.stem,
        reason=spec["reason"],
        severity=spec["severity"],
        patterns=compile_patterns(spec.get("pattern", ())),
        exceptions=compile_patterns(spec.get("except", ())),
        max_words=spec.get("max_words"),
        scope=tuple(spec.get("scope", (NOTICE, HELP))),
        required_in=spec.get("required_in", ""),
    )
