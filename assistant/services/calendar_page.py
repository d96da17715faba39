"""A month or a year of the office calendar as the page draws it: weeks from Saturday to Friday."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.jalali import MONTHS, days_in_month, parts, to_gregorian
from assistant.domain.office_calendar import NATIONAL, Closure, Holiday, OfficeCalendar

SATURDAY = 5  # date.weekday()


@dataclass(frozen=True, slots=True)
class DayCell:
    day: date
    number: int
    titles: tuple[str, ...]  # holidays and closures; a weekly holiday has none
    is_closed: bool
    is_predicted: bool
    is_closure: bool
    is_today: bool


@dataclass(frozen=True, slots=True)
class MonthSheet:
    year: int
    month: int
    name: str
    weeks: tuple[tuple[DayCell | None, ...], ...]
    days_off: tuple[Holiday | Closure, ...]  # in the order of their days, of this place


def month_sheet(calendar: OfficeCalendar, year: int, month: int, province: str, today: date) -> MonthSheet:
    """Raises NoCalendarData outside the tables."""
    first = to_gregorian(f"{year:04}-{month:02}-01")
    days = [first + timedelta(days=count) for count in range(days_in_month(year, month))]
    cells: list[DayCell | None] = [None] * ((first.weekday() - SATURDAY) % 7)
    cells += [_cell(calendar, day, province, today) for day in days]
    cells += [None] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    return MonthSheet(year, month, MONTHS[month - 1], weeks, tuple(_days_off(calendar, days[0], days[-1], province)))


def year_sheets(calendar: OfficeCalendar, year: int, province: str, today: date) -> tuple[MonthSheet, ...]:
    return tuple(month_sheet(calendar, year, month, province, today) for month in range(1, 13))


def years_of(calendar: OfficeCalendar) -> range:
    return range(calendar.first_year, calendar.last_year + 1)


def year_shown(calendar: OfficeCalendar, today: date) -> int:
    """This year, or the nearest that has a table."""
    return min(max(parts(today)[0], calendar.first_year), calendar.last_year)


def _cell(calendar: OfficeCalendar, day: date, province: str, today: date) -> DayCell:
    reasons = calendar.reasons(day, province)
    named = [each for each in reasons if each.kind != "weekly"]
    return DayCell(
        day=day,
        number=parts(day)[2],
        titles=tuple(each.title for each in named),
        is_closed=bool(reasons),
        is_predicted=any(each.status == "predicted" for each in named),
        is_closure=any(each.kind == "closure" for each in named),
        is_today=day == today,
    )


def _days_off(calendar: OfficeCalendar, first: date, last: date, province: str) -> Iterator[Holiday | Closure]:
    every: list[Holiday | Closure] = [*calendar.holidays, *calendar.closures]
    found = [each for each in every if first <= each.day <= last and each.scope in (NATIONAL, province)]
    yield from sorted(found, key=lambda each: each.day)
