"""Endings that belong to the word before them: ها, ای, تر, اش."""

from collections.abc import Container

from assistant.text.compounds import NON_JOINING
from assistant.text.known_words import KnownWords
from assistant.text.letters import ZWNJ
from assistant.text.verbs import verb_forms

PLURALS = frozenset(("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هائی", "هاست"))
COMPARATIVES = frozenset(("تر", "ترین", "تری", "ترین‌ها", "ترها"))
# Second parts that never stand alone: «پرداخت‌کننده», «امکان‌ناپذیر».
BOUND = frozenset((
    "کننده", "کنندگان", "دهنده", "دهندگان", "شونده", "شوندگان", "پذیر", "ناپذیر", "پذیری", "ناپذیری",
))  # fmt: skip
POSSESSIVES = frozenset(("اش", "ات", "شان", "مان", "تان"))  # after a silent ه only
_BOUND_LONGEST_FIRST = tuple(sorted(BOUND, key=len, reverse=True))
_LONGEST_FIRST = tuple(sorted(PLURALS, key=len, reverse=True))

# What no ending follows and no prefix precedes.
FUNCTION_WORDS = frozenset((
    "و", "از", "به", "در", "با", "بر", "برای", "تا", "که", "را", "یا", "این", "آن", "هر", "هم", "نیز", "چه", "نه", "بی",
    "او", "وی", "ما", "من", "تو", "ایشان", "خود", "هیچ", "همین", "همان", "است", "بود", "شد", "باشد", "نیست", "جز", "پس",
    "سه", "ده", "اگر", "مگر", "اما", "ولی", "لیکن", "لکن", "چون", "آنکه", "اینکه", "چنانچه", "بدون", "پیش", "غیر",
))  # fmt: skip
AFFIXES = PLURALS | COMPARATIVES | POSSESSIVES | {"می", "نمی", "ام", "ای", "ایم", "اید", "اند", "ی", "بی", "هم", "نا"}


def joiner_after(word: str) -> str:
    """A half-space, or nothing after a letter that does not join anyway."""
    return "" if word[-1] in NON_JOINING else ZWNJ


def ends_in_silent_he(word: str) -> bool:
    return len(word) > 2 and word.endswith("ه") and word not in FUNCTION_WORDS


def with_plural_parted(word: str, known: KnownWords, exceptions: Container[str]) -> tuple[str, ...]:
    """«چک‌ها» of «چکها», «جلسه‌ای» of «جلسهای»; both readings where both words exist; nothing for any other word."""
    if word in exceptions or word.rpartition(ZWNJ)[2] in exceptions:  # «به‌تنهایی»
        return ()
    for ending in _LONGEST_FIRST:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        last = stem.rpartition(ZWNJ)[2]
        if len(last) < 2:
            return ()
        he_form = f"{last}ه"
        found = []
        if (stem in known or last in known) and not known.far_commoner(he_form, last):
            is_verb = stem.endswith("ند") and stem in verb_forms()  # «نمایندهای» is no plural
            if stem[-1] in NON_JOINING and not is_verb:
                return ()
            if stem[-1] not in NON_JOINING:
                found.append(f"{stem}{ZWNJ}{ending}")
        if ending == "های" and he_form in known and not (found and known.far_commoner(last, he_form)):
            found.append(f"{stem}ه{ZWNJ}ای")
        return tuple(found)
    return ()


def with_bound_parted(word: str, known: KnownWords) -> str | None:
    """«درخواست‌کننده» of «درخواستکننده»."""
    for ending in _BOUND_LONGEST_FIRST:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and stem[-1] not in NON_JOINING and stem[-1] != ZWNJ:
            return f"{stem}{ZWNJ}{ending}" if stem in known else None
    return None
