"""Whole and decimal numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.plain_numbers import (
    decimal_value,
    is_decimal,
    is_integer,
    parse_decimal,
    parse_integer,
    show_decimal,
    show_integer,
)
from assistant.domain.value_problem import ValueProblem


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("۱۲", 12),
        ("١٢", 12),
        ("1,200", 1200),
        ("۱٬۲۰۰", 1200),
        ("-5", -5),
        ("−5", -5),
        ("0", 0),
        (" 7 ", 7),
    ],
)
def test_whole_numbers_are_read(typed: str, number: int) -> None:
    assert parse_integer(typed) == number


@pytest.mark.parametrize("typed", ["", "12.5", "۱۲/۵", "دوازده", "1,20", "--5", "1 2", "1e3", "²"])
def test_what_is_not_a_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="integer_form"):
        parse_integer(typed)


@pytest.mark.parametrize("typed", ["1" + "0" * 15 + "1", "9" * 5000, "-" + "9" * 20])
def test_numbers_have_a_bound(typed: str) -> None:
    with pytest.raises(ValueProblem, match="number_too_large"):
        parse_integer(typed)
    with pytest.raises(ValueProblem, match="number_too_large"):
        parse_decimal(typed)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("12.5", "12.5"),
        ("۱۲٫۵", "12.5"),
        ("۱۲/۵", "12.5"),
        ("12.50", "12.5"),
        ("012.5", "12.5"),
        ("12", "12"),
        ("12.0", "12"),
        ("-0.0", "0"),
        ("-0.25", "-0.25"),
        ("۱٬۲۰۰٫۲۵", "1200.25"),
    ],
)
def test_decimals_are_stored_in_one_form(typed: str, stored: str) -> None:
    assert parse_decimal(typed) == stored


@pytest.mark.parametrize("typed", ["", ".", "12.", ".5", "1.2.3", "1,5", "نیم", "nan", "inf", "1e5"])
def test_what_is_not_a_decimal_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="decimal_form"):
        parse_decimal(typed)


@given(st.decimals(-(10**12), 10**12, places=4, allow_nan=False))
def test_a_decimal_is_exact(number: object) -> None:
    stored = parse_decimal(f"{number:f}")
    assert is_decimal(stored)
    assert decimal_value(stored) == Fraction(str(number))
    assert parse_decimal(show_decimal(stored)) == stored


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_is_read_back(number: int) -> None:
    assert parse_integer(show_integer(number)) == number
    assert is_integer(number)


@pytest.mark.parametrize("stored", [True, 1.0, "1", None, 10**15 + 1])
def test_what_is_stored_otherwise_is_no_whole_number(stored: object) -> None:
    assert not is_integer(stored)


@pytest.mark.parametrize("stored", [12, 12.5, "12.50", "012", "-0", "۱۲", "12.", "", None, "1" + "0" * 15 + "1"])
def test_what_is_stored_otherwise_is_no_decimal(stored: object) -> None:
    assert not is_decimal(stored)
