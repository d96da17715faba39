"""The pattern language of cues as data: words, classes, gaps and verbs, parsed without knowing any text.

``<ruling> …3 قطعی|نهایی ~شدن`` reads: a word of the class, at most three words between, one of two words, then the
verb شدن, negated or not. What a word's forms are is the matcher's business.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

LONGEST_GAP = 8
ZWNJ = "\u200c"


class PatternError(ValueError):
    """The pattern cannot be read; the message says why (Persian)."""


class Sign(StrEnum):
    """Which forms of a verb fit."""

    AFFIRMED = "+"
    NEGATED = "-"
    EITHER = "~"


@dataclass(frozen=True, slots=True)
class Literal:
    word: str
    is_exact: bool = False  # as it is, without endings


@dataclass(frozen=True, slots=True)
class ClassName:
    name: str


@dataclass(frozen=True, slots=True)
class WordElement:
    alternatives: tuple[Literal | ClassName, ...]
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class VerbElement:
    verbs: tuple[str, ...]  # infinitives
    sign: Sign
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    most: int


type Element = WordElement | VerbElement | Gap

_GAP = re.compile(r"(?:…|\.\.\.)([0-9]+)")
_CLASS = re.compile(r"<([a-z][a-z0-9-]*)>")
_WORD = re.compile(rf"[آ-یأإؤئءًۀة]+(?:{ZWNJ}[آ-یأإؤئءًۀة]+)*")
# Words too common to look a pattern up by: a pattern made of these alone would be tried on nearly every sentence.
COMMON_WORDS = frozenset((
    "از", "به", "در", "با", "بر", "برای", "تا", "و", "یا", "که", "این", "آن", "را", "هر", "هیچ", "همه",
    "نیز", "هم", "اما", "ولی", "لیکن", "لکن", "اگر", "چون", "خود", "وی", "او", "ایشان", "است", "بود", "شد",
    "شده", "باشد", "می", "نمی", "یک", "دو", "کل", "مورد", "طرف", "بین", "پس", "پیش", "بعد", "قبل", "روی",
    "نزد", "طبق", "وفق", "جهت", "ضمن", "توسط", "مبنی", "خواهان", "خوانده", "اینجانب", "بنده", "دادگاه",
))  # fmt: skip


def parse_pattern(source: str) -> tuple[Element, ...]:
    """Raises PatternError."""
    elements = tuple(_element(part) for part in source.split())
    if not elements:
        raise PatternError("الگو خالی است")
    for place, name in ((elements[0], "آغاز"), (elements[-1], "پایان")):
        if isinstance(place, Gap):
            raise PatternError(f"فاصله (…) در {name} الگو معنا ندارد")
    if getattr(elements[0], "is_optional", False):
        raise PatternError("نخستین جزء الگو اختیاری (؟) نمی‌شود")
    for one, other in pairwise(elements):
        if isinstance(one, Gap) and isinstance(other, Gap):
            raise PatternError("دو فاصله پشت سر هم آمده است")
    return elements


def class_names(elements: tuple[Element, ...]) -> tuple[str, ...]:
    words = (each for each in elements if isinstance(each, WordElement))
    return tuple(one.name for each in words for one in each.alternatives if isinstance(one, ClassName))


def has_anchor(elements: tuple[Element, ...]) -> bool:
    """Whether one necessary element is made of words worth looking up."""
    return any(is_anchor(each) for each in elements)


def is_anchor(element: Element) -> bool:
    if not isinstance(element, WordElement) or element.is_optional:
        return False
    return not any(isinstance(each, Literal) and each.word in COMMON_WORDS for each in element.alternatives)


@cache  # hundreds of patterns share their elements
def _element(part: str) -> Element:
    gap = _GAP.fullmatch(part)
    if gap is not None:
        most = int(gap.group(1))
        if not 1 <= most <= LONGEST_GAP:
            raise PatternError(f"فاصله از 1 تا {LONGEST_GAP} واژه است: {part}")
        return Gap(most)
    body, is_optional = (part[:-1], True) if part.endswith(("?", "؟")) else (part, False)
    if body[:1] in ("+", "-", "~"):
        verbs = tuple(body[1:].split("|"))
        for verb in verbs:
            if _WORD.fullmatch(verb) is None or not verb.endswith("ن"):
                raise PatternError(f"پس از {body[0]} مصدر فعل می‌آید: {part}")
        return VerbElement(verbs, Sign(body[0]), is_optional)
    return WordElement(tuple(_alternative(each, part) for each in body.split("|")), is_optional)


def _alternative(text: str, part: str) -> Literal | ClassName:
    name = _CLASS.fullmatch(text)
    if name is not None:
        return ClassName(name.group(1))
    word = text.removeprefix("=")
    if _WORD.fullmatch(word) is None:
        raise PatternError(f"این جزء خوانده نمی‌شود: {part}")
    return Literal(word, text.startswith("="))
