"""Every day of 1300 to 1500 against two libraries that share no code with the one in use."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import pytest
from convertdate import persian
from persiantools.jdatetime import JalaliDate

from assistant.domain.jalali import days_in_month, from_gregorian, parts, to_gregorian

FIRST, LAST = to_gregorian("1300-01-01"), to_gregorian("1500-12-29")
DAYS = (LAST - FIRST).days + 1


def every_day() -> Iterator[date]:
    return (FIRST + timedelta(days=count) for count in range(DAYS))


@pytest.fixture(autouse=True, scope="module")
def each_equinox_once() -> Iterator[None]:
    """The library computes the same few hundred equinoxes for each of 73,414 days."""
    computed = persian.equinox_jd
    persian.equinox_jd = lru_cache(maxsize=None)(computed)
    yield
    persian.equinox_jd = computed


def test_the_two_centuries_have_all_their_days() -> None:
    assert DAYS == 201 * 365 + 49


def test_every_day_has_the_date_that_a_table_of_leap_years_gives() -> None:
    wrong = [day for day in every_day() if from_gregorian(day) != JalaliDate(day).isoformat()]
    assert wrong == []


def test_every_day_has_the_date_that_the_equinox_gives() -> None:
    wrong = [day for day in every_day() if parts(day) != persian.from_gregorian(day.year, day.month, day.day)]
    assert wrong == []


def test_every_date_leads_back_to_its_day() -> None:
    assert [day for day in every_day() if to_gregorian(from_gregorian(day)) != day] == []


@pytest.mark.parametrize("month", [1, 6, 7, 11, 12])
def test_every_month_is_as_long_as_the_two_others_say(month: int) -> None:
    for year in range(1300, 1500):
        assert days_in_month(year, month) == persian.month_length(year, month) == JalaliDate.days_in_month(month, year)
