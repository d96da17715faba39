"""Announced figures by month or year (price indices, the yearly diyeh): as published, never extrapolated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from assistant.domain.characters import persian_digits
from assistant.domain.jalali import MONTHS

WHOLE_YEAR = 0  # the month of a figure that stands for its year


class Month(NamedTuple):
    """A month of the Jalali calendar, or a whole year (``month`` 0)."""

    year: int
    month: int = WHOLE_YEAR

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)

    @property
    def in_words(self) -> str:
        """«مرداد ۱۴۰۰»، «سال ۱۴۰۰»."""
        return persian_digits(f"{MONTHS[self.month - 1]} {self.year}" if self.month else f"سال {self.year}")


@dataclass(frozen=True, slots=True)
class IndexValue:
    """One announced figure. ``text`` is the figure as it is written in the table."""

    index_id: str
    at: Month
    text: str
    value: Fraction
    grade: str
    status: str = "published"  # published | provisional | mean_of_months | converted
    source: str = ""
    note: str = ""
    half_unit: Fraction = Fraction(0)  # by how much rounding in the table may have moved the figure
    base: int | None = None
    alternatives: tuple["IndexValue", ...] = ()  # other figures in use for the same month or year

    @property
    def figures(self) -> tuple["IndexValue", ...]:
        """This figure and the others in use beside it."""
        return (self, *self.alternatives)


class NoIndex(ValueError):
    """The table has no figure for this month or year; nothing is put in its place."""

    def __init__(self, index_id: str, at: Month, first: Month | None = None, last: Month | None = None) -> None:
        super().__init__(f"{index_id}: no figure for {at}")
        self.index_id, self.at, self.first, self.last = index_id, at, first, last

    @property
    def year(self) -> int:
        return self.at.year

    @property
    def month(self) -> int | None:
        return self.at.month or None


@dataclass(frozen=True, slots=True)
class PriceIndex:
    id: str
    title: str
    base: int | None  # the year that is 100; None for amounts
    unit: str  # index | rial
    values: Mapping[Month, IndexValue]  # in the order of time
    checked_on: date
    verified_until: date
    version: str  # short hash of the file
    responsible: str | None = None
    note: str = ""
    gaps: tuple[int, ...] = field(default=())  # years known to be without a figure

    def at(self, month: Month) -> IndexValue:
        """Raises NoIndex."""
        found = self.values.get(month)
        if found is None:
            raise NoIndex(self.id, month, self.first, self.last)
        return found

    def year(self, year: int) -> IndexValue:
        """Raises NoIndex."""
        return self.at(Month(year))

    def has(self, month: Month) -> bool:
        return month in self.values

    @property
    def first(self) -> Month | None:
        return min(self.values, default=None)

    @property
    def last(self) -> Month | None:
        return max(self.values, default=None)
