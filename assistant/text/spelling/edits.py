"""How likely one slip of the hand or ear is: the cost of each single change of a word, and all words one slip away.

Costs are shares of one ordinary mistake: letters that sound alike in Persian are confused most, then those that differ
by dots, then neighbours on the keyboard.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from assistant.text.letters import ZWNJ

ALPHABET = "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_SOUNDS = ("زذضظ", "سصث", "تط", "هح", "قغ", "اعآأء", "یئ", "وؤ")
_SHAPES = ("بپتثنی", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ", "وؤ", "یئ")
_KEYS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_SAME_SOUND, _SAME_SHAPE, _NEIGHBOUR, _OTHER = 0.45, 0.7, 0.75, 1.15
_SWAP, _DOUBLED, _EXTRA, _MISSING, _MISSING_VOWEL, _SILENT_VAV, _FIRST_LETTER = 0.7, 0.6, 0.8, 0.9, 0.8, 0.45, 0.15


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


_BY_TYPED = {
    typed: tuple((meant, substitution(typed, meant)) for meant in ALPHABET if meant != typed) for typed in ALPHABET
}
_HEARD = {typed: tuple(meant for meant, cost in found if cost == _SAME_SOUND) for typed, found in _BY_TYPED.items()}


def one_slip_away(word: str) -> Iterator[tuple[str, float]]:
    """Every word that ``word`` may be meant for, with the cost of the slip; the same word may come more than once."""
    yield from _without_a_letter(word)
    yield from _with_a_letter(word)
    for place, typed in enumerate(word):
        first = 0.0 if place else _FIRST_LETTER
        before, after = word[:place], word[place + 1 :]
        for meant, cost in _BY_TYPED.get(typed, ()):
            yield before + meant + after, cost + first
        if after and typed != after[0] and typed != ZWNJ and after[0] != ZWNJ:
            yield before + after[0] + typed + after[1:], _SWAP + first


def _without_a_letter(word: str) -> Iterator[tuple[str, float]]:
    for place, typed in enumerate(word):
        doubled = place > 0 and word[place - 1] == typed
        cost = _DOUBLED if doubled else _EXTRA
        if place and (word[place - 1], typed) in _NEAR:
            cost = 0.7  # two keys hit at once
        yield word[:place] + word[place + 1 :], cost + (0.0 if place else _FIRST_LETTER)


def _with_a_letter(word: str) -> Iterator[tuple[str, float]]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        first = 0.0 if place else _FIRST_LETTER
        for meant in ALPHABET:
            cost = _MISSING
            if meant == "و" and before.endswith("خ"):
                cost = _SILENT_VAV
            elif meant in "اویه" or before.endswith(meant):
                cost = _MISSING_VOWEL
            yield before + meant + after, cost + first


def heard_alike(word: str) -> Iterator[tuple[str, float]]:
    """Words that sound the same with two letters written otherwise: «مستزعف» for «مستضعف» and the like."""
    places = [(place, meant) for place, typed in enumerate(word) for meant in _HEARD.get(typed, ())]
    for number, (first, one) in enumerate(places[:24]):
        for second, other in places[number + 1 : 24]:
            if first != second:
                changed = word[:first] + one + word[first + 1 :]
                yield changed[:second] + other + changed[second + 1 :], 2 * _SAME_SOUND


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
            best = min(best, rows[i][j - 1] + (_MISSING_VOWEL if other in "اویه" else _MISSING))
            if i > 1 and j > 1 and one == meant[j - 2] and typed[i - 2] == other and one != other:
                best = min(best, rows[i - 2][j - 2] + _SWAP)
            rows[i][j] = best
    return rows[-1][-1]
