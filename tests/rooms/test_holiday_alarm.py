"""The tables of holidays against a library of holidays: an alarm, every difference explained here."""

import warnings

import pytest

from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.office_calendar import NATIONAL

PREDICTED = "a predicted lunar day; the two predictions are one day apart until the calendar of the year is announced"
DECLARED = "declared for one occasion; the library does not carry it"
RAMADAN = "the announced calendar puts it on 9 Esfand, the library's estimate on the tenth"
EXPLAINED = {
    "1403-03-02": DECLARED,
    "1405-04-14": DECLARED,
    "1405-04-15": DECLARED,
    "1405-12-09": RAMADAN,
    "1405-12-10": RAMADAN,
    "1406-03-24": PREDICTED,
    "1406-03-26": PREDICTED,
    "1406-08-11": PREDICTED,
    "1406-08-12": PREDICTED,
    "1406-10-22": PREDICTED,
    "1406-10-23": PREDICTED,
    "1406-11-28": PREDICTED,
    "1406-11-29": PREDICTED,
}


@pytest.fixture(scope="module")
def announced() -> set[str]:
    """Of 1403 to 1406, as the library has them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from holidays import country_holidays

        days = country_holidays("IR", years=range(2024, 2029))
    first, last = to_gregorian("1403-01-01"), to_gregorian("1406-12-29")
    return {from_gregorian(day) for day in days if first <= day <= last}


def test_every_difference_is_explained_and_none_is_explained_away(library, announced):
    ours = {from_gregorian(each.day) for each in library.calendar.holidays if each.scope == NATIONAL}
    assert ours ^ announced == set(EXPLAINED)


def test_a_difference_between_predictions_is_marked_in_the_table(library):
    marked = {from_gregorian(each.day) for each in library.calendar.holidays if each.is_doubtful and each.other_day}
    elsewhere = {from_gregorian(each.other_day) for each in library.calendar.holidays if each.other_day}
    about_predictions = {day for day, why in EXPLAINED.items() if why is not DECLARED}
    assert about_predictions <= marked | elsewhere


def test_each_year_has_the_number_of_days_its_calendar_prints(library):
    """Distinct nationwide days without those declared for one occasion; 1406 is predicted."""
    counts = {}
    for each in library.calendar.holidays:
        if each.scope == NATIONAL and each.status != "declared":
            counts.setdefault(from_gregorian(each.day)[:4], set()).add(each.day)
    assert {year: len(days) for year, days in counts.items()} == {"1403": 27, "1404": 26, "1405": 26, "1406": 27}
