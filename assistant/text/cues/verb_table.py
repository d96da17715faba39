"""The verbs of narratives by their loose spelling, without the forms that are nouns in a petition."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from assistant.text.letters import ZWNJ, loose
from assistant.text.verbs import VerbForm, verb_forms

# Of hazm's 692 verbs those that narratives use; the rest would read ordinary nouns as verbs (سهم، مالی، بدوی).
VERBS = frozenset((
    "شدن", "کردن", "بودن", "داشتن", "دادن", "گرفتن", "گفتن", "رفتن", "آمدن", "پرداختن", "توانستن", "خواستن",
    "دانستن", "رسیدن", "گذشتن", "یافتن", "نهادن", "گذاشتن", "گذاردن", "آوردن", "بردن", "خوردن", "زدن",
    "ماندن", "پذیرفتن", "فروختن", "خریدن", "نوشتن", "رساندن", "فرستادن", "افتادن", "دیدن", "شناختن", "کشیدن",
    "بخشیدن", "برگشتن", "بازگشتن", "سپردن", "سپاردن", "انداختن", "بستن", "شکستن", "مردن", "کشتن", "ربودن",
    "شنیدن", "دزدیدن", "گریختن", "افزودن", "نشستن", "ایستادن", "بایستن", "فهمیدن", "فریفتن", "برداشتن",
    "نامیدن", "انجامیدن", "کاستن", "گشودن", "درآمدن", "درآوردن", "پیوستن", "باختن", "گماشتن", "برگرداندن", "برگزیدن",
    "گرداندن", "افکندن", "آزردن", "ترساندن", "ورزیدن", "پوشاندن", "سوزاندن", "بریدن",
    "پنداشتن", "انگاشتن", "کاشتن", "پوشیدن", "ستاندن", "سوختن", "ریختن", "شمردن", "شماردن", "جستن", "فشردن", "پنداریدن",
    "طلبیدن", "گذراندن", "شکافتن",
))  # fmt: skip
# Patterns may name them; verbs.py reads their forms as the light verb they stand for.
SAME_VERBS = {"گشتن": "شدن", "گردیدن": "شدن", "نمودن": "کردن", "ساختن": "کردن", "فرمودن": "کردن", "هستن": "بودن"}
MODALS = frozenset(("توانستن", "خواستن", "بایستن"))
# Light verbs stand for each other where one is left out: «صادر و قطعیت یافته است».
LIGHT = frozenset(("شدن", "کردن", "بودن", "داشتن", "دادن", "یافتن", "گرفتن"))
# A past form that is a noun as well: a verb only where the clause ends after it.
NOUNS_TOO = frozenset((
    "پرداخت", "رسید", "گذشت", "خرید", "برداشت", "ساخت", "برگشت", "بازگشت", "خواست", "شکست", "کشت", "نشست",
    "نهاد", "مرد", "برد", "خورد", "دید", "پیوست", "شناخت", "باخت", "درامد", "سوخت", "یافت",
    "نبود",
))  # fmt: skip
# Participles that are nouns too: a verb only before است or at the end of the clause.
PARTICIPLES_TOO = {
    "داده": "دادن", "یافته": "یافتن", "ساخته": "کردن", "بسته": "بستن", "گفته": "گفتن", "نوشته": "نوشتن",
    "گذشته": "گذشتن", "کشته": "کشتن", "سپرده": "سپردن", "مانده": "ماندن",
}  # fmt: skip
COPULAS = frozenset(("اند", "ام", "ایم", "اید"))
_NO_VERBS = frozenset((
    "نزد", "خرد", "دهم", "نهم", "مردم", "مانند", "روند", "برند", "رود", "زند", "روم", "برم", "مانم", "بندند", "سود",
    "ای", "ام", "اند", "ایم", "اید", "ایند", "خوانده", "خواسته", "کشند", "نامم", "طلبم", "طلبند", "زنم",
))  # fmt: skip
_THIRD_PERSON = ("ماید", "گوید", "آید", "یاید", "زاید", "شاید", "جوید")  # of stems that end in ی: نماید
# Prefixed verbs, which hazm's list lacks: prefix and the verb that is conjugated after it.
_PREFIXED = {
    "برگرداندن": ("بر", "گرداندن"),
    "برداشتن": ("بر", "داشتن"),
    "درآمدن": ("در", "آمدن"),
    "درآوردن": ("در", "آوردن"),
    "برگزیدن": ("بر", "گزیدن"),
}
_ADDED = {
    "میتوان": VerbForm("توانستن", False, True), "نمیتوان": VerbForm("توانستن", True, True),
    "بایستی": VerbForm("بایستن", False, True), "نبایستی": VerbForm("بایستن", True, True),
}  # fmt: skip


@lru_cache(maxsize=1)
def verb_table() -> Mapping[str, VerbForm]:
    found: dict[str, VerbForm] = {}
    for form, reading in verb_forms().items():
        if reading.verb in VERBS and not _is_address(form, reading):
            key = loose(form)
            if key not in _NO_VERBS:
                found.setdefault(key, reading)
    for verb, (prefix, base) in _PREFIXED.items():
        for form, reading in verb_forms().items():
            if reading.verb == base and not _is_address(form, reading):
                found.setdefault(prefix + loose(form), replace(reading, verb=verb))
    for form in ("باید", "نباید"):
        found[form] = VerbForm("بایستن", form[0] == "ن", True)
    for form, verb in PARTICIPLES_TOO.items():
        found[form] = VerbForm(verb, False, False)
    return {**found, **_ADDED, **{key: replace(found[key], finite=True) for key in NOUNS_TOO if key in found}}


def _is_address(form: str, reading: VerbForm) -> bool:
    """Second person, which no narrative uses: such forms are nouns and adjectives (کاری، شدید)."""
    if form.endswith(("ی", f"{ZWNJ}اید")):
        return True
    if not form.endswith("ید") or form.endswith(_THIRD_PERSON):
        return False
    return form not in ("گردید", "نگردید") and form.removeprefix("ن") + "ن" != reading.verb
