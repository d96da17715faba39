"""Cost bills: the worked cases by name, what has no data, and what is said beside each figure."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.checks.costs import cost_bill
from assistant.domain.cost_bill import (
    AttackedPart,
    BillRequest,
    FinancialClaim,
    ImmovableClaim,
    Lack,
    NonFinancialClaim,
    OfficeService,
    Purse,
    RaisedClaim,
    UnknownValueClaim,
    UnpricedClaim,
    ValuelessClaim,
)
from assistant.domain.court_costs import Topic
from assistant.domain.jalali import to_gregorian
from assistant.domain.value_problem import ValueProblem
from tests.tariffs import tariffs

CASES = json.loads(Path(__file__).with_name("court_cost_cases.json").read_text(encoding="utf-8"))
KINDS = {
    "financial": FinancialClaim,
    "immovable": ImmovableClaim,
    "non_financial": NonFinancialClaim,
    "part": AttackedPart,
    "raised": RaisedClaim,
    "unknown": UnknownValueClaim,
}
HIGHER = ("opposition", "appeal", "cassation", "retrial", "third_party_objection")


def claim(spec):
    values = {key: Fraction(value) if key == "area" else value for key, value in spec.items() if key != "kind"}
    return KINDS[spec["kind"]](**values)


def bill(stage="first_instance", *claims, on="1405-09-01", **more):
    return cost_bill(BillRequest(stage, to_gregorian(on), tuple(claims), **more), *tariffs())


def only_line(*args, **more):
    (line,) = bill(*args, **more).lines
    return line


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_worked_fee(case):
    office = OfficeService(**case["office"]) if "office" in case else None
    found = bill(case["stage"], *map(claim, case["claims"]), on=case["on"], office=office)
    assert (found.least, found.most) == (case["least"], case["most"])
    assert found.lacking == ()


def test_all_worked_cases_are_here():
    assert {case["id"].partition("-")[0] for case in CASES} == {*(f"F{n:02}" for n in range(1, 20)), "T01"}


def test_half_a_rial_is_rounded_up_and_less_is_dropped():
    assert only_line("council", FinancialClaim(200_000_015)).steps[-1].result == Fraction(2_500_000) + Fraction(21, 80)
    assert only_line("first_instance", FinancialClaim(20)).least == 1  # 0.5
    assert only_line("first_instance", FinancialClaim(19)).least == 0  # 0.475


def test_the_year_decides_whether_a_price_counts_as_confirmed():
    confirmed = only_line("first_instance", NonFinancialClaim(), on="1403-12-30")
    assert (confirmed.is_confirmed, confirmed.grade) == (True, "2+")
    presumed = only_line("first_instance", NonFinancialClaim(), on="1404-01-01")
    assert (presumed.is_confirmed, presumed.grade) == (False, "own")


def test_the_bands_were_seen_in_one_place_for_1405_and_nowhere_for_1404():
    seen = only_line("first_instance", FinancialClaim(10**9), on="1405-09-01")
    assert (seen.is_confirmed, seen.grade) == (True, "1")
    presumed = only_line("first_instance", FinancialClaim(10**9), on="1404-09-01")
    assert (presumed.is_confirmed, presumed.grade) == (False, "own")


def test_the_council_is_as_sure_as_the_rate_it_halves():
    assert only_line("council", FinancialClaim(10**9), on="1404-09-01").grade == "own"
    assert only_line("council", FinancialClaim(10**9), on="1403-09-01").grade == "1"


def test_before_the_first_row_there_is_no_figure():
    line = only_line("first_instance", FinancialClaim(10**9), on="1395-12-30")
    assert (line.least, line.lack) == (None, Lack.NO_TARIFF)


def test_the_council_has_no_price_before_the_act_that_made_it():
    assert only_line("council", FinancialClaim(10**9), on="1402-06-21").lack is Lack.NO_TARIFF


@pytest.mark.parametrize("stage", HIGHER)
def test_a_non_financial_claim_at_a_higher_stage_has_no_data(stage):
    assert only_line(stage, NonFinancialClaim()).lack is Lack.NO_TARIFF


@pytest.mark.parametrize("stage", [*HIGHER, "council"])
def test_the_advance_for_an_unknown_value_is_known_at_first_instance_only(stage):
    assert only_line(stage, UnknownValueClaim()).lack is Lack.NO_TARIFF


def test_a_line_without_data_stays_out_of_the_total_and_is_named():
    found = bill("appeal", FinancialClaim(10**9), NonFinancialClaim())
    assert (found.least, found.most) == (45_000_000, 45_000_000)
    assert [line.lack for line in found.lacking] == [Lack.NO_TARIFF]


def test_a_claim_whose_price_was_not_entered_has_a_line_without_a_figure():
    assert only_line("first_instance", ValuelessClaim("مطالبه وجه")).lack is Lack.NO_VALUE


def test_what_is_claimed_with_the_principal_costs_nothing_and_says_why():
    line = only_line("first_instance", UnpricedClaim("خسارت"))
    assert (line.least, line.most, line.grade) == (0, 0, "own")
    assert [each.about for each in line.statements] == [Topic.UNPRICED]


def test_a_balance_is_never_below_nothing():
    assert only_line("first_instance", UnknownValueClaim(found=1_000_000)).least == 0


def test_sheets_and_copies_are_counted():
    found = bill(sheets=3, copies=2)
    assert [(line.least, line.grade, line.is_confirmed) for line in found.lines] == [
        (60_000, "own", False),
        (600_000, "disputed", False),
    ]


def test_a_petition_with_a_price_of_its_own_ignores_claims():
    line = only_line("divan_first", FinancialClaim(10**9), on="1403-05-01")
    assert (line.least, line.is_confirmed) == (200_000, True)


def test_the_office_has_no_prices_for_1405_and_says_so_once():
    line = only_line(office=OfficeService("petition", 5, 9, True))
    assert (line.purse, line.least, line.lack) == (Purse.OFFICE, None, Lack.NO_TARIFF)


def test_the_office_has_no_prices_for_a_year_between_two_tables():
    assert only_line(office=OfficeService("petition"), on="1400-05-01").lack is Lack.NO_TARIFF


def test_what_the_base_price_covers_is_an_assumption_in_1403():
    found = bill(office=OfficeService("petition", persons=4, pages=2), on="1403-05-01")
    assert [(line.least, line.grade) for line in found.lines] == [(770_000, "1"), (140_000, "own")]


def test_without_knowing_what_the_base_price_covers_there_is_no_figure_for_more():
    found = bill(office=OfficeService("brief", pages=3), on="1403-05-01")
    assert [line.lack for line in found.lines] == [None, Lack.NO_PRICE]


def test_a_price_of_1404_rests_on_one_weak_source():
    assert only_line(office=OfficeService("brief"), on="1404-05-01").grade == "disputed"


def test_after_the_verified_until_date_the_bill_says_so():
    assert not bill("first_instance", FinancialClaim(10**6), on="1405-12-29").is_overdue
    assert bill("first_instance", FinancialClaim(10**6), on="1406-01-01").is_overdue


def test_every_line_names_its_basis_its_grade_and_from_when_it_holds():
    request = BillRequest(
        "first_instance",
        to_gregorian("1403-07-01"),
        (FinancialClaim(10**9), NonFinancialClaim(), UnknownValueClaim(), ImmovableClaim(10**8)),
        1,
        1,
        OfficeService("petition", 4, 5, True),
    )
    for line in cost_bill(request, *tariffs()).lines:
        assert line.citations, line.title
        assert line.grade, line.title
        assert line.valid_from is not None, line.title


def test_every_bill_says_that_the_figure_of_the_system_is_final_and_how_it_was_rounded():
    topics = [each.about for each in bill().statements]
    assert {Topic.FINAL_FIGURE, Topic.ROUNDING} <= set(topics)
    assert Topic.SEVERAL_CLAIMS not in topics


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: FinancialClaim(0), "amount_zero"),
        (lambda: FinancialClaim(-1), "amount_negative"),
        (lambda: FinancialClaim(10**18 + 1), "amount_too_large"),
        (lambda: ImmovableClaim(10**9, Fraction(10**9)), "amount_too_large"),
        (lambda: ImmovableClaim(10**9, Fraction(0)), "area_zero"),
        (lambda: RaisedClaim(800, 800), "amount_not_raised"),
        (lambda: AttackedPart(100, 200, by_plaintiff=True), "awarded_over_claim"),
        (lambda: AttackedPart(100, 100, by_plaintiff=True), "nothing_attacked"),
        (lambda: AttackedPart(100, 0, by_plaintiff=False), "nothing_attacked"),
        (lambda: OfficeService("petition", persons=-1), "count_negative"),
        (lambda: bill(sheets=10_001), "number_too_large"),
        (lambda: bill("no_such_stage"), "choice_unknown"),
    ],
)
def test_what_cannot_be_priced_is_refused(make, code):
    with pytest.raises(ValueProblem) as caught:
        make()
    assert caught.value.code == code
