"""Shares of inheritance of the first class: spouse, father and mother, children. Other heirs and open facts: refused.

The share of a spouse comes first and does not grow by return (رد); what fixed shares leave is returned to daughters and
parents in proportion; where fixed shares exceed the estate, the daughters take what is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.checks.calculators.arithmetic import apportioned, grouped
from assistant.domain.calculation import Share, Step, Variant

MOST_OF_A_KIND = 40


@dataclass(frozen=True, slots=True)
class Heirs:
    """Who survives. ``None`` where it was not said."""

    husbands: int = 0
    wives: int = 0
    has_father: bool = False
    has_mother: bool = False
    sons: int = 0
    daughters: int = 0
    has_grandchildren: bool | None = None  # children of a child that died before; matters when no child survives
    mother_is_barred: bool | None = None  # by brothers or sisters of the deceased (حجب); matters beside the father

    @property
    def has_children(self) -> bool:
        return self.sons + self.daughters > 0


class MissingFact(ValueError):
    """The shares depend on a fact that was not said."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class OtherClass(ValueError):
    """Nobody of the first class, or grandchildren in the place of children: not computed here."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code  # of a text in the calculator's file


def inheritance(estate: int, heirs: Heirs) -> Variant:
    """Shares and amounts, one line an heir; the amounts add up to the estate. Raises MissingFact, OtherClass."""
    shares = list(shares_of(heirs))
    amounts = apportioned(estate, [share for _, _, share in shares])
    rows = tuple(
        Share(heir, number, share, amount) for (heir, number, share), amount in zip(shares, amounts, strict=True)
    )
    steps = tuple(
        Step(heir, _how(estate, rows, heir), _sum(rows, heir)) for heir in dict.fromkeys(r.heir for r in rows)
    )
    return Variant(id="shares", steps=steps, shares=rows, texts=tuple(_texts(heirs)))


def shares_of(heirs: Heirs) -> Iterator[tuple[str, int, Fraction]]:
    """(kind, number among its kind, share), adding up to one. Raises MissingFact, OtherClass."""
    _refuse_others(heirs)
    spouse = _share_of_spouses(heirs)
    rest = 1 - spouse
    if heirs.husbands:
        yield "husband", 1, spouse
    for number in range(heirs.wives):
        yield "wife", number + 1, spouse / heirs.wives
    own = _with_children(heirs, rest) if heirs.has_children else _parents_alone(heirs, rest)
    if heirs.has_father:
        yield "father", 1, own.father
    if heirs.has_mother:
        yield "mother", 1, own.mother
    for number in range(heirs.sons):
        yield "son", number + 1, own.daughter * 2
    for number in range(heirs.daughters):
        yield "daughter", number + 1, own.daughter


@dataclass(frozen=True, slots=True)
class _Own:
    """Shares of single persons; a son takes two of ``daughter``."""

    father: Fraction
    mother: Fraction
    daughter: Fraction = Fraction(0)


def _refuse_others(heirs: Heirs) -> None:
    if heirs.has_children:
        return
    if heirs.has_grandchildren is None:
        raise MissingFact("grandchildren")
    if heirs.has_grandchildren:
        raise OtherClass("grandchildren_inherit")
    if not heirs.has_father and not heirs.has_mother:
        raise OtherClass("other_class")


def _share_of_spouses(heirs: Heirs) -> Fraction:
    if heirs.husbands:
        return Fraction(1, 4) if heirs.has_children else Fraction(1, 2)
    if heirs.wives:
        return Fraction(1, 8) if heirs.has_children else Fraction(1, 4)
    return Fraction(0)


def _parents_alone(heirs: Heirs, rest: Fraction) -> _Own:
    if not heirs.has_mother:
        return _Own(rest, Fraction(0))
    if not heirs.has_father:
        return _Own(Fraction(0), rest)
    mother = Fraction(1, 6) if _is_barred(heirs) else Fraction(1, 3)
    return _Own(rest - mother, mother)


def _with_children(heirs: Heirs, rest: Fraction) -> _Own:
    father, mother = (Fraction(has, 6) for has in (heirs.has_father, heirs.has_mother))
    left = rest - father - mother
    if heirs.sons:
        return _Own(father, mother, left / (2 * heirs.sons + heirs.daughters))
    fixed = Fraction(1, 2) if heirs.daughters == 1 else Fraction(2, 3)
    if left <= fixed:
        return _Own(father, mother, left / heirs.daughters)
    return _returned(heirs, father, mother, fixed, left - fixed)


def _returned(heirs: Heirs, father: Fraction, mother: Fraction, daughters: Fraction, surplus: Fraction) -> _Own:
    is_barred = heirs.has_father and heirs.has_mother and _is_barred(heirs)
    sharing = father + daughters + (0 if is_barred else mother)
    growth = 1 + surplus / sharing
    return _Own(father * growth, mother if is_barred else mother * growth, daughters * growth / heirs.daughters)


def _is_barred(heirs: Heirs) -> bool:
    if heirs.mother_is_barred is None:
        raise MissingFact("mother_barred")
    return heirs.mother_is_barred


def _texts(heirs: Heirs) -> Iterator[str]:
    if heirs.wives:
        yield "wife_land"
    if heirs.has_children and not heirs.sons:
        left = 1 - _share_of_spouses(heirs) - Fraction(heirs.has_father + heirs.has_mother, 6)
        fixed = Fraction(1, 2) if heirs.daughters == 1 else Fraction(2, 3)
        if left > fixed:
            yield "returned"
        if left < fixed:
            yield "daughters_less"


def _sum(rows: tuple[Share, ...], heir: str) -> int:
    return sum(row.amount for row in rows if row.heir == heir)


def _how(estate: int, rows: tuple[Share, ...], heir: str) -> str:
    of_kind = [row.share for row in rows if row.heir == heir]
    share = sum(of_kind, Fraction(0))
    return f"{grouped(estate)} × {share.numerator}/{share.denominator}"
