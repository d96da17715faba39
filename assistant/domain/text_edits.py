"""Suggestions put into a text: each where its finding stands, nothing else moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.domain.text_finding import TextFinding


@dataclass(frozen=True, slots=True)
class Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text before and after: equal where nothing changes."""

    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


def first_suggestions(findings: Iterable[TextFinding]) -> tuple[Edit, ...]:
    """The first suggestion of each, by place; of two that overlap the earlier one."""
    edits: list[Edit] = []
    for each in sorted(findings, key=lambda each: (each.start, each.end)):
        if each.suggestions and (not edits or each.start >= edits[-1].end):
            edits.append(Edit(each.start, each.end, each.suggestions[0]))
    return tuple(edits)


def edited(text: str, edits: Iterable[Edit]) -> str:
    return "".join(piece.after for piece in pieces(text, edits))


def pieces(text: str, edits: Iterable[Edit]) -> Iterator[Piece]:
    """The whole text, part by part; ``edits`` in order and apart."""
    end = 0
    for edit in edits:
        if edit.start > end:
            yield Piece(text[end : edit.start], text[end : edit.start])
        yield Piece(text[edit.start : edit.end], edit.text)
        end = edit.end
    if end < len(text):
        yield Piece(text[end:], text[end:])
