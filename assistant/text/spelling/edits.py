"""How likely one slip of the hand or ear is: the cost of each single change of a word, and all words one slip away.

Costs are shares of one ordinary mistake: letters that sound alike in Persian are confused most, then those that differ
by dots, then neighbours on the keyboard.
"""

from collections.abc import Iterable
from functools import cache

ALPHABET = "آئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_SOUNDS = ("زذضظ", "سصث", "تط", "هح", "قغ", "اعآأء", "یئ", "وؤ")
_SHAPES = ("بپتثنی", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ", "وؤ", "یئ")
_KEYS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_SAME_SOUND, _SAME_SHAPE, _NEIGHBOUR, _OTHER = 0.45, 0.7, 0.75, 1.15
_SWAP, _DOUBLED, _TWO_KEYS, _EXTRA, _MISSING, _MISSING_VOWEL, _SILENT_VAV = 0.7, 0.6, 0.7, 0.8, 0.9, 0.8, 0.45
_FIRST_LETTER = 0.15
_VOWELS = "اویه"


def _pairs(groups: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


def _neighbours() -> frozenset[tuple[str, str]]:
    """Beside each other, or above and below: a row is shifted half a key against the one above."""
    groups = [row[place : place + 2] for row in _KEYS for place in range(len(row) - 1)]
    for above, below in ((_KEYS[0], _KEYS[1]), (_KEYS[1], _KEYS[2])):
        for place, letter in enumerate(below):
            groups += (letter + each for each in above[place : place + 2])
    return _pairs(groups)


_ALIKE, _DOTS, _NEAR = _pairs(_SOUNDS), _pairs(_SHAPES), _neighbours()


@cache
def substitution(typed: str, meant: str) -> float:
    if (typed, meant) in _ALIKE:
        return _SAME_SOUND
    if (typed, meant) in _DOTS:
        return _SAME_SHAPE
    return _NEIGHBOUR if (typed, meant) in _NEAR else _OTHER


_HEARD = {
    typed: tuple(meant for meant in ALPHABET if meant != typed and substitution(typed, meant) == _SAME_SOUND)
    for typed in ALPHABET
}
_PLACES_HEARD = 20  # letters that have others of the same sound, looked at in one word


def one_slip_away(word: str) -> set[str]:
    """Every string that ``word`` may be meant for after one slip, words and others."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {before + after[1:] for before, after in cuts if after}
    found.update(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1)
    found.update(before + letter + after[1:] for before, after in cuts if after for letter in ALPHABET)
    found.update(before + letter + after for before, after in cuts for letter in ALPHABET)
    found.discard(word)
    return found


def heard_alike(word: str) -> set[str]:
    """Strings that sound the same with two letters written otherwise: «مستزعف» for «مستضعف» and the like."""
    places = [(place, meant) for place, typed in enumerate(word) for meant in _HEARD.get(typed, ())][:_PLACES_HEARD]
    return {
        word[:first] + one + word[first + 1 : second] + other + word[second + 1 :]
        for number, (first, one) in enumerate(places)
        for second, other in places[number + 1 :]
        if first != second
    }


def slip_cost(typed: str, meant: str) -> float:
    """Of a word one slip away; for anything farther, what ``distance`` says. Nothing for the word itself."""
    if typed == meant:
        return 0.0
    place = 0
    shorter = min(len(typed), len(meant))
    while place < shorter and typed[place] == meant[place]:
        place += 1
    first = 0.0 if place else _FIRST_LETTER
    if len(typed) == len(meant):
        if typed[place + 1 :] == meant[place + 1 :]:
            return substitution(typed[place], meant[place]) + first
        if typed[place : place + 2] == meant[place : place + 2][::-1] and typed[place + 2 :] == meant[place + 2 :]:
            return _SWAP + first
    elif len(typed) == len(meant) + 1 and typed[place + 1 :] == meant[place:]:
        return _extra_letter(typed, place) + first
    elif len(typed) + 1 == len(meant) and typed[place:] == meant[place + 1 :]:
        return _missing_letter(meant, place) + first
    return distance(typed, meant)


def _extra_letter(typed: str, place: int) -> float:
    before = typed[place - 1] if place else ""
    if before == typed[place]:
        return _DOUBLED
    beside = {before, typed[place + 1] if place + 1 < len(typed) else ""}
    return _TWO_KEYS if any((each, typed[place]) in _NEAR for each in beside) else _EXTRA


def _missing_letter(meant: str, place: int) -> float:
    before = meant[place - 1] if place else ""
    if meant[place] == "و" and before == "خ":
        return _SILENT_VAV
    return _MISSING_VOWEL if meant[place] in _VOWELS or meant[place] == before else _MISSING


def distance(typed: str, meant: str) -> float:
    """Weighted distance of two words: the cheapest chain of slips, swaps included."""
    rows = [[0.0] * (len(meant) + 1) for _ in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        rows[i][0] = i * _EXTRA
    for j in range(1, len(meant) + 1):
        rows[0][j] = j * _MISSING
    for i in range(1, len(typed) + 1):
        for j in range(1, len(meant) + 1):
            one, other = typed[i - 1], meant[j - 1]
            best = rows[i - 1][j - 1] + (0.0 if one == other else substitution(one, other))
            best = min(best, rows[i - 1][j] + (_DOUBLED if i > 1 and typed[i - 2] == one else _EXTRA))
            best = min(best, rows[i][j - 1] + (_MISSING_VOWEL if other in _VOWELS else _MISSING))
            if i > 1 and j > 1 and one == meant[j - 2] and typed[i - 2] == other and one != other:
                best = min(best, rows[i - 2][j - 2] + _SWAP)
            rows[i][j] = best
    return rows[-1][-1]
