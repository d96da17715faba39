"""Keyboard shortcuts: one modifier for all, one key an act, both changeable by the person (kept in a cookie)."""

import re
from collections.abc import Mapping

from flask import request

MODIFIERS: Mapping[str, str] = {"as": "Alt+Shift", "ca": "Control+Alt", "cs": "Control+Shift"}
ACTS: Mapping[str, tuple[str, str]] = {  # act → (key, what it does)
    "findings": ("F", "یافته‌ها"),
    "preview": ("P", "پیش‌نمایش چاپ"),
    "add": ("N", "ردیف تازه در فهرست"),
    "next": ("S", "ذخیره و گام بعد"),
    "review": ("R", "بازبینی همه پاسخ‌ها"),
    "undo": ("Z", "بازگرداندن آخرین تغییر"),
    "outage": ("O", "اختلال سامانه: ثبت، یا مراجعه‌کنندهٔ تازه"),
}
COOKIE = "keys"
_LETTER = re.compile("[A-Z]")


def chosen() -> tuple[str, dict[str, str]]:
    """Modifier and letters as this person has them; a cookie that holds anything odd counts as none."""
    modifier, _, rest = request.cookies.get(COOKIE, "")[:200].partition(".")
    standard = {act: key for act, (key, _) in ACTS.items()}
    given = dict(entry.split("-", 1) for entry in rest.split(".") if "-" in entry)
    letters = {act: given.get(act, key) for act, key in standard.items()}
    return (modifier, letters) if cookie_value(modifier, letters) else ("as", standard)


def cookie_value(modifier: str, letters: Mapping[str, str]) -> str | None:
    """What the cookie holds; None when two acts would share a letter or something is not a letter."""
    used = [letters.get(act, "").upper() for act in ACTS]
    if modifier not in MODIFIERS or len(set(used)) < len(used) or not all(_LETTER.fullmatch(each) for each in used):
        return None
    return ".".join((modifier, *(f"{act}-{letter}" for act, letter in zip(ACTS, used, strict=True))))


def modifier() -> str:
    return chosen()[0]


def key_of(act: str) -> str:
    """The letter of an act; digits (steps) stand for themselves."""
    return act if act.isdigit() else chosen()[1][act]


def key_text(act: str) -> str:
    """«Alt+Shift+F», for people and for aria-keyshortcuts."""
    return f"{MODIFIERS[chosen()[0]]}+{key_of(act)}"
