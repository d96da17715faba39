"""Colloquial words and verb forms: «دیگه», «خونه», «می‌شه», «نمیدن», «اومد»."""

from collections.abc import Iterator, Mapping

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.letters import ZWNJ, folded
from assistant.text.listed_words import ListedWords
from assistant.text.sentences import Sentence
from assistant.text.verb_spacing import is_participle
from assistant.text.verbs import verb_forms

WORDS, VERBS = "informal-words", "informal-verbs"
_ENDINGS = {"م": "م", "ی": "ی", "ه": "د", "یم": "یم", "ین": "ید", "ن": "ند"}
_AFTER_A_VOWEL = {"م": "م", "ی": "ی", "د": "د", "یم": "یم", "ین": "ید", "ن": "ند"}
_OF_CONVERSATION_ONLY = ("ه", "ین", "ن")  # the others are formal too where the stem is
_PAST = {"ن": "ند", "ین": "ید"}
_MESSAGE = "این واژه یا صیغه گفتاری است."


class Informal:
    """The list of verbs has colloquial present stems with the formal ones, and stems that conversation only ends
    otherwise («می‌کنه», «می‌کردن»)."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._words = ListedWords((lists[WORDS],) if WORDS in lists else (), exactly=True)
        self._verbs = dict(_spoken(lists[VERBS])) if VERBS in lists else {}

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        told = -1
        for here in self._words.found(sentence, case.stage):
            told = here.end
            span = sentence.text[here.start : here.end]
            yield _finding(span, here.start, here.listed.instead)
        words = sentence.words
        for place, word in enumerate(words):
            formal = self._verbs.get(word.folded)
            start = word.start
            if formal is None and place and words[place - 1].folded in ("می", "نمی"):
                start = words[place - 1].start
                if sentence.text[words[place - 1].end : word.start].strip(f" {ZWNJ}") == "":
                    formal = self._verbs.get(f"{words[place - 1].folded}{ZWNJ}{word.folded}")
            if formal is not None and told != word.end:
                yield _finding(sentence.text[start : word.end], start, (formal,))


def _finding(span: str, start: int, suggestions: tuple[str, ...]) -> TextFinding:
    return TextFinding(TextKind.INFORMAL, start, start + len(span), span, _MESSAGE, TextLevel.HINT, suggestions)


def _spoken(verbs: WordList) -> Iterator[tuple[str, str]]:
    """Spoken form → formal form, with the half-space and without; never a form that formal prose has too."""
    formal_forms = verb_forms()
    for group in verbs.groups:
        for listed in group.words:
            stem = folded(listed.word)
            for formal in listed.instead or (stem,):
                for prefix in ("می", "نمی"):
                    for spoken, right in _pairs(stem, folded(formal)):
                        half = f"{prefix}{ZWNJ}{spoken}"
                        if half in formal_forms:
                            continue
                        yield half, f"{prefix}{ZWNJ}{right}"
                        if f"{prefix}{spoken}" not in group.unless:
                            yield f"{prefix}{spoken}", f"{prefix}{ZWNJ}{right}"


def _pairs(stem: str, formal: str) -> Iterator[tuple[str, str]]:
    present = _AFTER_A_VOWEL if stem[-1] in "اآ" else _ENDINGS
    endings = _PAST if stem == formal and _is_past(stem) else present
    for ending, right in endings.items():
        if stem != formal or ending in _OF_CONVERSATION_ONLY:
            yield stem + ending, formal + right


def _is_past(stem: str) -> bool:
    return stem[-1] in "دت" and is_participle(stem + "ه")
