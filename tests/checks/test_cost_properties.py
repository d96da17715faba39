"""Cost bills hold the law's properties on random amounts: over 10,000 cases in all."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks.cost_rates import fee_steps, priced_rate
from assistant.checks.costs import cost_bill
from assistant.domain.cost_bill import (
    AttackedPart,
    BillRequest,
    FinancialClaim,
    ImmovableClaim,
    NonFinancialClaim,
    OfficeService,
    RaisedClaim,
    UnknownValueClaim,
    rounded,
)
from assistant.domain.court_costs import value_on
from assistant.domain.jalali import to_gregorian
from assistant.domain.money import LARGEST_RIAL
from tests.tariffs import tariffs

ON = to_gregorian("1405-09-01")
EDGE = 200_000_000
STAGES = ("first_instance", "council", "opposition", "appeal", "cassation", "retrial", "third_party_objection")
amounts = st.one_of(
    st.integers(1, LARGEST_RIAL),
    st.integers(1, 10 * EDGE),
    st.integers(-50, 50).map(lambda away: EDGE + away),  # where bands join
    st.integers(1, 100),  # where rounding shows
)
stages = st.sampled_from(STAGES)
many = settings(max_examples=1200, deadline=None)


def bill(stage: str, *claims: object, on: date = ON, **more: object):  # type: ignore[no-untyped-def]
    return cost_bill(BillRequest(stage, on, tuple(claims), **more), *tariffs())  # type: ignore[arg-type]


def fee(stage: str, amount: int) -> int:
    (line,) = bill(stage, FinancialClaim(amount)).lines
    assert line.least is not None
    return line.least


def exact(stage: str, amount: int) -> Fraction:
    priced = priced_rate(tariffs()[0], stage, ON)
    assert priced is not None
    return priced.steps(amount)[-1].result


def by_hand(amount: int) -> Fraction:
    """First instance as the table reads, written a second time."""
    return Fraction(min(amount, EDGE) * 25 + max(amount - EDGE, 0) * 35, 1000)


@pytest.mark.parametrize("rate", list(tariffs()[0].rates), ids=lambda rate: rate.id)
def test_bands_join_without_gap_or_overlap(rate):
    for value in rate.values:
        edges = [(band.above, band.up_to) for band in value.bands]
        assert [above for above, _ in edges[1:]] == [up_to for _, up_to in edges[:-1]]
        assert not edges or (edges[0][0], edges[-1][1]) == (0, None)


@many
@given(amounts)
def test_first_instance_is_the_table_computed_by_hand(amount):
    assert exact("first_instance", amount) == by_hand(amount)
    assert fee("first_instance", amount) == rounded(by_hand(amount))


@many
@given(stages, amounts)
def test_parts_of_the_bands_make_up_the_amount(stage, amount):
    rate = tariffs()[0].rate("first_instance" if stage == "council" else _rate_id(stage))
    value = value_on(rate.values, ON)
    parts = [step.terms[0] for step in fee_steps(value.bands, amount) if step.operation == "rate"]
    assert sum(parts) == amount


def _rate_id(stage: str) -> str:
    found = tariffs()[0].rate_for(stage)
    assert found is not None
    return found.id


@many
@given(stages, amounts, amounts)
def test_a_larger_claim_never_costs_less(stage, one, other):
    small, large = sorted((one, other))
    assert fee(stage, small) <= fee(stage, large)


@many
@given(stages, st.integers(1, LARGEST_RIAL - 1))
def test_one_rial_more_never_jumps(stage, amount):
    assert 0 <= fee(stage, amount + 1) - fee(stage, amount) <= 1


@many
@given(stages, st.lists(amounts, min_size=1, max_size=6))
def test_the_fees_of_several_claims_add_up(stage, values):
    found = bill(stage, *(FinancialClaim(value) for value in values))
    assert found.least == found.most == sum(fee(stage, value) for value in values)


@many
@given(st.lists(amounts, max_size=4), st.integers(0, 5), st.integers(0, 50), st.integers(0, 50))
def test_a_bill_is_the_sum_of_its_lines(values, others, sheets, copies):
    claims = (*map(FinancialClaim, values), *[NonFinancialClaim()] * others)
    found = bill("first_instance", *claims, sheets=sheets, copies=copies)
    assert found.least == sum(fee("first_instance", each) for each in values) + (
        400_000 * others + 20_000 * sheets + 300_000 * copies
    )
    assert found.most - found.least == 1_400_000 * others


@many
@given(amounts)
def test_the_council_is_half(amount):
    assert exact("council", amount) * 2 == exact("first_instance", amount)
    assert fee("council", amount) == rounded(by_hand(amount) / 2)


@many
@given(stages, st.lists(amounts, min_size=2, max_size=2, unique=True).map(sorted))
def test_an_increase_is_the_difference(stage, values):
    earlier, value = values
    (line,) = bill(stage, RaisedClaim(earlier, value)).lines
    assert line.steps[-1].result == exact(stage, value) - exact(stage, earlier)
    assert abs(fee(stage, earlier) + line.least - fee(stage, value)) <= 1


@many
@given(stages, st.lists(amounts, min_size=2, max_size=2, unique=True).map(sorted))
def test_both_sides_of_a_partial_judgment_attack_the_whole_between_them(stage, values):
    awarded, claimed = values
    sides = [AttackedPart(claimed, awarded, by_plaintiff=side) for side in (True, False)]
    assert sum(side.value for side in sides) == claimed
    for side in sides:
        assert bill(stage, side).least == fee(stage, side.value)


@many
@given(amounts)
def test_advance_and_balance_make_the_whole_fee_or_leave_nothing_to_pay(found):
    advance = bill("first_instance", UnknownValueClaim()).least
    balance = bill("first_instance", UnknownValueClaim(found)).least
    assert balance == max(fee("first_instance", found) - advance, 0)


@many
@given(st.fractions(Fraction(1, 100), 10_000, max_denominator=100), st.integers(1, 10**9))
def test_an_immovable_costs_what_its_regional_value_costs(area, each):
    if rounded(area * each):
        claim = ImmovableClaim(each, area)
        assert abs(claim.value - area * each) <= Fraction(1, 2)
        assert bill("first_instance", claim).least == fee("first_instance", claim.value)


@many
@given(
    stages,
    st.lists(amounts, max_size=3),
    st.sampled_from(["1396-05-01", "1399-05-01", "1403-05-01", "1404-05-01", "1405-05-01"]),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_no_line_is_ever_off_by_more_than_half_a_rial(stage, values, on, persons, pages):
    office = OfficeService("petition", persons, pages, is_paid_electronically=True)
    found = bill(stage, *map(FinancialClaim, values), on=to_gregorian(on), sheets=3, copies=2, office=office)
    for line in found.lines:
        if line.steps and line.least is not None:
            assert abs(line.steps[-1].result - (line.most or 0)) <= Fraction(1, 2)
        assert (line.lack is None) == (line.least is not None)


@many
@given(st.fractions(0, 10**9, max_denominator=10**6))
def test_half_a_rial_goes_up(amount):
    assert -Fraction(1, 2) < rounded(amount) - amount <= Fraction(1, 2)
