"""One spelling of each letter, for looking words up; offsets are the token's business."""

import unicodedata

ZWNJ = "\u200c"
SOFT_HYPHEN = "\u00ad"
DIGITS = "0-9۰-۹٠-٩"
BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u200b\u2060"  # show nothing; for inside [ ] of a pattern
JOINERS = "\u200c\u200d\u00ad\u00ac\u0640"  # half-space, joiner, soft hyphen and its old look-alike, tatweel
MARKS = "\u064b-\u0655\u0670"  # vowel signs, tanvin, hamza above
LETTERS = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06fc\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc"

_SAME = str.maketrans({
    "\u064a": "ی", "\u0649": "ی", "\u06d2": "ی", "\u0643": "ک", "\u06aa": "ک", "\u06c1": "ه", "\u06be": "ه",
    "\u06d5": "ه", SOFT_HYPHEN: ZWNJ, "\u00ac": ZWNJ, "\u200d": None, "\u0640": None,
    **dict.fromkeys((*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **dict.fromkeys((0x61C, 0xFEFF, 0x200B, 0x2060)),
    **dict.fromkeys((*range(0x64C, 0x654), 0x670)),  # vowel signs; fathatan (ً) is part of the word, hamza (ٔ) too
})  # fmt: skip
_LOOSE = str.maketrans({
    "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ی", "ۀ": "ه", "ة": "ه", "ء": None,
    "\u064b": None, "\u0654": None, "\u0655": None, ZWNJ: None,
})  # fmt: skip


def folded(word: str) -> str:
    """As dictionaries have it: Persian ی and ک, no tatweel, no bidi marks, no vowel signs; half-space, tanvin and
    hamza stay."""
    if not word.isascii():
        if max(word) >= "\ufb50" and any("\ufb50" <= each <= "\ufefc" for each in word):
            word = unicodedata.normalize("NFKC", word)
        word = word.translate(_SAME).strip(ZWNJ)
        if "\u0654" in word:
            word = unicodedata.normalize("NFC", word).replace("ه\u0654", "ۀ")
    return word


def loose(folded_word: str) -> str:
    """For comparing spellings of one word: without hamza, madd, tanvin and half-space."""
    return folded_word.translate(_LOOSE)


def loose_words(words: str) -> frozenset[str]:
    """The loose keys of words written with blanks between."""
    return frozenset(loose(each) for each in words.split())
