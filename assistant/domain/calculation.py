"""The result of a calculator: what went in, the figures used, the arithmetic, and every argued variant beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from assistant.domain.price_index import IndexValue, NoIndex

GRADES = ("2+", "1", "own", "disputed")  # from the best supported to the least


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic; ``how`` holds Latin digits, «,» between thousands and «.» before decimals."""

    code: str  # its label stands in the calculator's file
    how: str
    amount: int


@dataclass(frozen=True, slots=True)
class Share:
    """What one heir takes."""

    heir: str  # husband | wife | father | mother | son | daughter
    number: int  # among those of the same kind, from 1
    share: Fraction
    amount: int


@dataclass(frozen=True, slots=True)
class Band:
    """Between which amounts the result lies, given how coarsely the table is rounded."""

    low: int
    high: int
    percent: str  # the larger distance, two decimals


@dataclass(frozen=True, slots=True)
class Variant:
    """The result under one reading of the law and one set of figures, or why there is none."""

    id: str  # stable: readings joined by «+», further figures as «~<figure>»
    readings: tuple[str, ...] = ()
    amount: int | None = None  # what a petition would state; None when refused
    total: int | None = None  # principal and damages together, where there are both
    steps: tuple[Step, ...] = ()
    used: tuple[IndexValue, ...] = ()
    texts: tuple[str, ...] = ()  # codes of what is said about it
    shares: tuple[Share, ...] = ()
    band: Band | None = None
    refusal: NoIndex | None = None

    @property
    def grade(self) -> str:
        """The weakest figure decides."""
        return weakest(each.grade for each in self.used)

    @property
    def is_provisional(self) -> bool:
        return any(each.status == "provisional" for each in self.used)


@dataclass(frozen=True, slots=True)
class Calculation:
    calculator: str
    inputs: Mapping[str, Any]  # by input id, in stored form
    variants: tuple[Variant, ...]
    data: Mapping[str, str] = field(default_factory=dict)  # table id → version of its file
    checked_on: Mapping[str, date] = field(default_factory=dict)  # table id → day its file was checked
    texts: tuple[str, ...] = ()

    def variant(self, id: str) -> Variant | None:
        return next((each for each in self.variants if each.id == id), None)


def weakest(grades: Any) -> str:
    found = [GRADES.index(each) for each in grades]
    return GRADES[max(found)] if found else GRADES[0]
