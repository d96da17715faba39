"""Words that may be taken as insulting, from the experts' list."""

from collections.abc import Iterator, Mapping

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.listed_words import ListedWords
from assistant.text.sentences import Sentence

LIST = "insults"
_ENDINGS = ("", "ها", "های", "هایی", "ان", "انی", "ای", "اند", "ست", "یست")
_MESSAGE = "این واژه می‌تواند موهن تلقی شود."


class Insults:
    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._words = ListedWords((lists[LIST],) if LIST in lists else (), _ENDINGS)

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        for here in self._words.found(sentence, case.stage):
            span = sentence.text[here.start : here.end]
            yield TextFinding(TextKind.INSULT, here.start, here.end, span, _MESSAGE, TextLevel.HINT)
