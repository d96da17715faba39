"""Cost bills in words: digits and signs exact, doubts named, sums without what has no data."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.costs import cost_bill
from assistant.domain.characters import latin_digits
from assistant.domain.cost_bill import BillRequest, FinancialClaim, NonFinancialClaim, Operation, Step
from assistant.domain.jalali import to_gregorian
from assistant.services.cost_view import formula, show_number, view_of
from tests.tariffs import tariffs


def view(*claims, on="1405-09-01", stage="first_instance"):
    costs, tariff = tariffs()
    return view_of(cost_bill(BillRequest(stage, to_gregorian(on), claims), costs, tariff), costs, tariff)


@pytest.mark.parametrize(
    ("operation", "terms", "shown"),
    [
        (Operation.RATE, ("1", "0.035"), "۱ × ۳٫۵٪ = ۰٫۰۳۵"),
        (Operation.FACTOR, ("12000001", "0.5"), "۱۲٬۰۰۰٬۰۰۱ × ۰٫۵ = ۶٬۰۰۰٬۰۰۰٫۵"),
        (Operation.AREA, ("120.5", "1000"), "۱۲۰٫۵ × ۱٬۰۰۰ = ۱۲۰٬۵۰۰"),
    ],
)
def test_a_formula_is_exact(operation, terms, shown):
    left, right = map(Fraction, terms)
    assert formula(Step(operation, (left, right), left * right)) == shown


@given(st.integers(0, 10**18), st.integers(0, 10**6 - 1))
def test_a_number_reads_as_it_is(whole, millionths):
    number = whole + Fraction(millionths, 10**6)
    assert Fraction(latin_digits(show_number(number)).replace("٬", "").replace("٫", ".")) == number


def test_a_rounded_line_shows_what_it_was_rounded_from():
    (purse,) = view(FinancialClaim(200_000_001)).purses
    assert (purse.lines[0].amount, purse.lines[0].rounding) == ("۵٬۰۰۰٬۰۰۰ ریال", "۵٬۰۰۰٬۰۰۰٫۰۳۵")
    (purse,) = view(FinancialClaim(200_000_000)).purses
    assert purse.lines[0].rounding == ""


def test_a_bill_without_any_figure_has_no_total():
    found = view(FinancialClaim(10**9), on="1390-01-01")
    assert (found.total, found.lacking) == ("", "هزینه دعوای مالی، مرحله نخستین")
    assert found.purses[0].total == ""


def test_a_range_is_said_in_digits_words_and_tomans():
    found = view(NonFinancialClaim())
    assert found.total == "۴۰۰٬۰۰۰ تا ۱٬۸۰۰٬۰۰۰ ریال"
    assert found.words == ("چهارصد هزار ریال", "یک میلیون و هشتصد هزار ریال")
    assert found.tomans == "۴۰٬۰۰۰ تومان تا ۱۸۰٬۰۰۰ تومان"


def test_doubt_and_overdue_data_are_named():
    assert view(NonFinancialClaim()).doubt == "برای سال ۱۴۰۵ تأیید نشده است"
    assert view(FinancialClaim(5)).doubt == ""
    assert "۱۴۰۵/۱۲/۲۹" in view(FinancialClaim(5), on="1406-02-01").overdue


def test_the_final_figure_is_said_with_the_figures_and_the_rest_apart():
    found = view(FinancialClaim(5))
    assert any("رقم نهایی" in each.text for each in found.statements)
    assert any("وکالت‌نامه" in each.text for each in found.general)
