"""What no tidying takes apart: numbers with their separators, abbreviations, Latin runs, names of the case."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.joining import words_of_names
from assistant.text.sentences import Sentence, sentences
from assistant.text.tokens import Token, TokenKind

type Span = tuple[int, int]

_WHOLE = frozenset((TokenKind.NUMBER, TokenKind.ABBREVIATION, TokenKind.LATIN))
_OF_CODING = frozenset((TextKind.ARABIC_LETTER, TextKind.DIGIT_MIX))  # no word or number changes by them


class Masks:
    """Places that must stay as they are; they neither overlap nor touch out of order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = tuple(spans)
        self._starts = [start for start, _ in self.spans]

    def holds(self, place: int) -> bool:
        """Whether the character at ``place`` lies inside."""
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self.spans[before][1]

    def meets(self, start: int, end: int) -> bool:
        """Whether any character between lies inside."""
        before = bisect_right(self._starts, start) - 1
        if before >= 0 and start < self.spans[before][1]:
            return start < end
        return before + 1 < len(self.spans) and self.spans[before + 1][0] < end


def whole_tokens(parts: Sequence[Sentence]) -> Masks:
    """Numbers, abbreviations and Latin runs."""
    found = (
        (part.start + token.start, part.start + token.end)
        for part in parts
        for token in part.tokens
        if token.kind in _WHOLE
    )
    return Masks(tuple(found))


def masks_of(text: str, case: TextCase) -> Masks:
    return _masks(sentences(text), case)


def sparing_masks(found: Iterable[TextFinding], parts: Sequence[Sentence], case: TextCase) -> Iterator[TextFinding]:
    """What would respace a number, an abbreviation or a name is no safe suggestion: the clerk may take it alone."""
    masks: Masks | None = None
    for each in found:
        if each.safe and each.kind not in _OF_CODING:
            if masks is None:
                masks = _masks(parts, case)
            if masks.meets(each.start, each.end):
                each = replace(each, safe=False)
        yield each


def _masks(parts: Sequence[Sentence], case: TextCase) -> Masks:
    return Masks(sorted((*whole_tokens(parts).spans, *_names(parts, case))))


def _names(parts: Sequence[Sentence], case: TextCase) -> Iterator[Span]:
    """Two or more words of the parties' names in a row."""
    names = words_of_names(case.persons)
    if not names:
        return
    for part in parts:
        run: list[Token] = []
        for word in (*part.words, None):
            if word is not None and word.loose in names:
                run.append(word)
                continue
            if len(run) > 1:
                yield part.start + run[0].start, part.start + run[-1].end
            run = []
