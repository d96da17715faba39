"""The worked calculations come out of the experts' tables, one by one and by name; the tables hold together."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.checks.calculators.registry import ANNUAL, ANNUAL_1383, ENGINES, MONTHLY, calculate, read
from assistant.domain.money import parse_rial
from assistant.domain.price_index import Month

CASES = json.loads((Path(__file__).parents[1] / "checks" / "calculator_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['title']}" for case in CASES])
def test_a_worked_calculation_comes_out_to_the_rial(library, case):
    if case["calculator"] == "toman":
        assert parse_rial(f"{case['typed']['toman']} تومان") == case["amount"]
        return
    reading = read(library, case["calculator"], case["typed"])
    assert reading.problems == {}
    variant = calculate(library, case["calculator"], reading).variant(case["variant"])
    assert variant is not None
    assert (variant.amount, variant.total) == (case.get("amount"), case.get("total"))
    if "figures" in case:
        figures = [float(each.text) for each in variant.used]
        assert figures == case["figures"][: len(figures)]
    for heir, amounts in case.get("shares", {}).items():
        assert [each.amount for each in variant.shares if each.heir == heir] == amounts


def test_all_fourteen_worked_calculations_are_there():
    assert [case["id"] for case in CASES] == [f"C{number:02}" for number in range(1, 15)]


def test_every_calculator_of_the_program_has_its_words(library):
    assert set(library.calculators) == set(ENGINES)


def test_nothing_stands_after_the_last_announced_month(library):
    table = library.indices[MONTHLY]
    assert table.last == Month(1405, 6)
    assert len(table.values) == 30 * 12 + 6
    assert not table.has(Month(1405, 7))


def test_the_months_that_may_still_change_are_marked(library):
    table = library.indices[MONTHLY]
    provisional = [month for month, value in table.values.items() if value.status == "provisional"]
    assert provisional == [Month(1404, 10), Month(1404, 11), Month(1404, 12), *(Month(1405, m) for m in range(1, 7))]


def test_the_index_of_1403_stands_with_both_figures(library):
    value = library.indices[ANNUAL].year(1403)
    assert [each.text for each in value.figures] == ["1324.008", "1306.77"]
    assert value.grade == "disputed"


def test_a_whole_ratio_is_the_same_in_every_base_year_but_for_rounding(library):
    newer, older = library.indices[ANNUAL], library.indices[ANNUAL_1383]
    years = [each.year for each in older.values]
    for first in years:
        for last in (year for year in years if year > first):
            bands = []
            for table in (newer, older):
                below, above = table.year(first), table.year(last)
                low = (above.value - above.half_unit) / (below.value + below.half_unit)
                high = (above.value + above.half_unit) / (below.value - below.half_unit)
                bands.append((low, high))
            (low, high), (other_low, other_high) = bands
            assert low <= other_high * Fraction(1005, 1000), (first, last)
            assert other_low <= high * Fraction(1005, 1000), (first, last)
