"""What people type into calculators: read in any usual form, refused with what was read and what is expected."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.calculators.inputs import (
    InputProblem,
    as_typed,
    parse_month,
    parse_parts,
    parse_year,
    read_inputs,
)
from assistant.checks.calculators.registry import ENGINES, calculate
from assistant.domain.library import Library
from assistant.domain.price_index import Month, NoIndex
from assistant.domain.value_problem import ValueProblem
from tests.tiny_house.house import library_of
from tests.tiny_house.tables import made_up_calculators, made_up_indices, made_up_sacred_months

WORDS = made_up_calculators()


@pytest.fixture(scope="module")
def library() -> Library:
    tables = {"indices": made_up_indices(), "calculators": WORDS, "sacred_months": made_up_sacred_months()}
    return replace(library_of([]), **tables)


def reading(id, **typed):
    return read_inputs(ENGINES[id].inputs, WORDS[id], typed)


DEBT = {"principal": "1000", "due": "1390-05", "paid": "1391-03"}


@pytest.mark.parametrize(
    "text", ["1400-05", "1400/5", "۱۴۰۰/۰۵", "۱۴۰۰-۵", "مرداد ۱۴۰۰", "مردادماه 1400", "1400/05/17", "۱۷ مرداد ۱۴۰۰"]
)
def test_a_month_is_read_in_every_usual_form(text):
    assert parse_month(text) == Month(1400, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [("1400", "month_form"), ("1400/13", "month_number"), ("1400/0", "month_number"), ("2021-05", "date_year"),
     ("1399/12/31", "date_day"), ("1404/12/30", "date_day"), ("دیروز", "month_form"), ("1200/05", "date_year")],
)  # fmt: skip
def test_a_month_that_is_none_is_named(text, code):
    with pytest.raises(ValueProblem) as problem:
        parse_month(text)
    assert problem.value.code == code


def test_a_year_is_read_alone_or_from_a_date():
    assert parse_year("۱۳۸۰") == parse_year("1380/05/01") == 1380


@pytest.mark.parametrize("text", ["80", "13800", "سال", "1200", "2001"])
def test_a_year_that_is_none_is_refused(text):
    with pytest.raises(ValueProblem):
        parse_year(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("1/1", "1/1"), ("۵/۱۰۰", "5/100"), ("۵ از ۱۰۰", "5/100"), ("۵ درصد", "5/100"), ("2.5%", "25/1000")],
)
def test_a_fraction_of_the_diyeh_is_read(text, parts):
    assert parse_parts(text) == parts


@pytest.mark.parametrize("text", ["1/0", "0/5", "نیم", "-1/2", "1/10000000", "۱۲"])
def test_a_fraction_that_is_none_is_refused(text):
    with pytest.raises(ValueProblem):
        parse_parts(text)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_fraction_keeps_its_value(part, whole):
    stored = parse_parts(f"{part}/{whole}")
    assert Fraction(stored) == Fraction(part, whole)


@pytest.mark.parametrize("amount", ["-5", "100000000000000000000", "0", "پنج", "12 دلار", "1.5", ""])
def test_an_amount_out_of_the_ordinary_is_a_problem_at_its_field(amount):
    found = reading("late-payment", **{**DEBT, "principal": amount})
    assert set(found.problems) == {"principal"}
    assert "principal" not in found.values


def test_tomans_become_rials():
    found = reading("late-payment", **DEBT, principal_unit="toman")
    assert found.values["principal"] == 10_000


def test_what_was_stored_is_read_again_as_the_same():
    found = reading("diyeh", year="1390", fraction="5 از 100", subject="killing", act_date="1391/1/10")
    again = reading("diyeh", **as_typed(ENGINES["diyeh"].inputs, found.stored))
    assert (again.values, again.stored) == (found.values, found.stored)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({**DEBT, "paid": "1389-12"}, "paid"),
        ({**DEBT, "demand": "1391-04"}, "demand"),
        ({**DEBT, "demand": "1390-04"}, "demand"),
    ],
)
def test_times_in_the_wrong_order_are_told_at_the_field(library, typed, field):
    with pytest.raises(InputProblem) as problem:
        calculate(library, "late-payment", reading("late-payment", **typed))
    assert problem.value.input_id == field


def test_mahr_before_the_marriage_is_told_at_the_year_that_says_so(library):
    typed = {"amount": "1000", "marriage_year": "1390", "payment_year": "1391"}
    for more, field in (({"payment_year": "1390"}, "payment_year"), ({"death_year": "1390"}, "death_year")):
        with pytest.raises(InputProblem) as problem:
            calculate(library, "mahr", reading("mahr", **{**typed, **more}))
        assert problem.value.input_id == field


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"act_date": "1391/02/01"}, "death_date"),
        ({"death_date": "1391/02/01"}, "act_date"),
        ({"act_date": "1391/02/02", "death_date": "1391/02/01"}, "death_date"),
        ({"act_date": "1390/02/02", "death_date": "1391/02/01"}, "act_date"),
        ({"act_date": "1391/02/02", "death_date": "1393/02/01"}, "death_date"),
    ],
)
def test_days_of_a_killing_are_told_at_the_field(library, more, field):
    typed = {"year": "1391", "fraction": "1/1", "subject": "killing", **more}
    with pytest.raises(InputProblem) as problem:
        calculate(library, "diyeh", reading("diyeh", **typed))
    assert problem.value.input_id == field


def test_a_year_without_a_rate_is_refused(library):
    with pytest.raises(NoIndex):
        calculate(library, "diyeh", reading("diyeh", year="1400", fraction="1/1", subject="other"))


def test_a_result_carries_the_versions_and_days_of_its_data(library):
    found = calculate(library, "late-payment", reading("late-payment", **DEBT))
    assert set(found.data) == set(found.checked_on) == {"cpi-monthly", "cpi-annual"}
    assert found.inputs == {"principal": 1000, "due": "1390-05", "paid": "1391-03"}
