"""Words that are right as they stand, as the checks of spacing ask for them."""

from collections.abc import Callable
from typing import Protocol

from assistant.domain.words import Words

_FAR = 2.5  # of natural logarithms: twelve times as common


class KnownWords(Protocol):
    """Folded words."""

    def __contains__(self, word: object, /) -> bool: ...

    def far_commoner(self, one: str, other: str) -> bool:
        """Whether the one is meant wherever either could be."""
        ...


class TrustedWords:
    """The trusted words, read when the first one is asked for."""

    def __init__(self, words: Callable[[], Words]) -> None:
        self._words = words

    def __contains__(self, word: object, /) -> bool:
        return word in self._words().trusted

    def far_commoner(self, one: str, other: str) -> bool:
        trusted = self._words().trusted
        return one in trusted and (other not in trusted or trusted[one] - trusted[other] > _FAR)
