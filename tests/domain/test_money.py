"""Amounts: forms that are read, forms that are refused, and how an amount is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.money import LARGEST_RIAL, group_thousands, parse_rial, rial_words, show_rial, show_toman
from assistant.domain.value_problem import ValueProblem

RIALS = st.integers(0, LARGEST_RIAL)


@pytest.mark.parametrize(
    ("typed", "rials"),
    [
        ("1600000000", 1_600_000_000),
        ("۱۶۰۰۰۰۰۰۰۰", 1_600_000_000),
        ("١٦٠٠٠٠٠٠٠٠", 1_600_000_000),
        ("۱٬۶۰۰٬۰۰۰٬۰۰۰", 1_600_000_000),
        ("1,600,000,000", 1_600_000_000),
        ("1.600.000.000", 1_600_000_000),
        ("۱/۶۰۰/۰۰۰/۰۰۰", 1_600_000_000),
        ("۱،۶۰۰،۰۰۰،۰۰۰", 1_600_000_000),
        ("1'600'000'000", 1_600_000_000),
        ("1 600 000 000", 1_600_000_000),
        ("۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال", 1_600_000_000),
        ("1600000000ريال", 1_600_000_000),
        ("1600000000 ﷼", 1_600_000_000),
        ("۱۶۰٬۰۰۰٬۰۰۰ تومان", 1_600_000_000),
        ("160000000تومن", 1_600_000_000),
        ("  12 345  ", 12_345),
        ("0", 0),
        ("007", 7),
        ("1,000,000,000,000,000", LARGEST_RIAL),
    ],
)
def test_amounts_are_read_in_every_usual_form(typed: str, rials: int) -> None:
    assert parse_rial(typed) == rials


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "amount_form"),
        ("ریال", "amount_form"),
        ("۵ میلیون", "amount_form"),
        ("۵ میلیون تومان", "amount_form"),
        ("500 دلار", "amount_form"),
        ("یک میلیارد", "amount_form"),
        ("-500", "amount_negative"),
        ("−500", "amount_negative"),
        ("1.5", "amount_grouping"),
        ("1,60,000", "amount_grouping"),
        ("1,600.000", "amount_grouping"),
        ("1,,600", "amount_grouping"),
        ("12 3456", "amount_grouping"),
        ("1000000000000001", "amount_too_large"),
        ("100000000000001 تومان", "amount_too_large"),
        ("9" * 5000, "amount_too_large"),
    ],
)
def test_what_is_not_an_amount_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_rial(typed)
    assert problem.value.code == code


def test_an_amount_is_shown_in_threes_in_words_and_in_tomans() -> None:
    assert show_rial(1_600_000_000) == "۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال"
    assert rial_words(1_600_000_000) == "یک میلیارد و ششصد میلیون ریال"
    assert show_toman(1_600_000_000) == "۱۶۰٬۰۰۰٬۰۰۰ تومان"


def test_rials_under_one_toman_are_named() -> None:
    assert show_toman(12_345) == "۱٬۲۳۴ تومان و ۵ ریال"
    assert show_toman(7) == "۷ ریال"


@given(RIALS)
def test_what_is_shown_is_read_back(rials: int) -> None:
    assert parse_rial(show_rial(rials)) == rials
    assert parse_rial(group_thousands(rials)) == rials


@given(st.integers(0, LARGEST_RIAL // 10))
def test_tomans_are_ten_rials(tomans: int) -> None:
    assert parse_rial(f"{tomans} تومان") == 10 * tomans
    assert parse_rial(show_toman(10 * tomans)) == 10 * tomans
