"""One word cut in two by a blank: «درخو است» for «درخواست»."""

from functools import lru_cache

from assistant.text.letters import loose
from assistant.text.spelling.vocabulary import Trust, Vocabulary

_FREQUENT, _FREQUENT_OF_TRUSTED = -12.0, -9.5
_ADVANTAGE = 5.5


class CutWords:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.joined = lru_cache(maxsize=20_000)(self._joined)

    def _joined(self, left: str, right: str) -> str | None:
        """The one word both parts make, when they are hardly two."""
        whole = left + right
        likelihood = self._vocabulary.words.trusted.get(whole)
        if likelihood is None or len(whole) < 4 or self._vocabulary.words.pairs.get(f"{left} {right}"):
            return None
        one, other = self._vocabulary.reading(left), self._vocabulary.reading(right)
        if Trust.UNKNOWN in (one.trust, other.trust) or min(len(left), len(right)) < 2:
            return whole if likelihood > _FREQUENT else None
        if loose(whole) != whole:
            return None
        if likelihood > _FREQUENT_OF_TRUSTED and whole in self._vocabulary.words.legal:
            weaker = min(one.likelihood, other.likelihood)
            if likelihood - weaker > _ADVANTAGE:
                return whole
        return None
