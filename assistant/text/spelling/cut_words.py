"""One word cut in two by a blank: «درخو است» for «درخواست»."""

from assistant.text.letters import loose
from assistant.text.spelling.endings import Trust
from assistant.text.spelling.vocabulary import Vocabulary

_FREQUENT = -12.5
_BLANK = 5.0  # what a blank hit by mistake takes from the likelihood of the one word
_NEVER_SEEN = -12.5  # two words that statutes never have side by side are at most so likely to stand so
_ADVANTAGE = 2.5


class CutWords:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def joined(self, left: str, right: str) -> str | None:
        """The one word both parts make, when they are hardly two."""
        whole = left + right
        likelihood = self._vocabulary.words.trusted.get(whole)
        if (
            likelihood is None
            or len(whole) < 4
            or "و" in (left, right)
            or self._vocabulary.words.pairs.get(f"{left} {right}")
        ):
            return None
        one, other = self._vocabulary.reading(left), self._vocabulary.reading(right)
        if Trust.UNKNOWN in (one.trust, other.trust):
            return whole if likelihood > _FREQUENT else None
        if loose(whole) != whole or whole not in self._vocabulary.words.legal:
            return None
        apart = min(one.likelihood + other.likelihood + 2.0, _NEVER_SEEN)
        return whole if likelihood - _BLANK > apart + _ADVANTAGE else None
