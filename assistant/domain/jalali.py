"""Dates of the Solar Hijri calendar, 1300 to 1500: stored as ``1405-09-01``, computed with as ``datetime.date``.

Ages and added months or years follow the Jalali calendar. A day that the target month lacks becomes its last day,
so who is born on 30 Esfand completes a year on 29 Esfand of a common year.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

import jdatetime

from assistant.domain.characters import persian_digits
from assistant.domain.value_problem import ValueProblem

FIRST_YEAR, LAST_YEAR = 1300, 1500
MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
WEEKDAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")  # by date.weekday()

_STORED = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOCALE = "fa_IR"  # given so that jdatetime never asks the machine for its locale


def days_in_month(year: int, month: int) -> int:
    """31, 30, or for Esfand 29 and in leap years 30."""
    if month <= 6:
        return 31
    return 30 if month < 12 or jdatetime.date(year, 1, 1, locale=_LOCALE).isleap() else 29


def jalali_date(year: int, month: int, day: int) -> str:
    """The stored form of a day; refuses days that the calendar does not have."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueProblem("date_year", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    if not 1 <= month <= 12:
        raise ValueProblem("date_month", date=f"{year}/{month}/{day}", month=month)
    if not 1 <= day <= days_in_month(year, month):
        days = _DAY_COUNTS[days_in_month(year, month)]
        raise ValueProblem("date_day", date=f"{year}/{month}/{day}", month=MONTHS[month - 1], year=year, days=days)
    return f"{year:04}-{month:02}-{day:02}"


_DAY_COUNTS = {29: "بیست‌ونه", 30: "سی", 31: "سی‌ویک"}


def parts(day: date | str) -> tuple[int, int, int]:
    """Year, month and day in the Jalali calendar."""
    stored = from_gregorian(day) if isinstance(day, date) else day
    match = _STORED.fullmatch(stored)
    if match is None:
        raise ValueProblem("date_form", value=stored[:60])
    year, month, number = (int(each) for each in match.groups())
    jalali_date(year, month, number)
    return year, month, number


@lru_cache(maxsize=4096)
def to_gregorian(stored: str) -> date:
    """``'1405-09-01'`` → ``date(2026, 11, 22)``. Raises ValueProblem for anything else."""
    year, month, day = parts(stored)
    gregorian: date = jdatetime.date(year, month, day, locale=_LOCALE).togregorian()
    return gregorian


@lru_cache(maxsize=4096)
def from_gregorian(day: date) -> str:
    """``date(2026, 11, 22)`` → ``'1405-09-01'``."""
    jalali = jdatetime.date.fromgregorian(date=date(day.year, day.month, day.day), locale=_LOCALE)
    return jalali_date(jalali.year, jalali.month, jalali.day)


def weekday_name(day: date | str) -> str:
    return WEEKDAYS[_gregorian(day).weekday()]


def show_date(day: date | str) -> str:
    """``'1405-09-01'`` → «۱۴۰۵/۰۹/۰۱»."""
    year, month, number = parts(day)
    return persian_digits(f"{year:04}/{month:02}/{number:02}")


def long_date(day: date | str) -> str:
    """``'1404-05-13'`` → «دوشنبه ۱۳ مرداد ۱۴۰۴»."""
    year, month, number = parts(day)
    return f"{weekday_name(day)} {persian_digits(str(number))} {MONTHS[month - 1]} {persian_digits(str(year))}"


def add_days(day: date, count: int) -> date:
    try:
        later = day + timedelta(days=count)
    except OverflowError:
        raise ValueProblem("date_range", first=FIRST_YEAR, last=LAST_YEAR) from None
    from_gregorian(later)  # refuses what lies outside the calendar's range
    return later


def add_months(day: date, count: int) -> date:
    """The same day ``count`` Jalali months later, or the last day of that month when it is shorter."""
    year, month, number = parts(day)
    years, index = divmod(month - 1 + count, 12)
    if not FIRST_YEAR <= year + years <= LAST_YEAR:
        raise ValueProblem("date_range", first=FIRST_YEAR, last=LAST_YEAR)
    number = min(number, days_in_month(year + years, index + 1))
    return to_gregorian(jalali_date(year + years, index + 1, number))


def add_years(day: date, count: int) -> date:
    return add_months(day, 12 * count)


def age_on(birth: date, day: date) -> int:
    """Completed Jalali years from ``birth`` to ``day``; negative when ``day`` is earlier."""
    birth_year, birth_month, birth_day = parts(birth)
    year, month, number = parts(day)
    birth_day = min(birth_day, days_in_month(year, birth_month))
    return year - birth_year - ((month, number) < (birth_month, birth_day))


def _gregorian(day: date | str) -> date:
    return day if isinstance(day, date) else to_gregorian(day)
