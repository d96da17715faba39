"""The number words inside one word of a text: «پنجاه», «صدوبیست‌وپنج», «هزارمیلیارد», «بیست‌وپنجم».

«بیلیون» and «تریلیارد» are not read, because each is said of two different powers of ten.
"""

from fractions import Fraction
from functools import lru_cache

from assistant.text.figures.number_reader import AND, Atom, AtomKind, NumberReader

_WORDS: dict[AtomKind, dict[str, int]] = {
    AtomKind.UNIT: {
        "صفر": 0, "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9,
    },
    AtomKind.TEEN: {
        "ده": 10, "یازده": 11, "دوازده": 12, "سیزده": 13, "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17,
        "هیفده": 17, "هجده": 18, "هیجده": 18, "هژده": 18, "نوزده": 19,
    },
    AtomKind.TEN: {
        "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90,
    },
    AtomKind.HUNDRED: {
        "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "چهارصد": 400, "پانصد": 500, "ششصد": 600, "شیشصد": 600,
        "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
    },
    AtomKind.SCALE: {
        "هزار": 10**3, "میلیون": 10**6, "ملیون": 10**6, "میلیارد": 10**9, "ملیارد": 10**9, "تریلیون": 10**12,
    },
}  # fmt: skip
_ATOMS = {word: Atom(kind, Fraction(value)) for kind, words in _WORDS.items() for word, value in words.items()}
_ATOMS |= {"نیم": Atom(AtomKind.HALF, Fraction(1, 2)), AND: Atom(AtomKind.AND, Fraction(0))}
_ORDINALS = {
    **{f"{word}م": Atom(atom.kind, atom.value, True) for word, atom in _ATOMS.items() if atom.value >= 1},
    "سوم": Atom(AtomKind.UNIT, Fraction(3), True),
    "سیام": Atom(AtomKind.TEN, Fraction(30), True),
    "سییم": Atom(AtomKind.TEN, Fraction(30), True),
    "اول": Atom(AtomKind.UNIT, Fraction(1), True),
}
_ORDINALS |= {f"{word}ین": atom for word, atom in _ORDINALS.items() if word != "اول"}
_LONGEST = max(map(len, (*_ATOMS, *_ORDINALS)))
_BEGINNINGS = frozenset(word[:2] for word in (*_ATOMS, *_ORDINALS))
_LONGEST_GLUED = 150


@lru_cache(maxsize=8192)
def atoms_of(loose_word: str) -> tuple[Atom, ...]:
    """The numbers a word is made of, () when it is no number word. Glued parts are joined by و or by a scale; the
    word may begin in the middle of a number («میلیون‌ودویست», «ودویست»)."""
    single = _ATOMS.get(loose_word) or _ORDINALS.get(loose_word)
    if single is not None:
        return (single,)
    if not 3 <= len(loose_word) <= _LONGEST_GLUED or (len(loose_word) < 5 and loose_word[0] != AND):
        return ()
    if loose_word[:2] not in _BEGINNINGS and loose_word[0] != AND:
        return ()
    parts = _segmented(loose_word)
    return parts if parts and _is_sound(parts) else ()


def _segmented(word: str) -> tuple[Atom, ...]:
    """The first way, longest words first, to cut the whole word into number words."""
    ends: dict[int, tuple[Atom, ...] | None] = {}

    def rest(start: int) -> tuple[Atom, ...] | None:
        if start == len(word):
            return ()
        if start not in ends:
            ends[start] = None
            for end in range(min(len(word), start + _LONGEST), start, -1):
                part = word[start:end]
                atom = _ATOMS.get(part) or (_ORDINALS.get(part) if end == len(word) else None)
                following = rest(end) if atom else None
                if atom and following is not None:
                    ends[start] = (atom, *following)
                    break
        return ends[start]

    return rest(0) or ()


def _is_sound(parts: tuple[Atom, ...]) -> bool:
    """Whether the parts may stand in one number («سی» and «نه» in «سینه» may not)."""
    if parts[0].kind is AtomKind.AND:
        parts = parts[1:]
    if not parts or AtomKind.AND in (parts[0].kind, parts[-1].kind):
        return False
    reader = NumberReader()
    if parts[0].kind is AtomKind.SCALE:
        reader.group = Fraction(1)
    joined = False
    for number, atom in enumerate(parts):
        if atom.kind is AtomKind.AND:
            if joined:
                return False
            joined = True
            continue
        if not reader.take(atom, joined=joined, following=parts[number + 1 :]):
            return False
        joined = False
    return True
