"""Party words of another stage of the case, or of criminal procedure, from the experts' list."""

from collections.abc import Iterator, Mapping

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.letters import ZWNJ
from assistant.text.listed_words import ListedHere, ListedWords
from assistant.text.sentences import Sentence
from assistant.text.verbs import verb_forms

LIST = "role-terms"
_PLURALS = {"ان": "ان", "ها": f"{ZWNJ}ها", "های": f"{ZWNJ}های", "ین": "ان"}
_ENDINGS = ("", *_PLURALS)
_ACCUSED = frozenset(("را", "مرا", "او", "وی", "خوانده", "خواهان", "اینجانب", "ما", "من", "زوجه", "زوج"))
_MESSAGE = "این واژه نام طرف دعوا در مرحله یا رسیدگی دیگری است."


class RoleTerms:
    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._words = ListedWords((lists[LIST],) if LIST in lists else (), _ENDINGS)

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        for here in self._words.found(sentence, case.stage):
            if _is_verb(sentence, here) or _is_said_of_somebody(sentence, here):
                continue
            span = sentence.text[here.start : here.end]
            suggestions = _instead(here)
            yield TextFinding(TextKind.ROLE_TERM, here.start, here.end, span, _MESSAGE, TextLevel.HINT, suggestions)


def _is_verb(sentence: Sentence, here: ListedHere) -> bool:
    """«دادنامه خوانده شد» speaks of no party."""
    following = next((word for word in sentence.words if word.start >= here.end), None)
    form = verb_forms().get(following.folded) if following else None
    return here.last.folded == "خوانده" and form is not None and form.verb == "شدن"


def _is_said_of_somebody(sentence: Sentence, here: ListedHere) -> bool:
    """«زوج او را متهم به بدرفتاری می‌کند», «از سر و صدا شاکی هستند»: an adjective, no party."""
    words = sentence.words
    place = words.index(here.first)
    following = words[place + 1].folded if place + 1 < len(words) else ""
    if here.first.folded == "متهم":
        return following == "به" and place > 0 and words[place - 1].folded in _ACCUSED
    form = verb_forms().get(following)
    is_predicate = form is not None and form.verb in ("بودن", "شدن")
    return here.first.folded == "شاکی" and is_predicate and "از" in {each.folded for each in words[:place]}


def _instead(here: ListedHere) -> tuple[str, ...]:
    ending = here.last.folded.rpartition(here.listed.word[-2:])[2].strip(ZWNJ)
    plural = _PLURALS.get(ending, "")
    return tuple(_with_plural(word, plural) for word in here.listed.instead)


def _with_plural(word: str, plural: str) -> str:
    if plural == "ان" and word.endswith("ه"):
        return f"{word[:-1]}گان"
    return word + (f"{ZWNJ}ها" if plural == "ان" and word.endswith("ان") else plural)
