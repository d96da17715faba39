"""Lists of words the experts keep for the narrative checker: compounds, colloquial and insulting words, party words."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedWord:
    """``instead`` is what may stand in its place, the likeliest first; empty where nothing is proposed."""

    word: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words of one list that share their conditions."""

    title: str
    words: tuple[ListedWord, ...]
    stages: frozenset[str] = frozenset()  # of the template; empty: everywhere
    unless: frozenset[str] = frozenset()  # silent in a sentence that has one of these words

    def holds_in(self, stage: str) -> bool:
        return not self.stages or stage in self.stages


@dataclass(frozen=True, slots=True)
class WordList:
    id: str
    title: str
    groups: tuple[WordGroup, ...]

    def __iter__(self) -> Iterator[ListedWord]:
        for group in self.groups:
            yield from group.words
