"""Text as tokens with their places: nothing is changed, nothing is dropped but blanks.

Numbers with their separators, abbreviations of laws and Latin runs are one token each, so that no check takes a date
or «ق.آ.د.م» apart.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from assistant.text.letters import BIDI, DIGITS, JOINERS, LETTERS, MARKS, folded, loose


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"  # also a date, an amount, a number with slashes
    ABBREVIATION = "abbreviation"  # ق.آ.د.م
    LATIN = "latin"  # words, addresses, Sheba numbers
    MARK = "mark"  # punctuation
    OTHER = "other"


class Token(NamedTuple):
    """``start`` and ``end`` count from the beginning of its sentence (or of what was given to ``tokens``)."""

    kind: TokenKind
    start: int
    end: int
    text: str  # as typed
    folded: str  # one spelling of each letter
    loose: str  # and without hamza, tanvin and half-space


_D = f"[{DIGITS}]"
_TOKEN = re.compile(
    rf"(?P<latin>[A-Za-z0-9_.+%-]+@[A-Za-z0-9.-]+|[A-Za-z](?:[A-Za-z0-9_'&@:/.-]*[A-Za-z0-9])?)"
    rf"|(?P<number>{_D}+(?:[/.,٫٬،:\u2013-]{_D}+)*[%٪]?)"
    rf"|(?P<abbreviation>(?<![{LETTERS}])[{LETTERS}](?:[.][{LETTERS}](?![{LETTERS}]))+[.]?"
    rf"|(?<![{LETTERS}{JOINERS}])[{LETTERS}][.](?=\s*[{LETTERS}]))"
    rf"|(?P<word>[{LETTERS}](?:[{LETTERS}{MARKS}{JOINERS}]|[{BIDI}]+(?=[{LETTERS}{MARKS}{JOINERS}]))*)"
    r"|(?P<mark>\.{2,}|…|[.,،؛;:!?؟«»()\[\]{}\"“”‘’'/\\–—-])"
    r"|(?P<other>\S)"
)
_OF_LETTERS = (TokenKind.WORD, TokenKind.ABBREVIATION)
_KINDS = {kind.value: kind for kind in TokenKind}


def tokens(text: str) -> tuple[Token, ...]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "other"]
        word = match.group()
        plain, key = _spelt(word) if kind in _OF_LETTERS else (word, loose(word))
        found.append(Token(kind, match.start(), match.end(), word, plain, key))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _spelt(word: str) -> tuple[str, str]:
    plain = folded(word)
    return plain, loose(plain)
