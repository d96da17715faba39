"""Court costs and the office's own prices as the experts wrote them: dated, each value with the years it was read for.

Amounts are whole rials, rates exact fractions. A value stays in force until the next; whether it was ever confirmed
for the year asked about is said beside it (``grade_in``), never silently assumed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Charge(StrEnum):
    """What an item of the court's tariff is charged for."""

    NON_FINANCIAL_CLAIM = "non_financial_claim"
    UNKNOWN_VALUE = "unknown_value"
    PETITION = "petition"
    SHEET = "sheet"
    COPY = "copy"


class Topic(StrEnum):
    """What a statement of law or practice is about, so that it stands at the lines it concerns."""

    BILL = "bill"
    FINAL_FIGURE = "final_figure"
    ROUNDING = "rounding"
    SEVERAL_CLAIMS = "several_claims"
    HIGHER_STAGE = "higher_stage"
    IMMOVABLE = "immovable"
    UNKNOWN_VALUE = "unknown_value"
    INCREASE = "increase"
    UNPRICED = "unpriced"
    NON_FINANCIAL = "non_financial"
    COUNCIL = "council"


class ServiceCharge(StrEnum):
    """What a price of the office is charged for."""

    FILING = "filing"
    PERSON = "person"
    PAGE = "page"
    TYPED_PAGE = "typed_page"
    PRINT_SHEET = "print_sheet"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """In this year the value was read, or said to be unchanged."""

    year: int
    grade: str
    by: str


@dataclass(frozen=True, slots=True)
class Band:
    """The part of the value above ``above``, up to and with ``up_to`` (None: without end)."""

    above: int
    up_to: int | None
    rate: Fraction


@dataclass(frozen=True, slots=True)
class DatedValue:
    in_force_from: date
    grade: str  # in a year without a confirmation of its own
    source: str
    confirmations: tuple[Confirmation, ...] = ()
    note: str = ""

    def confirmed_in(self, year: int) -> Confirmation | None:
        return next((each for each in self.confirmations if each.year == year), None)

    def grade_in(self, year: int) -> str:
        found = self.confirmed_in(year)
        return found.grade if found else self.grade


@dataclass(frozen=True, slots=True)
class RateValue(DatedValue):
    """Bands of its own, or a factor of another rate."""

    bands: tuple[Band, ...] = ()
    factor: Fraction = Fraction(1)
    of: str = ""


@dataclass(frozen=True, slots=True)
class ItemValue(DatedValue):
    """A fixed amount is a range of one amount."""

    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Rate:
    id: str
    title: str
    stages: tuple[str, ...]
    citations: tuple[str, ...]
    values: tuple[RateValue, ...]  # ordered by date


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    title: str
    charged: Charge
    stages: tuple[str, ...]  # empty: at every stage
    citations: tuple[str, ...]
    values: tuple[ItemValue, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CostStage:
    """A stage of proceedings or a kind of petition with a price of its own; ``base`` names what a rate applies to."""

    id: str
    title: str
    base: str
    about: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    about: Topic
    text: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class CourtCosts:
    title: str = ""
    stages: tuple[CostStage, ...] = ()
    rates: tuple[Rate, ...] = ()
    items: tuple[Item, ...] = ()
    statements: tuple[Statement, ...] = ()
    checked_on: date = date.min
    verified_until: date = date.max
    note: str = ""
    responsible: str | None = None

    def stage(self, id: str) -> CostStage | None:
        return next((each for each in self.stages if each.id == id), None)

    def rate_for(self, stage: str) -> Rate | None:
        return next((each for each in self.rates if stage in each.stages), None)

    def rate(self, id: str) -> Rate | None:
        return next((each for each in self.rates if each.id == id), None)

    def item_for(self, charged: Charge, stage: str) -> Item | None:
        found = (each for each in self.items if each.charged is charged)
        return next((each for each in found if not each.stages or stage in each.stages), None)

    def statements_about(self, topic: Topic) -> tuple[Statement, ...]:
        return tuple(each for each in self.statements if each.about is topic)

    def is_overdue(self, day: date) -> bool:
        return day > self.verified_until


@dataclass(frozen=True, slots=True)
class Included:
    """What the price of a filing already covers."""

    persons: int
    pages: int
    grade: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ServicePrice:
    amount: int | None  # None: not fixed by this tariff
    note: str = ""


@dataclass(frozen=True, slots=True)
class TariffYear:
    year: int
    first_day: date
    last_day: date
    grade: str
    source: str
    prices: Mapping[str, ServicePrice]  # by service id
    included: Mapping[str, Included]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    id: str
    title: str
    charged: ServiceCharge


@dataclass(frozen=True, slots=True)
class OfficeTariff:
    title: str = ""
    services: tuple[Service, ...] = ()
    years: tuple[TariffYear, ...] = ()
    checked_on: date = date.min
    verified_until: date = date.max
    note: str = ""
    responsible: str | None = None

    def service(self, id: str) -> Service | None:
        return next((each for each in self.services if each.id == id), None)

    def charged_for(self, charged: ServiceCharge) -> tuple[Service, ...]:
        return tuple(each for each in self.services if each.charged is charged)

    def year_of(self, day: date) -> TariffYear | None:
        return next((each for each in self.years if each.first_day <= day <= each.last_day), None)

    def is_overdue(self, day: date) -> bool:
        return day > self.verified_until


def value_on[V: DatedValue](values: tuple[V, ...], day: date) -> V | None:
    """The value in force on ``day``; None before the first."""
    return next((each for each in reversed(values) if each.in_force_from <= day), None)
