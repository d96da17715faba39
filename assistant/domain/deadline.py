"""The result of counting a period: its last day, the days skipped on the way, and what may be argued about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.office_calendar import OUTAGE, ClosedReason, Holiday
from assistant.domain.period import DAYS_OF, Counting, Period, Unit

MOST_DAYS = 36_600  # a hundred years: the calendar of dates has no more


class Mark(StrEnum):
    """What a reader of the date should know."""

    PREDICTED_HOLIDAY = "predicted_holiday"  # a predicted holiday, or one another calendar puts elsewhere, touches it
    THURSDAY = "thursday"  # the last day is a weekday of which it is argued whether offices work
    DISPUTED = "disputed"  # the period or its length is graded so, or a reading gives another last day
    OVERDUE = "overdue"  # the period or the calendar's table is used past its verified-until date
    NO_RULE_ABROAD = "no_rule_abroad"  # no length for residents abroad is known: counted as for everybody
    NO_EARLIER_DAY = "no_earlier_day"  # no working day inside the period: ``file_by`` is the last day itself


@dataclass(frozen=True, slots=True)
class CourtSet:
    """A period the court set (art. 442), in place of a statutory length."""

    value: int
    unit: Unit = Unit.DAY

    def __post_init__(self) -> None:
        if not 1 <= self.value * DAYS_OF[self.unit] <= MOST_DAYS:
            raise ValueError(f"a court-set period of {self.value} {self.unit}")


@dataclass(frozen=True, slots=True)
class SkippedDay:
    day: date
    reasons: tuple[ClosedReason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that is argued for, with the last day it gives."""

    id: str
    title: str
    text: str
    last_day: date
    grade: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """``length_days`` is the N that was counted; ``file_by`` lies inside every reading and on no uncertain weekday."""

    period: Period
    start: date
    length_days: int
    is_abroad: bool
    province: str
    nominal: date
    skipped: tuple[SkippedDay, ...]
    last_day: date
    file_by: date
    readings: tuple[Reading, ...]
    marks: tuple[Mark, ...]
    calendar_version: str
    doubtful_holidays: tuple[Holiday, ...] = ()
    court_set: CourtSet | None = None

    @property
    def last_day_without_outages(self) -> date:
        """The last day before outage days are applied: it decides for whom an outage falls on the last day."""
        return next((each.day for each in self.skipped if _is_only_outage(each)), self.last_day)


@dataclass(frozen=True, slots=True)
class SeveralDeadlines:
    """Each person alone, and the reading by which the longest serves all (art. 447) where that is argued."""

    each: tuple[tuple[str, Deadline], ...]
    longest: Reading | None = None


class DayNote(StrEnum):
    START = "start"  # not counted
    COUNTED = "counted"
    SKIPPED = "skipped"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """``number`` is the day's number inside the period; None where it is not counted."""

    day: date
    number: int | None
    note: DayNote
    reasons: tuple[ClosedReason, ...] = ()


class NotCountable(ValueError):
    """The period has no last day. ``earliest`` is the first day allowed where the period is a gap to be left."""

    def __init__(self, period: Period, earliest: date | None = None) -> None:
        super().__init__(f"{period.id} is {period.counting}")
        self.period, self.earliest = period, earliest

    @property
    def counting(self) -> Counting:
        return self.period.counting


class PeriodNotInForce(ValueError):
    """The period has no known length on the day it would start."""

    def __init__(self, period: Period, start: date) -> None:
        super().__init__(f"{period.id} has no length on {start}")
        self.period, self.start = period, start


def _is_only_outage(skipped: SkippedDay) -> bool:
    return all(reason.kind == OUTAGE for reason in skipped.reasons)
