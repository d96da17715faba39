"""The calendar itself: every day of two centuries, leap years, months and years added, ages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.jalali import (
    add_days,
    add_months,
    add_years,
    age_on,
    days_in_month,
    from_gregorian,
    jalali_date,
    long_date,
    parts,
    show_date,
    to_gregorian,
    weekday_name,
)
from assistant.domain.value_problem import ValueProblem

FIRST, LAST = to_gregorian("1300-01-01"), to_gregorian("1500-12-29")
DAYS = st.dates(FIRST, LAST)
# the leap years as calendars print them, gaps of five years after every seventh or eighth leap
LEAP_YEARS = [
    *range(1300, 1305, 4),
    *range(1309, 1338, 4),
    *range(1342, 1371, 4),
    *range(1375, 1404, 4),
    *range(1408, 1437, 4),
    *range(1441, 1470, 4),
    *range(1474, 1499, 4),
]


@pytest.mark.parametrize(
    ("stored", "gregorian", "weekday"),
    [
        ("1300-01-01", date(1921, 3, 21), "دوشنبه"),
        ("1357-11-22", date(1979, 2, 11), "یکشنبه"),
        ("1379-01-01", date(2000, 3, 20), "دوشنبه"),
        ("1399-12-30", date(2021, 3, 20), "شنبه"),
        ("1403-12-30", date(2025, 3, 20), "پنجشنبه"),
        ("1404-01-01", date(2025, 3, 21), "جمعه"),
        ("1404-12-29", date(2026, 3, 20), "جمعه"),
        ("1405-01-01", date(2026, 3, 21), "شنبه"),
        ("1405-09-01", date(2026, 11, 22), "یکشنبه"),
    ],
)
def test_known_days_fall_where_calendars_print_them(stored: str, gregorian: date, weekday: str) -> None:
    assert to_gregorian(stored) == gregorian
    assert from_gregorian(gregorian) == stored
    assert weekday_name(stored) == weekday


def test_every_day_of_two_centuries_follows_the_one_before() -> None:
    day, expected = FIRST, (1300, 1, 1)
    while day <= LAST:
        stored = from_gregorian(day)
        assert parts(stored) == expected
        assert to_gregorian(stored) == day
        year, month, number = expected
        length = 31 if month <= 6 else 30 if month <= 11 else 30 if year in LEAP_YEARS else 29
        if number < length:
            expected = (year, month, number + 1)
        else:
            expected = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
        day += timedelta(days=1)
    assert expected == (1501, 1, 1)


@pytest.mark.parametrize("bad", ["1404-12-30", "1404-07-31", "1404-13-01", "1404-00-01", "1404-01-00"])
def test_a_day_the_calendar_lacks_is_refused(bad: str) -> None:
    with pytest.raises(ValueProblem):
        to_gregorian(bad)


@pytest.mark.parametrize(
    "bad", ["1404/01/01", "1404-1-1", "۱۴۰۴-۰۱-۰۱", "1404-01-01\n", "", "2025-03-21", "1299-12-29"]
)
def test_only_the_stored_form_is_a_stored_date(bad: str) -> None:
    with pytest.raises(ValueProblem):
        to_gregorian(bad)


def test_the_thirtieth_of_esfand_of_a_common_year_says_how_long_the_month_is() -> None:
    with pytest.raises(ValueProblem) as problem:
        jalali_date(1404, 12, 30)
    assert problem.value.code == "date_day"
    assert problem.value.params == {"date": "1404/12/30", "month": "اسفند", "year": 1404, "days": "بیست‌ونه"}


def test_a_date_is_shown_short_and_long() -> None:
    assert show_date("1405-09-01") == "۱۴۰۵/۰۹/۰۱" == show_date(date(2026, 11, 22))
    assert long_date("1404-05-12") == "یکشنبه ۱۲ مرداد ۱۴۰۴" == long_date(date(2025, 8, 3))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("1404-01-31", 6, "1404-07-30"),
        ("1404-06-31", 1, "1404-07-30"),
        ("1404-11-30", 1, "1404-12-29"),
        ("1403-11-30", 1, "1403-12-30"),
        ("1404-12-29", 1, "1405-01-29"),
        ("1404-01-15", -1, "1403-12-15"),
        ("1404-05-12", 12, "1405-05-12"),
        ("1404-05-12", -25, "1402-04-12"),
    ],
)
def test_added_months_stop_at_the_end_of_a_shorter_month(start: str, months: int, end: str) -> None:
    assert from_gregorian(add_months(to_gregorian(start), months)) == end


def test_a_year_after_the_thirtieth_of_esfand_is_the_twenty_ninth() -> None:
    assert from_gregorian(add_years(to_gregorian("1403-12-30"), 1)) == "1404-12-29"
    assert from_gregorian(add_years(to_gregorian("1403-12-30"), 5)) == "1408-12-30"


def test_added_days_pass_over_the_end_of_the_year() -> None:
    assert from_gregorian(add_days(to_gregorian("1404-12-28"), 2)) == "1405-01-01"


@pytest.mark.parametrize("count", [-10_000, 10_000, 10**12, -(10**12)])
def test_nothing_is_reckoned_outside_the_calendar(count: int) -> None:
    day = to_gregorian("1404-01-01")
    for add in (add_months, add_years, lambda day, count: add_days(day, count * 100)):
        with pytest.raises(ValueProblem):
            add(day, count)


@given(DAYS, st.integers(-1200, 1200))
def test_the_day_of_the_month_only_ever_shrinks(day: date, months: int) -> None:
    year, month, number = parts(day)
    target_year, target_month = divmod(12 * year + month - 1 + months, 12)
    if not 1300 <= target_year <= 1500:
        return
    expected = min(number, days_in_month(target_year, target_month + 1))
    assert parts(add_months(day, months)) == (target_year, target_month + 1, expected)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("1387-05-12", "1405-05-11", 17),
        ("1387-05-12", "1405-05-12", 18),
        ("1387-12-30", "1405-12-28", 17),
        ("1387-12-30", "1405-12-29", 18),
        ("1387-12-30", "1391-12-29", 3),
        ("1387-12-30", "1391-12-30", 4),
        ("1404-01-01", "1404-01-01", 0),
        ("1404-01-02", "1404-01-01", -1),
    ],
)
def test_age_is_counted_in_completed_jalali_years(birth: str, day: str, age: int) -> None:
    assert age_on(to_gregorian(birth), to_gregorian(day)) == age


@given(DAYS, st.integers(0, 100))
def test_an_age_is_reached_on_the_day_that_many_years_later_and_not_before(birth: date, years: int) -> None:
    if parts(birth)[0] + years > 1500:
        return
    birthday = add_years(birth, years)
    assert age_on(birth, birthday) == years
    if birthday > FIRST:
        assert age_on(birth, birthday - timedelta(days=1)) == years - 1
