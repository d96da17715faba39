"""Counting of periods by articles 443 to 446 of the civil procedure code.

Only the end of a period moves: a holiday inside it, or on the day it starts, changes nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from assistant.checks.deadline_readings import disputed_readings
from assistant.checks.period_counting import ONE_DAY, Length, OfficeDays, counts_of, length_of
from assistant.domain.deadline import (
    CountedDay,
    CourtSet,
    DayNote,
    Deadline,
    Mark,
    NotCountable,
    Reading,
    SeveralDeadlines,
)
from assistant.domain.jalali import parts
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.period import Counting, Effect, Period


def deadline_of(
    period: Period,
    start: date,
    calendar: OfficeCalendar,
    *,
    province: str = "",
    is_abroad: bool = False,
    outage_days: Collection[date] = (),
    court_set: CourtSet | None = None,
    today: date | None = None,
) -> Deadline:
    """The last day of a period that starts on ``start``. With ``today``, data past their verified-until are marked.

    Raises NoCalendarData, NotCountable or PeriodNotInForce.
    """
    days = OfficeDays(calendar, province, frozenset(outage_days))
    length = _countable_length(period, start, days, is_abroad, court_set)
    counts = counts_of(period.counting, start, length)
    nominal = counts[0].nominal
    skipped, last_day = days.roll(nominal)
    file_by = _file_by(start, min(each.day_n for each in counts), days)
    readings = disputed_readings(period, start, counts, last_day, days)
    doubtful = calendar.doubtful_holidays(nominal, last_day, province)
    marks = {
        Mark.PREDICTED_HOLIDAY: bool(doubtful),
        Mark.THURSDAY: calendar.is_uncertain(last_day),
        Mark.DISPUTED: bool(readings) or "disputed" in (period.grade, length.grade),
        Mark.OVERDUE: today is not None and _is_overdue(period, calendar, last_day, today),
        Mark.NO_RULE_ABROAD: not length.has_rule_abroad,
        Mark.NO_EARLIER_DAY: file_by is None,
    }
    return Deadline(
        period=period,
        start=start,
        length_days=(counts[0].day_n - start).days,
        is_abroad=is_abroad,
        province=province,
        nominal=nominal,
        skipped=skipped,
        last_day=last_day,
        file_by=file_by or last_day,
        readings=readings,
        marks=tuple(mark for mark, holds in marks.items() if holds),
        calendar_version=calendar.version,
        doubtful_holidays=doubtful,
        court_set=court_set,
    )


def last_day_of(
    period: Period, start: date, calendar: OfficeCalendar, *, province: str = "", is_abroad: bool = False
) -> date:
    """The last day alone, for those who count many. Raises as ``deadline_of`` does."""
    days = OfficeDays(calendar, province, frozenset())
    length = _countable_length(period, start, days, is_abroad, None)
    return days.roll(counts_of(period.counting, start, length)[0].nominal)[1]


def deadlines_of(
    period: Period,
    starts: Sequence[tuple[str, date, bool]],
    calendar: OfficeCalendar,
    *,
    province: str = "",
    today: date | None = None,
) -> SeveralDeadlines:
    """Each of several persons, given as (name, start, is abroad), alone; beside it the reading of art. 447."""
    each = tuple(
        (name, deadline_of(period, start, calendar, province=province, is_abroad=is_abroad, today=today))
        for name, start, is_abroad in starts
    )
    last_days = {deadline.last_day for _, deadline in each}
    argued = period.reading_of(Effect.LONGEST_OF_DEFENDANTS)
    if argued is None or len(last_days) < 2:
        return SeveralDeadlines(each)
    return SeveralDeadlines(each, Reading(argued.id, argued.title, argued.text, max(last_days), argued.grade))


def counted_days(deadline: Deadline) -> Iterator[CountedDay]:
    """Day by day from the start to the last day."""
    yield CountedDay(deadline.start, None, DayNote.START)
    skipped = {each.day: each for each in deadline.skipped}
    for passed in range(1, (deadline.last_day - deadline.start).days + 1):
        day = deadline.start + timedelta(days=passed)
        number = passed if passed <= deadline.length_days else None
        if day in skipped:
            yield CountedDay(day, number, DayNote.SKIPPED, skipped[day].reasons)
        else:
            yield CountedDay(day, number, DayNote.LAST if day == deadline.last_day else DayNote.COUNTED)


def _countable_length(
    period: Period, start: date, days: OfficeDays, is_abroad: bool, court_set: CourtSet | None
) -> Length:
    if period.counting.has_last_day:
        return length_of(period, start, is_abroad, court_set)
    if period.counting is not Counting.MINIMUM:
        raise NotCountable(period)
    length = length_of(period, start, is_abroad, court_set)
    _, earliest = days.roll(counts_of(period.counting, start, length)[0].nominal)
    raise NotCountable(period, earliest)


def _file_by(start: date, day_n: date, days: OfficeDays) -> date | None:
    """The latest day up to day N on which offices surely work: inside every reading."""
    day = day_n
    while day > start and days.calendar.covers(day):
        if days.is_good_for_filing(day):
            return day
        day -= ONE_DAY
    return None


def _is_overdue(period: Period, calendar: OfficeCalendar, last_day: date, today: date) -> bool:
    """Today's date is past what the period or the table of the year was checked for."""
    table = calendar.verified_until.get(parts(last_day)[0])
    return period.is_overdue(today) or (table is not None and today > table)
