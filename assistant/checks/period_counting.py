"""The arithmetic of a period: from its first day to its nominal last day, and from there to a day offices work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.deadline import CourtSet, PeriodNotInForce, SkippedDay
from assistant.domain.jalali import add_months
from assistant.domain.office_calendar import ClosedReason, NoCalendarData, OfficeCalendar
from assistant.domain.period import DAYS_OF, Counting, Effect, Period, Unit
from assistant.domain.value_problem import ValueProblem

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Length:
    value: int
    unit: Unit
    grade: str
    is_by_code: bool  # months of 30 days (art. 443)
    has_rule_abroad: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """One way of counting: ``day_n`` is the last day that is counted, ``effect`` the reading it stands for."""

    day_n: date
    nominal: date
    effect: Effect


@dataclass(frozen=True, slots=True)
class OfficeDays:
    """The calendar as one office sees it."""

    calendar: OfficeCalendar
    province: str
    outage_days: frozenset[date]

    def reasons(self, day: date) -> tuple[ClosedReason, ...]:
        return self.calendar.reasons(day, self.province, self.outage_days)

    def roll(self, day: date) -> tuple[tuple[SkippedDay, ...], date]:
        """Art. 444: the first day offices work, and the days passed over."""
        skipped: list[SkippedDay] = []
        while reasons := self.reasons(day):
            skipped.append(SkippedDay(day, reasons))
            day += ONE_DAY
        return tuple(skipped), day

    def roll_over_uncertain(self, day: date) -> date:
        """The same with the uncertain weekdays taken as holidays."""
        while self.calendar.is_uncertain(day) or self.reasons(day):
            day += ONE_DAY
        return day

    def is_good_for_filing(self, day: date) -> bool:
        return not self.calendar.is_uncertain(day) and not self.reasons(day)


def length_of(period: Period, start: date, is_abroad: bool, court_set: CourtSet | None) -> Length:
    """Raises PeriodNotInForce."""
    if court_set is not None:
        return Length(court_set.value, court_set.unit, period.grade, is_by_code=True)
    found = period.length_on(start)
    if found is None:
        raise PeriodNotInForce(period, start)
    if is_abroad and found.abroad_value is not None and found.abroad_unit is not None:
        return Length(found.abroad_value, found.abroad_unit, found.grade, period.months_by_code)
    return Length(found.value, found.unit, found.grade, period.months_by_code, has_rule_abroad=not is_abroad)


def counts_of(counting: Counting, start: date, length: Length) -> list[Count]:
    """The leading count first. Raises NoCalendarData for days no calendar reaches.

    Of months outside the code the earlier count leads. Of years the same date of the later year leads: the statutes
    that fix years do not say that a year has 360 days; who files by ``file_by`` is inside both.
    """
    try:
        days = list(_days_n(start, length))
    except (ValueProblem, OverflowError):
        raise NoCalendarData(0) from None
    counts = [Count(day, _nominal(counting, day), effect) for day, effect in days]
    return sorted(counts, key=lambda each: each.nominal) if length.unit is Unit.MONTH else counts


def _days_n(start: date, length: Length) -> Iterator[tuple[date, Effect]]:
    by_days = start + timedelta(days=length.value * DAYS_OF[length.unit])
    if length.unit is Unit.YEAR and not length.is_by_code:
        yield add_months(start, 12 * length.value), Effect.CALENDAR_YEARS
        yield by_days, Effect.YEARS_OF_360_DAYS
        return
    yield by_days, Effect.THIRTY_DAY_MONTHS
    if length.unit is Unit.MONTH and not length.is_by_code:
        yield add_months(start, length.value), Effect.CALENDAR_MONTHS


def _nominal(counting: Counting, day_n: date) -> date:
    """Art. 445: after a service or announcement the day of the act is not counted either."""
    return day_n if counting is Counting.START_EXCLUDED else day_n + ONE_DAY
