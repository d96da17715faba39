"""Reading a typed Jalali date: «4 5 12», «1404/5/12», «۱۲ مرداد ۱۴۰۴», «یکشنبه ۱۲ مرداد ۱۴۰۴», «12/5/1404», «14040512».

The year comes first unless only the last number can be a year. Short years: one or two digits up to 29 belong to
1400 (4 → 1404), from 30 on to 1300 (98 → 1398, 60 → 1360); three digits lack their thousand (404 → 1404).
"""

import re
from datetime import date

from assistant.domain.characters import folded
from assistant.domain.jalali import LAST_YEAR, MONTHS, WEEKDAYS, from_gregorian, jalali_date, show_date, weekday_name
from assistant.domain.value_problem import ValueProblem

_FIRST_SHORT_YEAR_OF_1300 = 30
_GREGORIAN_YEARS = range(1900, 2101)
_MONTH_NUMBERS = {folded(name): number for number, name in enumerate(MONTHS, start=1)} | {
    "امرداد": 5,
    "ابان": 8,
    "اذر": 9,
}
_WEEKDAYS = {re.sub(" ", "", folded(name)): name for name in WEEKDAYS}
_NUMBERS = re.compile(r"[0-9]+(?:[ /.\-،_]+[0-9]+){2}")
_COMPACT = re.compile(r"(1[345][0-9]{2})([0-9]{2})([0-9]{2})")
_NAMED = re.compile(r"(?P<first>[0-9]+) ?(?P<month>[^\W\d_]+?) ?(?:ماه )?(?P<last>[0-9]+)")
_WEEKDAY = re.compile(r"(?P<weekday>(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه)[ ،]+")


def parse_date(text: str) -> str:
    """The stored form ``1404-05-12`` of a typed date. Raises ValueProblem."""
    typed = folded(text[:200])
    weekday = _WEEKDAY.match(typed)
    stored = _numbers_to_date(typed[weekday.end() :] if weekday else typed, text)
    if weekday:
        claimed = _WEEKDAYS[weekday["weekday"].replace(" ", "")]
        if claimed != weekday_name(stored):
            raise ValueProblem("date_weekday", date=show_date(stored), weekday=weekday_name(stored), typed=claimed)
    return stored


def _numbers_to_date(typed: str, text: str) -> str:
    unreadable = ValueProblem("date_form", value=text.strip()[:60])
    if compact := _COMPACT.fullmatch(typed):
        first, month, last = compact.groups()
    elif named := _NAMED.fullmatch(typed):
        if named["month"].removesuffix("ماه") not in _MONTH_NUMBERS:
            raise unreadable
        month = str(_MONTH_NUMBERS[named["month"].removesuffix("ماه")])
        # beside a month's name the day is read first, unless only the first number can be a year
        last, first = (
            (named["first"], named["last"]) if _can_be_day(named["first"]) else (named["last"], named["first"])
        )
    elif _NUMBERS.fullmatch(typed):
        first, month, last = re.findall("[0-9]+", typed)
        if _can_be_day(first) and not _can_be_day(last):
            first, last = last, first
    else:
        raise unreadable
    if max(len(first), len(month), len(last)) > 4:
        raise unreadable
    return _in_calendar(int(first), len(first), int(month), int(last))


def _can_be_day(digits: str) -> bool:
    return len(digits) <= 2 and int(digits) <= 31


def _in_calendar(year: int, digits: int, month: int, day: int) -> str:
    if digits <= 2:
        year += 1400 if year < _FIRST_SHORT_YEAR_OF_1300 else 1300
    elif digits == 3:
        year += 1000
    if year in _GREGORIAN_YEARS and year > LAST_YEAR:
        raise ValueProblem("date_gregorian", date=f"{year}/{month}/{day}", jalali=_jalali_of(year, month, day))
    return jalali_date(year, month, day)


def _jalali_of(year: int, month: int, day: int) -> str:
    try:
        return show_date(from_gregorian(date(year, month, day)))
    except ValueError:
        return "—"
