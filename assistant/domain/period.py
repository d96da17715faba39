"""A statutory period: its length at each date, what starts it, how it is counted, and what is argued about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.finding import Basis


class Counting(StrEnum):
    PURE = "pure"  # starts at service or announcement: neither that day nor the day of the act is counted (art. 445)
    START_EXCLUDED = "start_excluded"  # starts at another event: its day is not counted, day N is the last
    MINIMUM = "minimum"  # a gap that must be left: there is an earliest day, no last one
    AUTHORITY = "authority"  # a time set for the authority
    INSTANT = "instant"  # before or at an event
    IMMEDIATE = "immediate"  # at once, judged by custom
    NONE = "none"  # no fixed period

    @property
    def has_last_day(self) -> bool:
        return self in (Counting.PURE, Counting.START_EXCLUDED)


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 360}  # art. 443: a year is twelve months of 30 days


class Effect(StrEnum):
    """How a disputed reading changes the count."""

    HOLIDAY_ON_DAY_N = "holiday_on_day_n"  # day N is rolled over holidays first, then the day of the act is added
    SERVICE_STYLE_COUNT = "service_style_count"  # art. 445 by analogy to starts that are no service
    CALENDAR_MONTHS = "calendar_months"
    THIRTY_DAY_MONTHS = "thirty_day_months"
    CALENDAR_YEARS = "calendar_years"
    YEARS_OF_360_DAYS = "years_of_360_days"
    TWO_RUNS = "two_runs"  # two equal runs, the end of the first rolled before the second begins
    LONGEST_OF_DEFENDANTS = "longest_of_defendants"  # art. 447
    THURSDAY = "thursday"  # the uncertain weekday taken as a holiday of the offices


@dataclass(frozen=True, slots=True)
class PeriodLength:
    in_force_from: date
    value: int
    unit: Unit
    abroad_value: int | None = None  # None: no rule for residents abroad was found
    abroad_unit: Unit | None = None
    grade: str = "own"
    source: str = ""


@dataclass(frozen=True, slots=True)
class PeriodReading:
    id: str
    title: str
    text: str
    effect: Effect
    grade: str
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    id: str
    title: str
    group: str
    starts: str  # what starts it, in words for the clerk
    start_label: str
    start_kind: str  # service | announcement | event | maturity
    counting: Counting
    lengths: tuple[PeriodLength, ...]  # ordered by in_force_from
    months_by_code: bool  # a month is 30 days (art. 443); otherwise both counts are shown and the earlier leads
    checked_on: date
    verified_until: date
    excuses: bool = False
    renewable: bool | None = None  # None: not known
    basis: tuple[Basis, ...] = ()
    forum: str = ""
    if_missed: str = ""
    readings: tuple[PeriodReading, ...] = ()
    notes: tuple[str, ...] = ()
    note: str = ""
    grade: str = "own"
    responsible: str | None = None
    place: str = ""  # the file it is written in
    version: str = ""  # a short hash of that file

    def length_on(self, day: date) -> PeriodLength | None:
        """The length in force for a period that starts on ``day``; None before the first."""
        current = None
        for each in self.lengths:
            if each.in_force_from > day:
                break
            current = each
        return current

    def reading_of(self, effect: Effect) -> PeriodReading | None:
        return next((each for each in self.readings if each.effect is effect), None)

    def is_overdue(self, day: date) -> bool:
        return day > self.verified_until
