"""The sets of word forms that patterns ask for, kept by word: which sets a word of a text belongs to.

Hundreds of patterns share the words of a class; a text's word is looked up once for all of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.text.cues.word_forms import forms_of
from assistant.text.letters import folded, loose

type SetsOfWord = Mapping[str, tuple[int, ...]]  # loose word → numbers of its sets


@dataclass(frozen=True, slots=True)
class FormSet:
    number: int
    size: int
    shortest: int  # letters of the shortest form
    starts: frozenset[str]  # the first two letters of the forms


class FormSets:
    """Filled while patterns are compiled; ``of_word`` is what remains."""

    def __init__(self, variants: Mapping[str, tuple[str, ...]]) -> None:
        self.of_word: dict[str, tuple[int, ...]] = {}
        self._variants = variants
        self._made: dict[tuple[frozenset[str], frozenset[str]], FormSet] = {}
        self._shared: dict[tuple[int, ...], tuple[int, ...]] = {}

    def made(self, inflected: Iterable[str], exact: Iterable[str]) -> FormSet | None:
        """All forms of some words and others as they are; None for no words."""
        key = (frozenset(inflected), frozenset(exact))
        if not any(key):
            return None
        if key not in self._made:
            self._made[key] = self._new(*key)
        return self._made[key]

    def _new(self, inflected: frozenset[str], exact: frozenset[str]) -> FormSet:
        forms = forms_of(inflected, self._variants) | {loose(folded(word)) for word in exact}
        number = len(self._made)
        for form in forms:
            sets = (*self.of_word.get(form, ()), number)
            self.of_word[form] = self._shared.setdefault(sets, sets)
        return FormSet(number, len(forms), min(map(len, forms)), frozenset(form[:2] for form in forms))
