"""Typed dates: which forms are read as which day, and what is refused with which words' code."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.characters import latin_digits
from assistant.domain.jalali import from_gregorian, long_date, show_date, to_gregorian
from assistant.domain.jalali_input import parse_date
from assistant.domain.value_problem import ValueProblem

DAYS = st.dates(to_gregorian("1300-01-01"), to_gregorian("1500-12-29"))


@pytest.mark.parametrize(
    "typed",
    [
        "1404/5/12",
        "1404/05/12",
        "1404-05-12",
        "1404.5.12",
        "1404 5 12",
        "۱۴۰۴/۵/۱۲",
        "١٤٠٤/٥/١٢",
        "4 5 12",
        "04/05/12",
        "404/5/12",
        "12/5/1404",
        "12-05-1404",
        "14040512",
        "۱۲ مرداد ۱۴۰۴",
        "12 مرداد 4",
        "۱۲ مرداد ماه ۱۴۰۴",
        "۱۲مرداد۱۴۰۴",
        "۱۲ امرداد ۱۴۰۴",
        "1404 مرداد 12",
        "یکشنبه ۱۲ مرداد ۱۴۰۴",
        "یک‌شنبه، ۱۲ مرداد ۱۴۰۴",
        "یک شنبه 1404/5/12",
        "  1404/5/12  ",
    ],
)
def test_one_day_is_read_in_many_forms(typed: str) -> None:
    assert parse_date(typed) == "1404-05-12"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("98/1/2", "1398-01-02"),
        ("60/1/1", "1360-01-01"),
        ("30/1/1", "1330-01-01"),
        ("29/1/1", "1429-01-01"),
        ("00/1/1", "1400-01-01"),
        ("2/1/98", "1398-01-02"),
        ("31/1/98", "1398-01-31"),
        ("12/5/4", "1412-05-04"),
        ("398/1/2", "1398-01-02"),
        ("۳ آبان ۹۸", "1398-08-03"),
        ("3 اذر 98", "1398-09-03"),
        ("30 اسفند 1403", "1403-12-30"),
        ("۵ دي ۱۴۰۳", "1403-10-05"),
    ],
)
def test_short_years_and_either_order_are_read(typed: str, stored: str) -> None:
    assert parse_date(typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "date_form"),
        ("1404", "date_form"),
        ("1404/5", "date_form"),
        ("فردا", "date_form"),
        ("12 تموز 1404", "date_form"),
        ("1404/5/12/1", "date_form"),
        ("1404/5/12 ساعت 3", "date_form"),
        ("14040/5/12", "date_form"),
        ("9" * 400, "date_form"),
        ("1404/12/30", "date_day"),
        ("1404/7/31", "date_day"),
        ("۳۰ اسفند ۱۴۰۴", "date_day"),
        ("1404/1/0", "date_day"),
        ("1404/13/1", "date_month"),
        ("1404/0/1", "date_month"),
        ("1250/1/1", "date_year"),
        ("1501/1/1", "date_year"),
        ("2025/8/3", "date_gregorian"),
        ("3/8/2025", "date_gregorian"),
        ("دوشنبه ۱۲ مرداد ۱۴۰۴", "date_weekday"),
    ],
)
def test_what_is_not_a_day_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_date(typed)
    assert problem.value.code == code


def test_a_gregorian_date_is_refused_with_its_jalali_day() -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_date("2025/8/3")
    assert problem.value.params["jalali"] == "۱۴۰۴/۰۵/۱۲"


@given(DAYS)
def test_every_shown_form_is_read_back(day: date) -> None:
    stored = from_gregorian(day)
    assert parse_date(stored) == stored
    assert parse_date(show_date(day)) == stored
    assert parse_date(latin_digits(show_date(day))) == stored
    assert parse_date(long_date(day)) == stored


@given(st.text(st.sampled_from("0123456789۰۱۴۵/ -.،آبانتیرمهدیشوج\u200c"), max_size=20))
def test_whatever_is_typed_is_a_day_or_a_problem(typed: str) -> None:
    try:
        stored = parse_date(typed)
    except ValueProblem as problem:
        code = problem.code
    else:
        assert to_gregorian(stored)
        return
    assert code.startswith("date_")
