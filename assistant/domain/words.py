"""What is known of words for telling a typing error from a rare word."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """Words that are names, stand before names or end surnames: nobody's name is a typing error."""

    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    surname_endings: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()  # آقای, فرزند: a person's name follows
    labels: frozenset[str] = frozenset()  # شرکت, خیابان: any name follows


@dataclass(frozen=True, slots=True)
class Words:
    """``trusted`` words are right wherever they stand; ``known`` ones are in some dictionary, which proves little."""

    trusted: Mapping[str, float]  # folded word → natural logarithm of its share of all words
    legal: frozenset[str]  # trusted by the language of law, not only by newspapers
    known: Container[str]
    pairs: Mapping[str, int]  # two folded words with a blank between → how often they stand so in statutes
    names: PersonalNames = field(default_factory=PersonalNames)
    beside: Mapping[str, int] = field(default_factory=dict)  # the same, petitions and their phrases counted in
    undoubted: frozenset[str] = frozenset()  # never taken for another, however rare beside their neighbours

    @property
    def size(self) -> int:
        return len(self.trusted)
