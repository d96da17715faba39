"""Calculators over made-up tables: exact, refusing where a table ends, every disputed reading beside the others."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.checks.calculators.arithmetic import half_up, in_persian
from assistant.checks.calculators.diyeh import diyeh, diyeh_of_killing
from assistant.checks.calculators.late_payment import Start, by_months, by_years, late_payment
from assistant.checks.calculators.mahr import MarriageAfterReference, mahr
from assistant.domain.jalali import to_gregorian
from assistant.domain.price_index import Month, NoIndex
from assistant.domain.sacred_months import OutsideTable
from tests.tiny_house.tables import (
    annual,
    figure,
    made_up_indices,
    made_up_sacred_months,
    monthly,
    table,
)

TABLES = made_up_indices()
MONTHLY, ANNUAL, OLDER, RATES = (TABLES[id] for id in ("cpi-monthly", "cpi-annual", "cpi-annual-1383", "diyeh"))
DUE, PAID = Month(1390, 5), Month(1391, 3)
amounts = st.integers(1, 10**15)
rising = st.lists(st.integers(1, 10**6), min_size=12, max_size=12, unique=True).map(sorted)


def months(figures):
    return monthly({1390: " ".join(str(each) for each in figures)})


def damages(principal, start, paid, index):
    (found,) = by_months(principal, start, paid, index)
    return found.amount


@given(st.fractions(min_value=0, max_value=10**18))
def test_half_a_rial_goes_up_and_less_goes_down(exact):
    assert abs(half_up(exact) - exact) <= Fraction(1, 2)
    assert half_up(Fraction(int(exact)) + Fraction(1, 2)) == int(exact) + 1


@given(amounts, st.integers(1, 12))
def test_due_and_paid_in_one_month_gives_no_damages(principal, month):
    (found,) = by_months(principal, Month(1390, month), Month(1390, month), MONTHLY)
    assert (found.amount, found.total) == (0, principal)
    assert "same_time" in found.texts


@given(amounts, st.integers(2, 1000), rising)
def test_damages_grow_with_the_principal_but_for_rounding(principal, times, figures):
    index = months(figures)
    once, many = (damages(each, Month(1390, 1), Month(1390, 12), index) for each in (principal, principal * times))
    assert abs(many - once * times) <= Fraction(times + 1, 2)


@given(amounts, rising, st.integers(1, 11), st.integers(1, 11))
def test_a_later_payment_with_a_higher_index_is_never_less(principal, figures, first, second):
    assume(first < second)
    index, start = months(figures), Month(1390, 1)
    assert damages(principal, start, Month(1390, first), index) <= damages(principal, start, Month(1390, second), index)


@given(amounts, rising, st.integers(2, 10**6))
def test_a_series_on_another_base_year_gives_the_same_rial(principal, figures, factor):
    start, paid = Month(1390, 2), Month(1390, 11)
    other = months([each * factor for each in figures])
    assert damages(principal, start, paid, months(figures)) == damages(principal, start, paid, other)


def test_a_fallen_index_gives_no_damages_and_says_so():
    (found,) = by_months(1000, Month(1390, 1), Month(1390, 2), monthly({1390: "20 10"}))
    assert (found.amount, found.total) == (0, 1000)
    assert "index_fell" in found.texts


@pytest.mark.parametrize("month", [Month(1391, 4), Month(1389, 12), Month(1400, 1)])
def test_a_month_outside_the_table_is_refused_by_its_name(month):
    with pytest.raises(NoIndex) as refused:
        by_months(1000, DUE, month, MONTHLY)
    assert (refused.value.year, refused.value.month) == month
    assert (refused.value.first, refused.value.last) == (Month(1390, 1), Month(1391, 3))


def test_both_readings_stand_side_by_side_and_one_may_be_refused_alone():
    found = late_payment(1000, (Start("from_due", DUE),), Month(1391, 3), MONTHLY, ANNUAL)
    by_id = {each.id: each for each in found}
    assert by_id["months+from_due"].amount == half_up(Fraction(1000 * 26, 14)) - 1000
    assert by_id["years+from_due"].amount is None
    assert by_id["years+from_due"].refusal.at == Month(1391)


def test_two_starts_double_the_variants_and_keep_their_order():
    starts = (Start("from_due", Month(1390, 1)), Start("from_demand", Month(1390, 6)))
    found = late_payment(1000, starts, Month(1390, 12), MONTHLY, annual({1390: "15"}))
    assert [each.id for each in found] == [
        "months+from_due", "years+from_due", "months+from_demand", "years+from_demand",
    ]  # fmt: skip
    assert found[0].amount > found[2].amount


def test_the_year_of_payment_not_over_takes_the_last_full_year_and_says_so():
    (found,) = by_years(1000, Month(1390, 1), Month(1392, 2), annual({1390: "10", 1391: "15"}))
    assert found.amount == 500
    assert "last_full_year" in found.texts


def test_two_years_after_the_table_nothing_stands_for_the_year():
    with pytest.raises(NoIndex):
        by_years(1000, Month(1390, 1), Month(1393, 2), annual({1390: "10", 1391: "15"}))


def test_a_year_with_two_figures_gives_both_results_and_prefers_neither():
    found = by_years(1000, Month(1390, 1), Month(1391, 2), annual({1390: "10", 1391: "15 14"}))
    assert [(each.id, each.amount) for each in found] == [("", 500), ("~14", 400)]


def test_a_disputed_year_against_itself_is_one():
    found = by_years(1000, Month(1391, 1), Month(1391, 9), annual({1390: "10", 1391: "15 14"}))
    assert [each.amount for each in found] == [0]


def test_mahr_takes_the_year_before_payment_and_the_year_before_death_in_its_place():
    index = annual({1380: "10", 1389: "20", 1390: "30"})
    (by_payment,) = mahr(1000, 1380, 1391, (index,))
    (by_death,) = mahr(1000, 1380, 1391, (index,), death_year=1390)
    assert (by_payment.amount, by_death.amount) == (3000, 2000)
    assert by_death.texts == ("death_year",)


def test_mahr_reads_both_years_from_one_table_and_rather_from_one_that_converted_nothing():
    converted = [figure("new", Month(1380), "5", status="converted"), figure("new", Month(1389), "20")]
    new, old = table("new", converted), annual({1380: "40", 1389: "161"}, id="old")
    (found,) = mahr(1000, 1380, 1390, (new, old))
    assert {each.index_id for each in found.used} == {"old"}
    (found,) = mahr(1000, 1380, 1390, (new,))
    assert {each.index_id for each in found.used} == {"new"}


def test_mahr_of_a_year_without_a_figure_is_refused_and_never_mixed_from_two_tables():
    with pytest.raises(NoIndex) as refused:
        mahr(1000, 1380, 1392, (annual({1391: "10"}), annual({1380: "5"}, id="old")))
    assert refused.value.at == Month(1380)


@pytest.mark.parametrize(("marriage", "payment", "death"), [(1390, 1390, None), (1391, 1390, None), (1389, 1391, 1389)])
def test_mahr_refuses_a_reference_before_the_marriage(marriage, payment, death):
    with pytest.raises(MarriageAfterReference):
        mahr(1000, marriage, payment, (ANNUAL,), death_year=death)


def test_the_rounding_of_a_coarse_table_is_told_as_a_band_around_the_result():
    coarse = table("c", [figure("c", Month(1380), "0.05", half_unit="0.005"), figure("c", Month(1389), "10")])
    (found,) = mahr(1000, 1380, 1390, (coarse,))
    assert found.band.low < found.amount < found.band.high
    assert found.band.percent == "11.1"


def test_a_fine_table_needs_no_band():
    (found,) = mahr(1000, 1380, 1390, (annual({1380: "10", 1389: "20"}),))
    assert found.band is None


@given(st.integers(1, 1000), st.integers(1, 1000))
def test_diyeh_is_the_rate_times_the_fraction_and_a_third_more_in_sacred_months(part, whole):
    plain, more = (diyeh(1390, f"{part}/{whole}", RATES, is_increased=each) for each in (False, True))
    assert plain.amount == half_up(Fraction(900 * part, whole))
    assert more.amount == half_up(Fraction(900 * 4 * part, whole * 3))


@pytest.mark.parametrize(
    ("act", "death", "expected", "said"),
    [
        ("1391-01-10", "1391-02-08", 1600, "both_sacred"),
        ("1391-01-09", "1391-02-08", 1200, "not_both_sacred"),
        ("1391-01-10", "1391-02-09", 1200, "not_both_sacred"),
    ],
)
def test_the_increase_needs_act_and_death_in_a_sacred_month(act, death, expected, said):
    days = (to_gregorian(act), to_gregorian(death))
    (found,) = diyeh_of_killing(1391, "1/1", RATES, made_up_sacred_months(), *days)
    assert (found.amount, found.texts) == (expected, (said,))


def test_without_the_days_both_amounts_stand_side_by_side():
    found = diyeh_of_killing(1391, "1/1", RATES, made_up_sacred_months(), None, None)
    assert [(each.id, each.amount) for each in found] == [("plain", 1200), ("increased", 1600)]


def test_a_predicted_sacred_month_is_told():
    sacred = made_up_sacred_months()
    predicted = replace(sacred, months=tuple(replace(each, status="predicted") for each in sacred.months))
    day = to_gregorian("1391-01-10")
    (found,) = diyeh_of_killing(1391, "1/1", RATES, predicted, day, day)
    assert "sacred_predicted" in found.texts


def test_a_day_outside_the_table_of_sacred_months_is_no_data():
    day = to_gregorian("1392-01-10")
    with pytest.raises(OutsideTable):
        diyeh_of_killing(1391, "1/1", RATES, made_up_sacred_months(), day, day)


def test_the_weakest_figure_gives_the_result_its_grade():
    weak = table("x", [figure("x", Month(1380), "5", grade="own"), figure("x", Month(1389), "9", grade="2+")])
    (found,) = mahr(1000, 1380, 1390, (weak,))
    assert found.grade == "own"


def test_arithmetic_reads_persian():
    assert in_persian("500,000 × 3452.0") == "۵۰۰٬۰۰۰ × ۳۴۵۲٫۰"


def test_an_older_table_is_not_forgotten():
    assert OLDER.year(1380).text == "10"
