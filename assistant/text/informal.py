"""Colloquial words and verb forms: «دیگه», «خونه», «می‌شه», «نمیدن», «اومد»."""

from collections.abc import Iterator, Mapping

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.known_words import KnownWords
from assistant.text.letters import ZWNJ, folded
from assistant.text.listed_words import ListedWords
from assistant.text.sentences import Sentence
from assistant.text.spoken_endings import formal_copula, formal_ending
from assistant.text.verb_spacing import is_participle
from assistant.text.verbs import verb_forms

WORDS, VERBS = "informal-words", "informal-verbs"
_ENDINGS = {"م": "م", "ی": "ی", "ه": "د", "یم": "یم", "ین": "ید", "ن": "ند"}
_AFTER_A_VOWEL = {"م": "م", "ی": "ی", "د": "د", "یم": "یم", "ین": "ید", "ن": "ند"}
_OF_CONVERSATION_ONLY = ("ه", "ین", "ن")  # the others are formal too where the stem is
_PAST = {"ن": "ند", "ین": "ید"}
_TITLES = frozenset(
    ("آقای", "خانم", "آقا", "سید", "شرکت", "بانک", "خیابان", "کوچه", "شهر", "مقیم", "ساکن")
)  # a name follows
_AFTER_A_CLAUSE = frozenset(("که", "ولی", "اما", "چون", "لذا"))
_SAYING = frozenset(("گفتن", "دیدن", "فهمیدن", "شنیدن"))
_MESSAGE = "این واژه یا صیغه گفتاری است."


class Informal:
    """The list of verbs has colloquial present stems with the formal ones, and stems that conversation only ends
    otherwise («می‌کنه», «می‌کردن»)."""

    def __init__(self, lists: Mapping[str, WordList], known: KnownWords) -> None:
        self._known = known
        self._words = ListedWords((lists[WORDS],) if WORDS in lists else (), exactly=True)
        self._verbs = dict(_spoken(lists[VERBS])) if VERBS in lists else {}

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        told: set[int] = set()
        for here in self._words.found(sentence, case.stage):
            told.add(here.end)
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
            if word.end in told or word.folded in case.words:
                continue
            if formal is None:
                formal = self._with_ending(sentence, place)
            if formal is not None:
                yield _finding(sentence.text[start : word.end], start, (formal,))

    def _with_ending(self, sentence: Sentence, place: int) -> str | None:
        """Of the word there: a spoken ending, a spoken copula at the end of its clause, a past plural without د."""
        words = sentence.words
        word = words[place].folded
        before = words[place - 1].folded if place else ""
        if before in _TITLES:
            return None
        if word[-1] in "ون" and (formal := formal_ending(word, self._known)):
            return formal
        after = words[place + 1].folded if place + 1 < len(words) else ""
        if word[-1] == "ه" and _ends_clause(sentence, place):
            return formal_copula(word, self._known)
        if word[-2:] in ("دن", "تن") and f"{word}د" in verb_forms():
            is_told = before == "را" and (after == "و" or _ends_clause(sentence, place))
            return f"{word}د" if is_told or (after == "که" and word in _SAYING) else None
        return None


def _ends_clause(sentence: Sentence, place: int) -> bool:
    words = sentence.words
    if place + 1 == len(words):
        return True
    following = words[place + 1]
    between = sentence.text[words[place].end : following.start].strip()
    return bool(between) or following.folded in _AFTER_A_CLAUSE


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
