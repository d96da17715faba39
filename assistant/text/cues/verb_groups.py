"""Verbs as they stand in a sentence: several words that are one verb, with its negation and mood."""

from dataclasses import dataclass
from typing import NamedTuple

from assistant.text.cues.verb_table import COPULAS, MODALS, NOUNS_TOO, PARTICIPLES_TOO, verb_table
from assistant.text.verbs import VerbForm

ADVERSATIVES = frozenset(["ولی", "لیکن", "لکن", "اما", "بلکه", "حالیکه", "درحالیکه", "حالانکه", "ولیکن", "لاکن"])
BREAKERS = ADVERSATIVES | {
    "که",
    "زیرا",
    "چون",
    "مگر",
    "سپس",
    "لذا",
    "چراکه",
    "هرچند",
    "اگرچه",
    "اینکه",
    "انکه",
    "بیانکه",
}
# What the applicant himself makes of it: «خوانده مدعی پرداخت است، لذا …».
CONCLUSIONS = frozenset(("لذا", "فلذا", "بنابراین", "ازاینرو", "نتیجتا", "علیهذا"))
# «ولی قهری» is a guardian, «ولی …» but.
_GUARDIAN_AFTER = frozenset(("عنوان", "سمت", "مقام", "یا", "قیم", "وصی"))
_GUARDIAN_BEFORE = frozenset(("قهری", "خاص", "قانونی", "شرعی", "صغیر", "صغار", "طفل", "اطفال", "محجور", "دم"))
_AFTER_PREPOSITION = frozenset((
    "عدم", "جهت", "برای", "از", "به", "بدون", "گواهی", "مورد", "قابل", "تاریخ", "محل", "زمان", "مهلت",
    "بابت", "در", "با",
))  # fmt: skip


class Word(NamedTuple):
    """``comma``: a comma stands before it; ``stop``: a colon or the like."""

    start: int
    end: int
    loose: str
    weight: int
    comma: bool
    stop: bool


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """«پرداخت نشده است» has one: نشده است. ``end`` is the word after it."""

    start: int
    end: int
    verb: str
    negated: bool
    finite: bool
    subjunctive: bool
    is_future: bool = False

    @property
    def is_modal(self) -> bool:
        return self.verb in MODALS and (self.finite or self.verb == "توانستن")  # «نتوانسته آن را بیابد»


def verb_groups(words: tuple[Word, ...]) -> dict[int, VerbGroup]:
    found: dict[int, VerbGroup] = {}
    place = 0
    while place < len(words):
        group = _group(words, place)
        if group is None:
            place += 1
        else:
            found[place] = group
            place = group.end
    return found


def _group(words: tuple[Word, ...], place: int) -> VerbGroup | None:
    key = words[place].loose
    if key in ("می", "نمی") and _follows(words, place):
        form = verb_table().get(key + words[place + 1].loose)
        return None if form is None else _made(place, place + 2, form)
    form = verb_table().get(key)
    if form is None:
        return None
    if key.startswith(("خواه", "نخواه")) and _follows(words, place):  # خواهد شد
        main = verb_table().get(words[place + 1].loose)
        if main is not None and main.finite and not main.negated and not main.subjunctive:
            return VerbGroup(place, place + 2, main.verb, form.negated, True, False, is_future=True)
    if key in NOUNS_TOO:
        before = words[place - 1].loose if place else "از"
        if not ends_clause(words, place + 1) or before in _AFTER_PREPOSITION:
            return None
    if form.finite:
        return _made(place, place + 1, form)
    return _of_participle(words, place, form)


def tail_of(words: tuple[Word, ...], group: VerbGroup) -> VerbGroup | None:
    place = group.start + 1
    form = verb_table().get(words[place].loose) if place < group.end else None
    if form is None or form.verb != "شدن" or group.verb == "شدن":
        return None
    return VerbGroup(place, group.end, form.verb, group.negated, group.finite, group.subjunctive)


def _of_participle(words: tuple[Word, ...], place: int, form: VerbForm) -> VerbGroup | None:
    end, negated, finite, subjunctive, extended = place + 1, form.negated, False, False, False
    while _follows(words, end - 1):
        key = words[end].loose
        following = verb_table().get(key)
        if key in COPULAS:
            finite = True
        elif following is None or following.verb not in ("بودن", "شدن") or key in NOUNS_TOO:
            break
        else:
            negated, finite = negated or following.negated, finite or following.finite
            subjunctive = subjunctive or following.subjunctive
        extended = True
        end += 1
        if finite:
            break
    if words[place].loose in PARTICIPLES_TOO and not extended and not ends_clause(words, end):
        return None
    return VerbGroup(place, end, form.verb, negated, finite, subjunctive)


def _made(start: int, end: int, form: VerbForm) -> VerbGroup:
    return VerbGroup(start, end, form.verb, form.negated, form.finite, form.subjunctive)


def _follows(words: tuple[Word, ...], place: int) -> bool:
    """Whether the next word stands beside it, with no mark between."""
    return place + 1 < len(words) and not words[place + 1].comma and not words[place + 1].stop


def ends_clause(words: tuple[Word, ...], place: int) -> bool:
    if place >= len(words):
        return True
    word = words[place]
    return word.comma or word.stop or word.loose == "و" or breaks(words, place)


def breaks(words: tuple[Word, ...], place: int) -> bool:
    """Whether a clause begins with the word: که، زیرا, ولی …"""
    return words[place].loose in BREAKERS and not _is_guardian(words, place)


def turns(words: tuple[Word, ...], place: int) -> bool:
    """Whether the sentence turns with the word: اما, ولی …"""
    return words[place].loose in ADVERSATIVES and not _is_guardian(words, place)


def _is_guardian(words: tuple[Word, ...], place: int) -> bool:
    if words[place].loose != "ولی":
        return False
    before = words[place - 1].loose if place else ""
    following = words[place + 1].loose if place + 1 < len(words) else ""
    return before in _GUARDIAN_AFTER or following in _GUARDIAN_BEFORE
