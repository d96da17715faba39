"""Endings of nouns and adjectives: at a half-space or glued, and how sure a word formed with one is."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from assistant.text.letters import ZWNJ


class Trust(IntEnum):
    UNKNOWN = 0
    KNOWN = 1  # a dictionary has it
    FORMED = 2  # a trusted word with a short ending that a slip could also have made
    GENERAL = 3
    LEGAL = 4


_NEVER_DOUBLED = "یتم"
# Endings of nouns and adjectives with what each takes from the likelihood of the word it stands on.
_JOINED = (
    ("هایشان", -4.0), ("هایمان", -4.5), ("هایتان", -5.0), ("هایی", -3.5), ("هایش", -4.0), ("هایم", -4.5), ("های", -2.0),
    ("ها", -2.0), ("ترین", -3.5), ("تر", -3.5), ("شان", -4.0), ("مان", -4.5), ("تان", -5.0), ("ای", -2.5), ("اش", -3.5),
    ("ام", -4.0), ("ات", -5.0), ("ترها", -4.5), ("ترهای", -4.5), ("ترش", -5.0),
    ("ایم", -4.0), ("اید", -4.0), ("اند", -3.0), ("ایشان", -4.0),
    ("گونه", -4.0), ("ی", -3.0), ("هاست", -4.0), ("تری", -4.0),
    ("کننده", -4.0), ("شده", -3.0), ("نشده", -4.0), ("کنندگان", -4.5),
)  # fmt: skip
# Glued ones: those of a word that a slip could hardly have made, and the short ones.
_GLUED = (
    ("هایشان", -5.0), ("هایی", -4.5), ("هایش", -5.0), ("های", -3.5), ("ها", -3.5), ("ترین", -3.5), ("شان", -4.5),
    ("کننده", -5.0), ("کنندگان", -5.5), ("شده", -4.5), ("نشده", -5.0), ("دهنده", -5.0), ("گیرنده", -5.0),
    ("کردن", -5.0), ("شدن", -5.0), ("گان", -4.0), ("نامه", -5.0),
)  # fmt: skip
_SHORT = (
    ("تر", -4.0), ("تری", -4.5), ("مان", -5.0), ("تان", -6.0), ("یی", -5.0), ("ی", -3.0), ("ش", -5.0), ("م", -5.5),
    ("ت", -6.5), ("ان", -5.0), ("ات", -5.5), ("ین", -6.0), ("یت", -5.0), ("گی", -4.0), ("یم", -7.0), ("ند", -7.0),
    ("انه", -5.0), ("اً", -4.5), ("اش", -5.5), ("یان", -5.5), ("دار", -5.0), ("فروش", -5.0),
    ("فروشی", -5.0),
)  # fmt: skip
# Glued where the letter before would join them, these are another word run into the first, not an ending.
_AFTER_UNJOINED = frozenset(("کننده", "کنندگان", "شده", "نشده", "دهنده", "گیرنده", "کردن", "شدن"))
_UNJOINED = "اآدذرزژو"
# «پایم», «عمویش», «موهایت»: after these vowels a possessive has its own ی
_AFTER_VOWELS, VOWELS = (("یم", -4.5), ("یش", -4.5), ("یت", -6.0)), "او"
# Possessives that a slip hardly makes of another frequent word; «ت» is one («محلت» for «مهلت»).
POSSESSIVES = frozenset(("م", "ش", "یم", "یش", "مان", "شان"))
OUTERMOST, INNERMOST = frozenset(("ی", "ش", "م", "شان", "مان", "یی")), frozenset(("ان", "ات", "گان", "یت", "ین", "ه"))
ENDINGS: Mapping[str, float] = dict(_JOINED)
_ANY_GLUED = (
    *((ending, cost, Trust.GENERAL) for ending, cost in _GLUED),
    *((ending, cost, Trust.FORMED) for ending, cost in _SHORT),
)
_BY_LAST = {
    last: tuple(each for each in _ANY_GLUED if each[0][-1] == last) for last in {e[-1] for e, _, _ in _ANY_GLUED}
}


def endings_of(word: str) -> Iterator[tuple[str, float, Trust]]:
    """Those the word may be taken to have, at a half-space or glued."""
    if ZWNJ in word:
        tail = word.rpartition(ZWNJ)[2]
        if tail in ENDINGS:
            yield tail, ENDINGS[tail], Trust.GENERAL
    for ending, cost, trust in _BY_LAST.get(word[-1:], ()):
        if word.endswith(ending) and len(word) > len(ending) + 1 and _may_end(word[-len(ending) - 1], ending):
            yield ending, cost, trust
    if len(word) > 4 and word[-3] in VOWELS:
        yield from ((ending, cost, Trust.FORMED) for ending, cost in _AFTER_VOWELS if word.endswith(ending))
    if word.endswith(("ای", "وی")) and len(word) > 3:
        yield "ی", -1.5, Trust.GENERAL
    if word.endswith(("است", "وست")) and len(word) > 4:
        yield "ست", -3.0, Trust.FORMED


def _may_end(before: str, ending: str) -> bool:
    """Whether the glued ending may follow the letter: not ی on ی, and no word that the letter would be joined to."""
    if before == ZWNJ or (before == ending[0] and before in _NEVER_DOUBLED):
        return False
    return ending not in _AFTER_UNJOINED or before in _UNJOINED
