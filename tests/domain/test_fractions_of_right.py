"""Shares of a right."""

from fractions import Fraction

import pytest

from assistant.domain.fractions_of_right import echo_fraction, fraction_value, parse_fraction, show_fraction
from assistant.domain.value_problem import ValueProblem


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1/6", "1/6"),
        ("۱/۶", "1/6"),
        ("١ / ٦", "1/6"),
        ("۱ از ۶", "1/6"),
        ("1 از 6 سهم", "1/6"),
        ("01/06", "1/6"),
        ("3/6", "3/6"),
        ("1/1", "1/1"),
        ("۳ دانگ", "3/6"),
        ("سه دانگ", "3/6"),
        ("شش‌دانگ", "6/6"),
    ],
)
def test_shares_are_read_and_kept_as_typed(typed: str, stored: str) -> None:
    assert parse_fraction(typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "fraction_form"),
        ("نصف", "fraction_form"),
        ("0.5", "fraction_form"),
        ("1/6/2", "fraction_form"),
        ("-1/6", "fraction_form"),
        ("0/6", "fraction_parts"),
        ("1/0", "fraction_parts"),
        ("1/1000001", "fraction_parts"),
        ("7/6", "fraction_over_one"),
        ("۷ دانگ", "fraction_over_one"),
    ],
)
def test_what_is_not_a_share_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_fraction(typed)
    assert problem.value.code == code


def test_a_share_is_computed_exactly_and_shown_as_typed() -> None:
    assert fraction_value("3/6") == Fraction(1, 2)
    assert show_fraction("3/6") == "۳/۶"
    assert echo_fraction("3/6") == "سه سهم از شش سهم"
