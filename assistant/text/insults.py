"""Words that may be taken as insulting, from the experts' list."""

from collections.abc import Iterator, Mapping

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.listed_words import ListedHere, ListedWords
from assistant.text.sentences import Sentence

LIST = "insults"
_ENDINGS = ("", "ها", "های", "هایی", "ان", "انی", "ای", "اند", "ست", "یست")
_TITLES = frozenset(("آقای", "خانم", "سید", "مرحوم", "مرحومه"))
_MESSAGE = "این واژه می‌تواند موهن تلقی شود."


class Insults:
    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._words = ListedWords((lists[LIST],) if LIST in lists else (), _ENDINGS)

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        for here in self._words.found(sentence, case.stage):
            if _is_name(sentence, here):
                continue
            span = sentence.text[here.start : here.end]
            yield TextFinding(TextKind.INSULT, here.start, here.end, span, _MESSAGE, TextLevel.HINT)


def _is_name(sentence: Sentence, here: ListedHere) -> bool:
    """«آقای گدایی گواه بود»."""
    words = sentence.words
    place = words.index(here.first)
    return place > 0 and words[place - 1].folded in _TITLES
