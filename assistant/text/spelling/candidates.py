"""Words that a doubtful one may be meant for, with what the slip costs; the context is weighed elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from assistant.text.letters import ZWNJ
from assistant.text.spelling.edits import distance, heard_alike, one_slip_away, slip_cost
from assistant.text.spelling.endings import ENDINGS
from assistant.text.spelling.neighbours import Neighbours
from assistant.text.spelling.vocabulary import Vocabulary

_KEPT = 12
_SPLIT = 0.55
# What a second word takes from the likelihood of the rarer of two words run together.
_SECOND_WORD, _SEEN_TOGETHER, _CONJUNCTION, _SHORT_WORD, _DOUBTFUL = 4.0, 3.0, 1.0, 2.0, 9.0
_RAREST_PART, _RAREST_BESIDE_SHORT = -12.7, -11.0
_COMMONEST = -6.0  # در, از, که: whatever stands beside them
_LONGEST = 24  # letters of a word that is still looked at
_ENDINGS = ("هایشان", "هایی", "هایش", "های", "ها", "شان", "ای", "اش", "اند", "ام", "تر", "ترین", "ی", "ان", "ش", "م")
_GLUED_ENDINGS = frozenset(("ها", "های", "هایی", "هایش", "هایشان", "شان"))
_FREQUENT = -13.5  # likelihood of a word that two slips may hide
_PLURALS, _PLURAL_COST = ("ات", "ان", "ین"), 4.5
_ENDING_COST = 3.0  # likelihood that an ending takes from its stem


class Candidate(NamedTuple):
    """``text`` may be two words with a blank between."""

    text: str
    cost: float
    likelihood: float


class Candidates:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_edge = _by_edge(each for each, found in vocabulary.words.trusted.items() if found > _FREQUENT)
        self._misspelt_endings = _misspelt_endings()
        self._neighbours = Neighbours(vocabulary.proposable)
        self.near = lru_cache(maxsize=20_000)(self._near)
        self.far = lru_cache(maxsize=5_000)(self._far)

    def _near(self, word: str) -> tuple[Candidate, ...]:
        """One slip away, or two that sound alike, or two words run together. The cheapest few."""
        if len(word) > _LONGEST:
            return ()
        found: dict[str, Candidate] = {}
        for candidate in (*self._edited(word), *self._in_parts(word), *self._split(word)):
            known = found.get(candidate.text)
            if known is None or candidate.cost < known.cost:
                found[candidate.text] = candidate
        found.pop(word, None)
        return _cheapest(found.values())

    def _edited(self, word: str) -> Iterator[Candidate]:
        proposable = self._vocabulary.proposable
        near = self._neighbours.of(word, proposable)
        for stem, plural in self._plurals(word):
            text = stem + plural
            if text != word and text not in proposable and len(text) > 5:
                yield Candidate(text, slip_cost(word, text), proposable[stem] - _PLURAL_COST)
        for text in near or [each for each in heard_alike(word) if each in proposable]:
            yield Candidate(self._vocabulary.preferred(text), slip_cost(word, text), proposable[text])

    def _plurals(self, word: str) -> Iterator[tuple[str, str]]:
        """Words with an ending of plural that are one slip away, parted: the slip is in either of them or between."""
        proposable = self._vocabulary.proposable
        if word.endswith(_PLURALS):
            for stem in self._neighbours.of(word[:-2], proposable):
                yield stem, word[-2:]
        for length in range(1, 4):
            stem = word[:-length]
            if stem in proposable:
                for plural in _PLURALS:
                    if OSA.distance(word[-length:], plural) == 1:
                        yield stem, plural
        swapped = word[:-3] + word[-2:-1]
        if swapped in proposable and word[-3:-2] + word[-1] in _PLURALS:
            yield swapped, word[-3:-2] + word[-1]

    def _in_parts(self, word: str) -> Iterator[Candidate]:
        """The slip is in the stem and the ending stays («خاسته‌های»), or in the ending, or in a part of a compound."""
        for ending in _ENDINGS:
            stem = word[: -len(ending)].rstrip(ZWNJ)
            if word.endswith(ending) and len(stem) > (2 if len(ending) > 2 else 3):
                yield from self._with_tail(stem, word[len(stem) :])
        likelihood = self._vocabulary.likelihood
        for length in range(1, min(8, len(word) - 2)):
            tail = word[-length:]
            stem = word[:-length].rstrip(ZWNJ)
            joint = ZWNJ if word[:-length].endswith(ZWNJ) else ""
            for ending, cost in self._misspelt_endings.get(tail, ()):
                found = likelihood(stem)
                if found is not None and len(stem) > 2 and (joint or ending in _GLUED_ENDINGS):
                    yield Candidate(stem + joint + ending, cost, found - _ENDING_COST)
        if word.startswith("ال") and len(word) > 4:
            for text, cost, found in self._stems(word[2:]):
                yield Candidate("ال" + text, cost, found - _ENDING_COST)
        parts = word.split(ZWNJ)
        if len(parts) == 2 and min(len(part) for part in parts) > 1:
            yield from self._compound(*parts)

    def _with_tail(self, stem: str, tail: str) -> Iterator[Candidate]:
        for text, cost, likelihood in self._stems(stem):
            if len(text) > 2:
                yield Candidate(self._vocabulary.preferred(text) + tail, cost, likelihood - _ENDING_COST)

    def _compound(self, left: str, right: str) -> Iterator[Candidate]:
        one, other = self._vocabulary.likelihood(left), self._vocabulary.likelihood(right)
        if other is not None:
            for text, cost, likelihood in self._stems(left):
                if len(text) > 1:
                    yield Candidate(text + ZWNJ + right, cost, min(likelihood, other) - _ENDING_COST)
        if one is not None:
            for text, cost, likelihood in self._stems(right):
                if len(text) > 2:
                    yield Candidate(left + ZWNJ + text, cost, min(likelihood, one) - _ENDING_COST)

    def _stems(self, stem: str) -> Iterator[tuple[str, float, float]]:
        proposable = self._vocabulary.proposable
        for text in self._neighbours.of(stem, proposable):
            yield text, slip_cost(stem, text), proposable[text]

    def _split(self, word: str) -> Iterator[Candidate]:
        """Two frequent words without the blank between them; the conjunction و may be one of them."""
        if len(word) < 4:
            return
        for place in range(1, len(word)):
            left, right = word[:place], word[place:]
            if ZWNJ in (left[-1], right[0]) or not _may_stand_alone(left) or not _may_stand_alone(right):
                continue
            one = self._vocabulary.with_ending(left)
            other = self._vocabulary.with_ending(right) if one is not None else None
            if one is None or other is None:
                continue
            cost = self._second_word(left, right, one, other)
            if cost is None:
                continue
            parted = f"{self._vocabulary.preferred(left)} {self._vocabulary.preferred(right)}"
            yield Candidate(parted, _SPLIT, min(one, other) - cost)

    def _second_word(self, left: str, right: str, one: float, other: float) -> float | None:
        if f"{left} {right}" in self._vocabulary.words.pairs:
            return _SECOND_WORD - _SEEN_TOGETHER
        if left == "و":
            return _CONJUNCTION
        if min(one, other) < _RAREST_PART:
            return None
        if min(len(left), len(right)) > 2:
            return _SECOND_WORD
        is_usual = min(one, other) > _RAREST_BESIDE_SHORT or max(one, other) > _COMMONEST
        return _SECOND_WORD + (_SHORT_WORD if is_usual else _DOUBTFUL)

    def _far(self, word: str) -> tuple[Candidate, ...]:
        """Two slips away, not at both ends, for a word that nothing nearer explains."""
        if not 5 <= len(word) <= _LONGEST:
            return ()
        kept = dict.fromkeys((*self._by_edge.get((0, word[0]), ()), *self._by_edge.get((-1, word[-1]), ())))
        near = extract(word, list(kept), scorer=OSA.distance, score_cutoff=2, limit=25)
        found = []
        for text, _, _ in near:
            likelihood = self._vocabulary.likelihood(text)
            if likelihood is not None:
                found.append(Candidate(text, distance(word, text), likelihood))
        return _cheapest(found)


def _cheapest(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """A few, in the same order wherever they were found."""
    return tuple(sorted(found, key=lambda each: (6.5 * each.cost - each.likelihood, each.text))[:_KEPT])


def _by_edge(words: Iterable[str]) -> Mapping[tuple[int, str], list[str]]:
    """Words by their first and by their last letter."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in words:
        found[0, word[0]].append(word)
        found[-1, word[-1]].append(word)
    return found


def _may_stand_alone(word: str) -> bool:
    return len(word) > 1 or word == "و"


@cache
def _misspelt_endings() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """What stands at a word's end → the endings it may be meant for."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for ending in ENDINGS:
        for slip in one_slip_away(ending):
            if slip and slip not in ENDINGS:
                found[slip] = (*found.get(slip, ()), (ending, slip_cost(slip, ending)))
    return found
