"""What was read in a sentence, kept by its words while the clerk types elsewhere. In memory only, and little."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.text.sentences import Sentence

KEPT = 2048


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    sentence: Sentence = field(compare=False)


def remembered[Read](read: Callable[[Sentence], Read]) -> Callable[[Sentence], Read]:
    """``read`` must depend on the words of the sentence alone and count places from its beginning."""

    @lru_cache(maxsize=KEPT)
    def kept(words: _Words) -> Read:
        return read(words.sentence)

    def of(sentence: Sentence) -> Read:
        return kept(_Words(sentence.text, sentence))

    return of
