"""Boards on the office's wall and its public screen: what they say, and which tables of prices they show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Purpose(StrEnum):
    """What a telephone line on a board is for. The two never stand side by side."""

    GUIDANCE = "guidance"
    REPORTING = "reporting"


class TableOf(StrEnum):
    OFFICE_TARIFF = "office_tariff"
    COURT_COSTS = "court_costs"


class Size(StrEnum):
    """Of the paper a board is printed on."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class PublicLine:
    purpose: Purpose
    number: str
    name: str
    text: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class BoardSection:
    id: str
    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class BoardTable:
    """Prices are read from the tariffs. ``{year}`` stands in the two sentences."""

    id: str
    of: TableOf
    title: str
    without_data: str  # said when the year has no prices at all
    unconfirmed: str  # said in place of a price nobody confirmed for the year


@dataclass(frozen=True, slots=True)
class Board:
    id: str
    title: str
    lines: tuple[PublicLine, ...]
    sections: tuple[BoardSection, ...]
    tables: tuple[BoardTable, ...]
    checked_on: date
    verified_until: date
    note: str = ""

    def line(self, purpose: Purpose) -> PublicLine:
        """Content without one of the two lines is never loaded."""
        return next(each for each in self.lines if each.purpose is purpose)
