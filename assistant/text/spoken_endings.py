"""Spoken endings on ordinary words: «پولمو» (پولم را), «مدرسه‌شون» (مدرسه‌شان), «این سند جعلیه» (جعلی است)."""

from collections.abc import Container

from assistant.text.letters import ZWNJ

_ENDINGS = {
    "هامونو": "هایمان را", "هاشونو": "هایشان را", "هامو": "هایم را", "هاشو": "هایش را",
    "هامون": "هایمان", "هاشون": "هایشان", "هاتون": "هایتان",
    "شونو": "شان را", "مونو": "مان را", "تونو": "تان را", "شون": "شان", "مون": "مان", "تون": "تان",
    "مو": "م را", "شو": "ش را", "تو": "ت را",
}  # fmt: skip
_OF_MOUTH = ("یه", "شه", "مه")  # «رسمیه», «مالشه», «حقمه» at the end of a clause
_SHORTEST = 3  # letters of a word that such an ending is told from
_SHORTEST_WITH_COPULA = 4


def formal_ending(word: str, known: Container[str]) -> str | None:
    """What the word is in writing; None where it is no known word with such an ending."""
    if word in known:
        return None
    for ending, formal in _ENDINGS.items():
        stem = word.removesuffix(ending).rstrip(ZWNJ)
        if word.endswith(ending) and len(stem) >= _SHORTEST and stem in known:
            joint = ZWNJ if formal.startswith("ها") or stem.endswith("ه") else ""
            vowel = "ا" if stem.endswith("ه") and formal[0] in "مش" else ""
            return f"{stem}{joint}{vowel if len(formal.split()[0]) == 1 else ''}{formal}"
    return None


def formal_copula(word: str, known: Container[str]) -> str | None:
    """«جعلی است» of «جعلیه», for a word that ends its clause."""
    stem = word[:-1]
    if word.endswith(_OF_MOUTH) and len(stem) >= _SHORTEST_WITH_COPULA and word not in known and stem in known:
        return f"{stem} است"
    return None
