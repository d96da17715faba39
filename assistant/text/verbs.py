"""Verb forms that stand as one word, from hazm's list of verbs: which verb, whether negated, whether finite."""

import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.text.letters import ZWNJ, folded

# Verbs that carry no meaning of their own beside a noun («صادر شد», «صادر گردید»): one name for cue patterns.
_LIGHT = {
    "گردید": "شدن", "گشت": "شدن", "شد": "شدن",
    "نمود": "کردن", "کرد": "کردن", "ساخت": "کردن", "فرمود": "کردن",
    "هست": "بودن", "بود": "بودن",
}  # fmt: skip
_PAST_ENDINGS = ("م", "ی", "", "یم", "ید", "ند")
_PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
_COPULA = ("ام", "ای", "ایم", "اید", "اند")
# Participles that are nouns in a petition: party and matter, never the verb.
_NOUNS = frozenset(("خوانده", "خواسته", "گذشته", "نوشته", "داده", "یافته", "ساخته", "بسته", "گفته", "شنیده", "کشته"))


@dataclass(frozen=True, slots=True)
class VerbForm:
    """``verb`` is the infinitive, light verbs unified: شدن for گردیدن and گشتن, کردن for نمودن and ساختن."""

    verb: str
    negated: bool
    finite: bool  # a participle («صادر شده») is not, but tells the polarity of its clause
    subjunctive: bool = False  # شود، نباشد: what is wished, supposed or ordered, not told


@lru_cache(maxsize=1)
def verb_forms() -> Mapping[str, VerbForm]:
    """Folded form of one word (می joined by a half-space) → its reading; the commoner verb wins a shared form."""
    found: dict[str, VerbForm] = {}
    for past, present in (*_FIRST, *_stems()):
        verb = _LIGHT.get(past, past + "ن")
        for form, negated, finite, subjunctive in _forms(past, present):
            found.setdefault(form, _reading(verb, negated, finite, subjunctive and past != "داشت"))
    for form, negated in (("است", False), ("نیست", True), ("هست", False), ("نیستند", True), ("هستند", False),
                          ("نیستم", True), ("هستم", False), ("نیستیم", True),
                          ("هستید", False), ("نیستید", True), ("هستی", False), ("نیستی", True),
                          ("هستیم", False)):  # fmt: skip
        found[form] = VerbForm("بودن", negated, True)
    for noun in _NOUNS:
        found.pop(noun, None)
    return found


@lru_cache(maxsize=8_192)
def _reading(verb: str, negated: bool, finite: bool, subjunctive: bool) -> VerbForm:
    """One object for all the forms that are read alike: forty thousand forms have three thousand readings."""
    return VerbForm(verb, negated, finite, subjunctive)


def hazm_file(name: str) -> Path:
    """A data file of the hazm package, which is not imported for it. Raises FileNotFoundError when it is missing."""
    spec = importlib.util.find_spec("hazm")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"hazm/data/{name}: the package hazm is not installed (see pyproject.toml)")
    return Path(spec.submodule_search_locations[0]) / "data" / name


# The verbs of petitions first, so that a form shared with a rare verb is read as these.
_FIRST = (
    ("شد", "شو"), ("کرد", "کن"), ("نمود", "نمای"), ("گردید", "گرد"), ("بود", "باش"), ("داد", "ده"),
    ("داشت", "دار"), ("گفت", "گوی"), ("رفت", "رو"), ("گرفت", "گیر"), ("پرداخت", "پرداز"), ("توانست", "توان"),
    ("یافت", "یاب"), ("گذشت", "گذر"), ("گذاشت", "گذار"), ("شنید", "شنو"), ("کشید", "کش"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, str], ...]:
    found = []
    for line in hazm_file("verbs.dat").read_text("utf-8").splitlines():
        past, _, present = line.strip().partition("#")
        for each in present.split(" یا "):
            if past and each and not past.endswith("تن"):
                found.append((folded(past), folded(each)))
    return tuple(found)


def _forms(past: str, present: str) -> Iterator[tuple[str, bool, bool, bool]]:
    """Form, negated, finite, subjunctive."""
    for ending in _PAST_ENDINGS:
        yield past + ending, False, True, False
        yield _negated(past) + ending, True, True, False
        yield f"می{ZWNJ}{past}{ending}", False, True, False
        yield f"نمی{ZWNJ}{past}{ending}", True, True, False
    for ending in _PRESENT_ENDINGS if not present.endswith("ا") else ():
        yield f"می{ZWNJ}{present}{ending}", False, True, False
        yield f"نمی{ZWNJ}{present}{ending}", True, True, False
        for subjunctive in _subjunctives(present):
            yield subjunctive + ending, False, True, True
        yield present + ending, False, True, True
        yield _negated(present) + ending, True, True, True
    for participle, negated in ((past + "ه", False), (_negated(past) + "ه", True)):
        yield participle, negated, False, False
        yield f"{participle}{ZWNJ}است", negated, True, False
        for ending in _COPULA:
            yield f"{participle}{ZWNJ}{ending}", negated, True, False


def _negated(stem: str) -> str:
    if stem[0] == "آ":
        return "نیا" + stem[1:]
    return "نی" + stem[1:] if _has_short_opening(stem) else "ن" + stem


def _subjunctives(stem: str) -> tuple[str, ...]:
    if stem[0] == "آ":
        return ("بیا" + stem[1:],)
    if _has_short_opening(stem):
        return "بی" + stem[1:], "بی" + stem  # بیندازد, and بیاندازد as many write it
    return ("ب" + stem,)


def _has_short_opening(stem: str) -> bool:
    """The ا of افتاد, which is left out after ن and ب: نیفتاد; that of ایستاد is not."""
    return stem[0] == "ا" and not stem.startswith("ای")
