"""The sets of words that patterns ask for, kept by word: which sets a word of a text is a form of.

Hundreds of patterns share the words of a class; a text's word is looked up once for all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.text.cues.word_forms import FIRST_OF_REPLACING, LONGEST_ENDING, REPLACED, beginnings, is_form
from assistant.text.letters import folded, loose


@dataclass(frozen=True, slots=True)
class FormSet:
    number: int
    size: int  # words
    shortest: int  # letters of the shortest word
    beginnings: frozenset[str]  # of compounds


class FormSets:
    def __init__(self, variants: Mapping[str, tuple[str, ...]]) -> None:
        self._variants = variants
        self._count = 0
        self._made: dict[tuple[frozenset[str], frozenset[str]], FormSet] = {}
        self._inflected: dict[str, list[int]] = defaultdict(list)  # loose word → numbers of its sets
        self._exact: dict[str, list[int]] = defaultdict(list)
        self.beginnings: set[str] = set()  # of all compounds
        self.of = lru_cache(maxsize=20_000)(self._of)

    def made(self, inflected: Iterable[str], exact: Iterable[str]) -> FormSet | None:
        """All forms of some words and others as they are; None for no words."""
        key = (frozenset(inflected), frozenset(exact))
        if not any(key):
            return None
        if key not in self._made:
            self._made[key] = self._new(*key)
        return self._made[key]

    def complete(self) -> None:
        """No further set is made: what was only needed for that is let go."""
        self._made.clear()

    def _new(self, inflected: frozenset[str], exact: frozenset[str]) -> FormSet:
        number = self._count
        self._count += 1
        words = {folded(each) for word in inflected for each in (word, *self._variants.get(word, ()))}
        as_they_are = {folded(word) for word in exact}
        for kept, listed in ((self._inflected, words), (self._exact, as_they_are)):
            for word in {loose(each) for each in listed}:
                kept[word].append(number)
        listed = words | as_they_are
        begun = frozenset(begun for word in listed for begun in beginnings(word))
        self.beginnings |= begun
        return FormSet(number, len(listed), min(len(loose(word)) for word in listed), begun)

    def _of(self, loose_word: str) -> frozenset[int]:
        found = set(self._exact.get(loose_word, ()))
        for plain in self._stems(loose_word):
            if is_form(loose_word, plain):
                found.update(self._inflected[plain])
        return frozenset(found)

    def _stems(self, loose_word: str) -> Iterator[str]:
        """The listed words it may be a form of."""
        length = len(loose_word)
        for cut in range(max(1, length - LONGEST_ENDING), length + 1):
            plain = loose_word[:cut]
            if plain in self._inflected:
                yield plain
            if loose_word[cut : cut + 1] in FIRST_OF_REPLACING:
                yield from (plain + letter for letter in REPLACED if plain + letter in self._inflected)
