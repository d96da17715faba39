"""A read text as the pages show it: marks over the words, remarks in a list, the text before and after tidying."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.read_text import PassedOver, ReadText
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.domain.text_persons import TextPersons
from assistant.domain.text_remark import TextRemark
from assistant.domain.tidied import Piece, Tidied
from assistant.services.text_desk import kinds_of
from assistant.web.field_view import html_id
from assistant.web.here import services

MOST_SHOWN = 40
MOST_MARKED = 500


@dataclass(frozen=True, slots=True)
class RemarkView:
    finding: TextFinding
    id: str
    title: str
    value: str  # what the buttons send: kind, place and words

    @property
    def is_word(self) -> bool:
        """Whether the word may be proposed for the word list."""
        return self.finding.kind is TextKind.SPELLING


@dataclass(frozen=True, slots=True)
class TextView:
    path: str
    id: str  # of the field
    remarks: tuple[RemarkView, ...]
    rest: int  # remarks not listed
    passed: tuple[PassedOver, ...]
    tidy_count: int
    is_finished: bool
    persons: TextPersons
    marks: str  # JSON: [start, end, level, words] for each
    marked: tuple[tuple[tuple[str, str, str], ...], ...]  # lines of (text, level or '', id of the remark)


def text_view(read: ReadText) -> TextView:
    remarks = tuple(_remark(read.path, each) for each in read.findings)
    marks = [[each.start, each.end, each.level.value, each.span] for each in read.findings[:MOST_MARKED]]
    return TextView(
        path=read.path,
        id=html_id(read.path),
        remarks=remarks[:MOST_SHOWN],
        rest=max(len(remarks) - MOST_SHOWN, 0),
        passed=read.passed,
        tidy_count=len(read.tidying),
        is_finished=read.is_finished,
        persons=read.persons,
        marks=json.dumps(marks, ensure_ascii=False),
        marked=tuple(_by_line(_marked(read.text, remarks[:MOST_MARKED]))),
    )


def kind_title(kind: TextKind) -> str:
    remark: TextRemark | None = services().narratives.remarks.get(kind)
    return remark.title if remark else kind.value


@dataclass(frozen=True, slots=True)
class KindLine:
    kind: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The text before and after all that only recodes and respaces."""

    path: str
    label: str
    lines: tuple[tuple[Piece, ...], ...]  # those with a change
    kinds: tuple[KindLine, ...]


def comparison(read: ReadText, tidied: Tidied, label: str) -> Comparison:
    kinds = tuple(KindLine(kind.value, kind_title(kind), count) for kind, count in kinds_of(read.tidying))
    lines = _by_line(map(_piece_by_line, tidied.pieces()))
    changed = (line for line in lines if any(piece.is_changed for piece in line))
    return Comparison(read.path, label, tuple(changed), kinds)


def _remark(path: str, each: TextFinding) -> RemarkView:
    value = f"{path}:{each.kind.value}:{each.start}:{each.span}"
    return RemarkView(each, f"{html_id(path)}-r{each.start}-{each.kind.value}", kind_title(each.kind), value)


def _marked(text: str, remarks: Sequence[RemarkView]) -> Iterator[list[tuple[str, str, str]]]:
    """The text part by part, each by line; of marks that overlap the first one shows."""
    end = 0
    for each in remarks:
        start, stop = each.finding.start, each.finding.end
        if start < end:
            continue
        if start > end:
            yield [(line, "", "") for line in text[end:start].split("\n")]
        yield [(line, each.finding.level.value, each.id) for line in text[start:stop].split("\n")]
        end = stop
    if end < len(text):
        yield [(line, "", "") for line in text[end:].split("\n")]


def _by_line[P](parts: Iterable[Sequence[P]]) -> Iterator[tuple[P, ...]]:
    """The lines of a text whose parts come each as its own lines."""
    line: list[P] = []
    for first, *others in parts:
        line.append(first)
        for other in others:
            yield tuple(line)
            line = [other]
    yield tuple(line)


def _piece_by_line(piece: Piece) -> list[Piece]:
    """What changes stays whole, also over the end of a line."""
    return [piece] if piece.is_changed else [Piece(line, line) for line in piece.before.split("\n")]
