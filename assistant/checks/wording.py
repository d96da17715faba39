"""What messages may not say, and what a message about disputed law must say: patterns written by the experts.

Patterns and texts are compared in one form: Persian letters, Latin digits, no diacritics, half-space as a space.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.characters import ZWNJ, latin_digits, normal_form

NOTICE, HELP = "notice", "help"  # where a text stands: a finding's message, or the help and labels of a form
ERROR, WARNING = "error", "warning"

_BLANKS = re.compile(r"\s+")
_NESTED_QUANTIFIER = re.compile(r"[+*}]\)[+*{]")


class PatternError(ValueError):
    """A pattern that is no regular expression, or one that could run without bound."""


@dataclass(frozen=True, slots=True)
class WordingPattern:
    """``patterns`` are refused anywhere in a text; ``exceptions`` are taken out of the text before looking.

    With ``required_in`` (``disputed``) the meaning is turned: all patterns must be found in such messages.
    """

    id: str
    reason: str
    severity: str
    patterns: tuple[re.Pattern[str], ...] = ()
    exceptions: tuple[re.Pattern[str], ...] = ()
    max_words: int | None = None
    scope: tuple[str, ...] = (NOTICE, HELP)
    required_in: str = ""

    def refused_part(self, text: str) -> str | None:
        """The first part of ``text`` this pattern refuses."""
        if self.max_words is not None and len(text.split()) > self.max_words:
            return f"{len(text.split())} واژه"
        compared = comparable(text)
        for exception in self.exceptions:
            compared = exception.sub(" … ", compared)
        for pattern in self.patterns:
            match = pattern.search(compared)
            if match is not None:
                return match.group().strip() or compared
        return None

    def is_fulfilled(self, text: str) -> bool:
        """For ``required_in``: every pattern is found."""
        compared = comparable(text)
        return all(pattern.search(compared) is not None for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class WordingProblem:
    id: str
    reason: str
    severity: str
    found: str  # the refused part; '' where something required is absent


@dataclass(frozen=True, slots=True)
class Wording:
    patterns: tuple[WordingPattern, ...] = ()

    def problems(self, text: str, scope: str = NOTICE) -> tuple[WordingProblem, ...]:
        """Everything refused in ``text``, in the order of the patterns."""
        found = ((each, each.refused_part(text)) for each in self.patterns if self._speaks(each, scope))
        return tuple(WordingProblem(each.id, each.reason, each.severity, part) for each, part in found if part)

    def missing(self, text: str, kind: str) -> tuple[WordingProblem, ...]:
        """What a text of this kind (``disputed``) must say and does not."""
        return tuple(
            WordingProblem(each.id, each.reason, each.severity, "")
            for each in self.patterns
            if each.required_in == kind and not each.is_fulfilled(text)
        )

    @staticmethod
    def _speaks(pattern: WordingPattern, scope: str) -> bool:
        return not pattern.required_in and scope in pattern.scope


@lru_cache(maxsize=2048)
def comparable(text: str) -> str:
    """The form in which texts and patterns meet."""
    letters = unicodedata.normalize("NFD", latin_digits(normal_form(text)).replace(ZWNJ, " "))
    kept = "".join(each for each in letters if unicodedata.category(each) != "Mn" or each in "\u0653\u0654\u0655")
    plain = unicodedata.normalize("NFC", kept).replace("هٔ", "ه").replace("\u06c0", "ه").replace("\u0640", "")
    return _BLANKS.sub(" ", plain)


def compile_patterns(sources: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Raises PatternError."""
    return tuple(_compiled(source) for source in sources)


def _compiled(source: str) -> re.Pattern[str]:
    if _NESTED_QUANTIFIER.search(source):
        raise PatternError(f"تکرار تودرتو: {source}")
    try:
        return re.compile(comparable(source))
    except re.error as error:
        raise PatternError(f"{source}: {error}") from None
