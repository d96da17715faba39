"""What a cost bill is asked for and what it says. Amounts are whole rials; steps hold the exact arithmetic.

Claims refuse amounts that cannot be priced (ValueProblem, with the name of the argument in ``at``), so that a bill is
always made of sound numbers.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from assistant.domain.court_costs import Statement, Topic
from assistant.domain.money import LARGEST_RIAL, show_rial
from assistant.domain.value_problem import ValueProblem

MOST_PIECES = 10_000  # sheets, copies, persons, pages


@dataclass(frozen=True, slots=True)
class FinancialClaim:
    """A claim with a price; at higher stages the amount of the judgment that is attacked."""

    value: int
    title: str = ""

    def __post_init__(self) -> None:
        check_amount(self.value, "value")


@dataclass(frozen=True, slots=True)
class ImmovableClaim:
    """Priced by the regional value; with an area, ``regional_value`` is that of one square metre."""

    regional_value: int
    area: Fraction | None = None
    title: str = ""

    def __post_init__(self) -> None:
        check_amount(self.regional_value, "regional_value")
        if self.area is not None:
            if self.area <= 0:
                raise ValueProblem("area_zero", at="area")
            check_amount(self.value, "area")

    @property
    def value(self) -> int:
        return rounded(self.regional_value * (self.area or 1))


@dataclass(frozen=True, slots=True)
class UnknownValueClaim:
    """Without a price at filing; ``found`` is the value found later, by expert or judgment."""

    found: int | None = None
    title: str = ""

    def __post_init__(self) -> None:
        if self.found is not None:
            check_amount(self.found, "found")


@dataclass(frozen=True, slots=True)
class RaisedClaim:
    """The value of the claim is raised from ``earlier`` to ``value``."""

    earlier: int
    value: int
    title: str = ""

    def __post_init__(self) -> None:
        check_amount(self.earlier, "earlier")
        check_amount(self.value, "value")
        if self.value <= self.earlier:
            raise ValueProblem("amount_not_raised", at="value", limit=show_rial(self.earlier))


@dataclass(frozen=True, slots=True)
class AttackedPart:
    """Part of a claim was awarded: the plaintiff attacks what was rejected, the defendant what was awarded."""

    claimed: int
    awarded: int
    by_plaintiff: bool
    title: str = ""

    def __post_init__(self) -> None:
        check_amount(self.claimed, "claimed")
        if self.awarded:
            check_amount(self.awarded, "awarded")
        if self.awarded > self.claimed:
            raise ValueProblem("awarded_over_claim", at="awarded", limit=show_rial(self.claimed))
        if not self.value:
            raise ValueProblem("nothing_attacked", at="awarded")

    @property
    def value(self) -> int:
        return self.claimed - self.awarded if self.by_plaintiff else self.awarded


@dataclass(frozen=True, slots=True)
class NonFinancialClaim:
    title: str = ""


@dataclass(frozen=True, slots=True)
class UnpricedClaim:
    """Claimed with the principal and not priced at filing (damages for delay, costs)."""

    title: str = ""


@dataclass(frozen=True, slots=True)
class ValuelessClaim:
    """Financial, and its price has not been entered: a line without a figure."""

    title: str = ""


type Claim = (
    FinancialClaim
    | ImmovableClaim
    | UnknownValueClaim
    | RaisedClaim
    | AttackedPart
    | NonFinancialClaim
    | UnpricedClaim
    | ValuelessClaim
)


@dataclass(frozen=True, slots=True)
class OfficeService:
    """What the office itself is paid for: one filing, how many persons and attached pages it has."""

    service: str
    persons: int = 0
    pages: int = 0
    is_paid_electronically: bool = False

    def __post_init__(self) -> None:
        check_count(self.persons, "persons")
        check_count(self.pages, "pages")


@dataclass(frozen=True, slots=True)
class BillRequest:
    stage: str
    day: date
    claims: tuple[Claim, ...] = ()
    sheets: int = 0
    copies: int = 0
    office: OfficeService | None = None

    def __post_init__(self) -> None:
        check_count(self.sheets, "sheets")
        check_count(self.copies, "copies")


class Operation(StrEnum):
    RATE = "rate"  # part × rate
    FACTOR = "factor"  # fee × factor
    TIMES = "times"  # pieces × price
    AREA = "area"  # square metres × value of one
    MINUS = "minus"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Step:
    operation: Operation
    terms: tuple[Fraction, ...]
    result: Fraction  # exact


class Purse(StrEnum):
    """To whom a line is paid."""

    COURT = "court"
    OFFICE = "office"


class Lack(StrEnum):
    """Why a line has no figure."""

    NO_TARIFF = "no_tariff"  # no row for this day
    NO_PRICE = "no_price"  # the row leaves this price open
    NO_VALUE = "no_value"  # the claim's price was not entered


@dataclass(frozen=True, slots=True)
class BillLine:
    """``least`` and ``most`` differ where the tariff gives a range; None where there is no figure (``lack``)."""

    purse: Purse
    title: str
    subject: str = ""  # the claim, where it has a title
    least: int | None = None
    most: int | None = None
    steps: tuple[Step, ...] = ()
    citations: tuple[str, ...] = ()
    grade: str = ""
    is_confirmed: bool = True  # for the year of the bill
    confirmed_by: str = ""
    valid_from: date | None = None
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    lack: Lack | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    request: BillRequest
    year: int  # Jalali
    stage_title: str
    base: str  # what a rate applies to at this stage, in words
    lines: tuple[BillLine, ...]
    statements: tuple[Statement, ...]  # about the bill as a whole
    is_overdue: bool  # a tariff used is past its verified-until date

    def of(self, purse: Purse) -> tuple[BillLine, ...]:
        return tuple(line for line in self.lines if line.purse is purse)

    def least_of(self, lines: tuple[BillLine, ...]) -> int:
        return sum(line.least or 0 for line in lines)

    def most_of(self, lines: tuple[BillLine, ...]) -> int:
        return sum(line.most or 0 for line in lines)

    @property
    def least(self) -> int:
        return self.least_of(self.lines)

    @property
    def most(self) -> int:
        return self.most_of(self.lines)

    @property
    def lacking(self) -> tuple[BillLine, ...]:
        """Lines without a figure: the total is without them."""
        return tuple(line for line in self.lines if line.lack is not None)

    @property
    def is_confirmed(self) -> bool:
        return all(line.is_confirmed for line in self.lines if line.lack is None)


TOPICS_OF_EVERY_BILL = (Topic.FINAL_FIGURE, Topic.ROUNDING, Topic.BILL)


def rounded(amount: Fraction | int) -> int:
    """To whole rials, half a rial up."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def check_amount(amount: int, at: str) -> None:
    if amount < 0:
        raise ValueProblem("amount_negative", at=at, value=str(amount)[:40])
    if amount == 0:
        raise ValueProblem("amount_zero", at=at)
    if amount > LARGEST_RIAL:
        raise ValueProblem("amount_too_large", at=at, value=str(amount)[:40], limit=show_rial(LARGEST_RIAL))


def check_count(count: int, at: str) -> None:
    if count < 0:
        raise ValueProblem("count_negative", at=at, value=str(count)[:40])
    if count > MOST_PIECES:
        raise ValueProblem("number_too_large", at=at, value=str(count)[:40], limit=MOST_PIECES)
