"""Sentences: up to . ؟ ! ؛ or the end of a line. Dots inside numbers and abbreviations belong to their tokens.

What goes on without an end for ``LONGEST`` tokens is cut there, so that no check meets more than that at once.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

from assistant.text.tokens import Token, TokenKind, tokens

_ENDS = frozenset(".؟?!؛;…")
LONGEST = 600  # tokens; the longest sentences of judgments have some three hundred words


@dataclass(frozen=True)
class Sentence:
    """``tokens`` count from ``start``, so that what was found in a sentence stays true wherever it moves to."""

    start: int  # in the whole text
    text: str
    tokens: tuple[Token, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.kind is TokenKind.WORD)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Every character but line ends belongs to exactly one sentence."""
    found: list[Sentence] = []
    line_start = 0
    for line in text.split("\n"):
        found += (Sentence(line_start + each.start, each.text, each.tokens) for each in _of_line(line))
        line_start += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=2_000)
def _of_line(line: str) -> tuple[Sentence, ...]:
    """``start`` counts from the line: most lines stay the same from one keystroke to the next."""
    found = []
    begin = 0
    is_ending = False
    run: list[Token] = []
    marks = tokens(line)
    for token, following in zip_longest(marks, marks[1:]):
        run.append(token)
        is_ending = _ends(token) or (is_ending and token.kind is TokenKind.MARK)
        if (is_ending and not _goes_on(token, following)) or len(run) == LONGEST:
            found.append(_sentence(line, begin, token.end, run))
            begin, run, is_ending = token.end, [], False
    if begin < len(line) or run:
        found.append(_sentence(line, begin, len(line), run))
    return tuple(found)


def _ends(token: Token) -> bool:
    return token.kind is TokenKind.MARK and token.text[0] in _ENDS


def _goes_on(end: Token, following: Token | None) -> bool:
    """Whether the closing bracket or a second mark still belongs to the sentence."""
    return following is not None and following.start == end.end and following.text in ("»", ")", "!", "؟", "?", ".")


def _sentence(line: str, begin: int, end: int, run: list[Token]) -> Sentence:
    own = (each._replace(start=each.start - begin, end=each.end - begin) for each in run) if begin else run
    return Sentence(begin, line[begin:end], tuple(own))
