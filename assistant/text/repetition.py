"""The same word twice in a row."""

import re
from collections.abc import Iterator, Mapping

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.characters import recoded
from assistant.text.joining import words_of_names
from assistant.text.letters import BIDI, ZWNJ, loose
from assistant.text.sentences import Sentence

LIST = "repeated-words"
_BETWEEN = re.compile(f"[ \t\u00a0{ZWNJ}{BIDI}]+")
_MESSAGE = "این واژه دو بار پشت سر هم آمده است."


class Repetitions:
    """The list holds words that may be repeated: «اولاد اولاد», «یک یک»."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._allowed = frozenset(loose(each.word) for each in lists[LIST]) if LIST in lists else frozenset[str]()

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        words = sentence.words
        place = 1
        while place < len(words):
            first = place - 1
            while place < len(words) and self._repeats(sentence, place):
                place += 1
            if place > first + 1 and words[first].loose not in words_of_names(case.persons):
                start, end = words[first].start, words[place - 1].end
                suggestion = recoded(words[first].text).strip(ZWNJ)
                span = sentence.text[start:end]
                yield TextFinding(TextKind.REPEATED_WORD, start, end, span, _MESSAGE, TextLevel.HINT, (suggestion,))
            place = max(place, first + 2)

    def _repeats(self, sentence: Sentence, place: int) -> bool:
        one, other = sentence.words[place - 1], sentence.words[place]
        if one.folded != other.folded or other.loose in self._allowed:
            return False
        return _BETWEEN.fullmatch(sentence.text, one.end, other.start) is not None
