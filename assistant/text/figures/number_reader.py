"""The order of number words in Persian: hundreds, tens, ones, scale; thousands of milliards; halves."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

AND = "و"


class AtomKind(StrEnum):
    UNIT = "unit"
    TEEN = "teen"
    TEN = "ten"
    HUNDRED = "hundred"
    SCALE = "scale"
    HALF = "half"
    AND = "and"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Atom:
    kind: AtomKind
    value: Fraction
    is_ordinal: bool = False


_RANKS = {AtomKind.HUNDRED: 3, AtomKind.TEN: 2, AtomKind.TEEN: 2, AtomKind.UNIT: 1}


class NumberReader:
    """Adds one atom after the other, in the order of Persian: hundreds, tens, ones, scale."""

    def __init__(self) -> None:
        self.terms: list[tuple[Fraction, Fraction]] = []  # value, scale
        self.group: Fraction | None = None
        self.rank = 4  # of the last atom of the group; only lower ones may follow
        self.has_digits = False
        self.is_done = False

    @property
    def total(self) -> Fraction:
        return sum((value for value, _ in self.terms), self.group or Fraction(0))

    @property
    def elliptic(self) -> Fraction | None:
        if not self.terms or self.group is None or self.terms[-1][1] < 10**6:
            return None
        return self.total - self.group + self.group * self.terms[-1][1] / 1000

    def take(self, atom: Atom, *, joined: bool, following: Sequence[Atom]) -> bool:
        if self.is_done:
            return False
        match atom.kind:
            case AtomKind.SCALE:
                return self._scale(atom.value, joined)
            case AtomKind.HALF:
                return self._half(joined, following)
            case AtomKind.DIGITS:
                return self._digits(atom.value, joined, following)
        return self._small(atom, joined, following)

    def _small(self, atom: Atom, joined: bool, following: Sequence[Atom]) -> bool:
        rank = _RANKS[atom.kind]
        if self.group is None:
            if self.terms and not joined and not self._smaller_scale_follows(following):
                return False
            self.group = atom.value
        elif joined and rank < self.rank and self.group:
            self.group += atom.value
        else:
            return False
        self.rank = 1 if atom.kind is AtomKind.TEEN else rank
        return True

    def _smaller_scale_follows(self, following: Sequence[Atom]) -> bool:
        """«دو میلیارد پانصد میلیون»: the و between may be left out."""
        scale = next((each.value for each in following if each.kind is AtomKind.SCALE), None)
        return scale is not None and scale < self.terms[-1][1]

    def _digits(self, value: Fraction, joined: bool, following: Sequence[Atom]) -> bool:
        if self.group is not None or not following or following[0].kind not in (AtomKind.SCALE, AtomKind.AND):
            return False
        if following[0].kind is AtomKind.AND and (len(following) < 3 or following[1].kind is not AtomKind.HALF):
            return False
        if self.terms and not joined and not self._smaller_scale_follows(following):
            return False
        self.group, self.rank, self.has_digits = value, 1, True
        return True

    def _half(self, joined: bool, following: Sequence[Atom]) -> bool:
        if joined and self.group is not None:
            self.group, self.rank = self.group + Fraction(1, 2), 0
            return True
        if joined and self.terms:
            value, scale = self.terms[-1]
            self.terms[-1] = (value + scale / 2, scale)
            self.is_done = True
            return True
        if joined or self.group is not None or self.terms or not following or following[0].kind is not AtomKind.SCALE:
            return False
        self.group, self.rank = Fraction(1, 2), 0
        return True

    def _scale(self, scale: Fraction, joined: bool) -> bool:
        if self.group is None and self.terms and not joined:
            if self.terms[-1][1] >= scale:
                return False
        elif self.group is None:
            if scale != 1000:
                return False
            self.group = Fraction(1)
        elif joined:
            return False
        amount = self.group or Fraction(0)
        kept = list(self.terms)
        while kept and kept[-1][1] < scale:  # «یک هزار و دویست میلیارد»
            amount += kept.pop()[0]
        value = amount * scale
        if not value or (kept and value >= kept[-1][1]):
            return False
        self.terms, self.group, self.rank = [*kept, (value, scale)], None, 4
        return True
