"""One sentence while its words are joined: which of them belong together, and what is said of them then."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.domain.text_case import NamedPerson
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.characters import ODD_BLANKS, recoded
from assistant.text.letters import BIDI, SOFT_HYPHEN, ZWNJ
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind, tokens

_BETWEEN = re.compile(f"[ \t{ODD_BLANKS}{ZWNJ}{SOFT_HYPHEN}{BIDI}]+")
APART = "بخش‌های این واژه با نیم‌فاصله یا پیوسته نوشته می‌شود."
WRONG = "نیم‌فاصله در این جا جزء واژه نیست."


class Joining:
    """One sentence while its words are joined: ``new`` texts of words, ``joiners`` before them."""

    def __init__(self, sentence: Sentence, words: Sequence[Token], names: frozenset[str]) -> None:
        self.sentence, self.words = sentence, words
        self.new: dict[int, tuple[str, ...]] = {}
        self.joiners: dict[int, str] = {}
        text = sentence.text
        self.touches = [False] * len(words)  # whether nothing but blanks stands before the word
        for place in range(1, len(words)):
            begin, end = words[place - 1].end, words[place].start
            if begin + 1 == end and text[begin] == " ":
                touches = True
            else:
                touches = begin < end and _BETWEEN.fullmatch(text, begin, end) is not None
            if touches and names:
                touches = not (words[place - 1].loose in names and words[place].loose in names)
            self.touches[place] = touches

    def join(self, place: int, joiner: str) -> None:
        if self.touches[place]:
            self.joiners.setdefault(place, joiner)

    def findings(self) -> Iterator[TextFinding]:
        place = 0
        while place < len(self.words):
            end = place + 1
            while end in self.joiners:
                end += 1
            finding = self._finding(place, end)
            if finding is not None:
                yield finding
            place = end

    def _finding(self, first: int, end: int) -> TextFinding | None:
        words = self.words[first:end]
        if end == first + 1 and first not in self.new:
            typed = words[0].text
            if typed[-1] != ZWNJ:
                return None
            begin, stop = words[0].start, words[0].end
            at_number = any(each.start == stop and each.kind is TokenKind.NUMBER for each in self.sentence.tokens)
            bare = recoded(typed).strip(ZWNJ)
            return respacing(typed, begin, (f"{bare} " if at_number else bare,), WRONG)
        begin, stop = words[0].start, words[-1].end
        span = self.sentence.text[begin:stop]
        suggestions = tuple(dict.fromkeys(self._texts(first, end)))
        if suggestions == (recoded(span),):
            return None
        certain = all(len(self.new.get(place, ())) < 2 for place in range(first, end))
        message = APART if end > first + 1 or ZWNJ not in span else WRONG
        return respacing(span, begin, suggestions, message, certain)

    def _parts(self, place: int) -> tuple[str, ...]:
        typed = self.words[place].text
        new = self.new.get(place, (recoded(typed).strip(ZWNJ),))
        return tuple(each.replace("ۀ", "هٔ") for each in new) if "\u0654" in typed else new

    def _texts(self, first: int, end: int) -> Iterator[str]:
        parts = [self._parts(place) for place in range(first, end)]
        for choice in range(max(len(each) for each in parts)):
            for nothing in ("", ZWNJ):  # after a letter that does not join, both ways look the same
                new = ""
                for place, each in zip(range(first, end), parts, strict=True):
                    joiner = self.joiners[place] or nothing if place > first else ""
                    new += joiner + each[min(choice, len(each) - 1)]
                yield new


def respacing(span: str, start: int, suggestions: tuple[str, ...], message: str, certain: bool = True) -> TextFinding:
    return TextFinding(
        TextKind.HALF_SPACE, start, start + len(span), span, message, TextLevel.HINT, suggestions, safe=certain
    )


@lru_cache(maxsize=64)
def words_of_names(persons: tuple[NamedPerson, ...]) -> frozenset[str]:
    return frozenset(token.loose for person in persons for token in tokens(person.name))
