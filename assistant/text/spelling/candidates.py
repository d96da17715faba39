"""Words that a doubtful one may be meant for, with what the slip costs; the context is weighed elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from assistant.text.letters import ZWNJ
from assistant.text.spelling.edits import distance, heard_alike, one_slip_away
from assistant.text.spelling.vocabulary import Vocabulary

_KEPT = 12
_SPLIT = 0.55
_RAREST_PART = -12.5
_LONGEST = 24  # letters of a word that is still looked at
_ENDINGS = ("هایشان", "هایی", "هایش", "های", "ها", "شان", "ای", "اش", "اند", "ام", "تر", "ترین", "ی", "ش", "م")


@dataclass(frozen=True, slots=True)
class Candidate:
    """``text`` may be two words with a blank between."""

    text: str
    cost: float
    likelihood: float


class Candidates:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._frequent: list[str] | None = None
        self.near = lru_cache(maxsize=20_000)(self._near)
        self.far = lru_cache(maxsize=5_000)(self._far)

    def _near(self, word: str) -> tuple[Candidate, ...]:
        """One slip away, or two that sound alike, or two words run together. The cheapest few."""
        if len(word) > _LONGEST:
            return ()
        found: dict[str, Candidate] = {}
        for candidate in (*self._edited(word), *self._edited_before_ending(word), *self._split(word)):
            known = found.get(candidate.text)
            if known is None or candidate.cost < known.cost:
                found[candidate.text] = candidate
        found.pop(word, None)
        ranked = sorted(found.values(), key=lambda each: 6.5 * each.cost - each.likelihood)
        return tuple(ranked[:_KEPT])

    def _edited(self, word: str) -> Iterator[Candidate]:
        likelihood = self._vocabulary.likelihood
        for text, cost in one_slip_away(word):
            found = likelihood(text)
            if found is not None:
                yield Candidate(text, cost, found)
        for text, cost in heard_alike(word):
            found = likelihood(text)
            if found is not None:
                yield Candidate(text, cost, found)

    def _edited_before_ending(self, word: str) -> Iterator[Candidate]:
        """The slip is in the stem and the ending stays: «خاسته‌های» for «خواسته‌های»."""
        for ending in _ENDINGS:
            if not word.endswith(ending):
                continue
            cut = len(word) - len(ending)
            stem, tail = word[:cut].rstrip(ZWNJ), word[len(word[:cut].rstrip(ZWNJ)) :]
            if len(stem) < 3 or (len(ending) < 2 and ZWNJ not in tail):
                continue
            for text, cost in one_slip_away(stem):
                found = self._vocabulary.likelihood(text)
                if found is not None and len(text) > 2:
                    yield Candidate(text + tail, cost, found - 2.5)

    def _split(self, word: str) -> Iterator[Candidate]:
        """Two frequent words without the blank between them; the conjunction و may be one of them."""
        if len(word) < 4:
            return
        pairs = self._vocabulary.words.pairs
        for place in range(1, len(word)):
            left, right = word[:place].rstrip(ZWNJ), word[place:].lstrip(ZWNJ)
            if (len(left) < 2 and left != "و") or (len(right) < 2 and right != "و"):
                continue
            one, other = self._vocabulary.likelihood(left), self._vocabulary.with_ending(right)
            if one is None or other is None:
                continue
            seen = pairs.get(f"{left} {right}", 0)
            if min(one, other) < _RAREST_PART and not seen:
                continue
            if min(len(left), len(right)) <= 2 and max(len(left), len(right)) <= 3 and not seen:
                continue
            yield Candidate(f"{left} {right}", _SPLIT, max(one, other) + max(min(one, other), -9.0 if seen else -99.0))

    def _far(self, word: str) -> tuple[Candidate, ...]:
        """Two slips away, for a word that nothing nearer explains."""
        if not 5 <= len(word) <= _LONGEST:
            return ()
        if self._frequent is None:
            self._frequent = [each for each, found in self._vocabulary.words.trusted.items() if found > -14.5]
        near = extract(word, self._frequent, scorer=OSA.distance, score_cutoff=2, limit=25)
        found = []
        for text, _, _ in near:
            likelihood = self._vocabulary.likelihood(text)
            if likelihood is not None:
                found.append(Candidate(text, distance(word, text), likelihood))
        found.sort(key=lambda each: 6.5 * each.cost - each.likelihood)
        return tuple(found[:_KEPT])
