"""Small changes of a condition: each kind is made, once, and none says what the condition says already."""

import pytest

from assistant.checks.mutation import Change, mutants_of
from assistant.domain.condition import TypeEnvironment, compile_condition
from assistant.domain.form_types import type_of_form, types_of_parameters
from tests.tiny_house.house import field, form_of, parameter

FORM = form_of(
    field("amount", "rial_amount"),
    field("signed", "yes_no"),
    field("lent_on", "jalali_date"),
    field("reason", "choice", options=["loan", "sale", "gift"]),
    field("marks", "choices", options=["old", "torn"]),
    field("books", "list", item_label="کتاب", fields=[field("price", "rial_amount"), field("lost", "yes_no")]),
)
ENVIRONMENT = TypeEnvironment(
    type_of_form(FORM),
    parameters=types_of_parameters({"ceiling": parameter("ceiling", ("1400-01-01", 9), unit="rial")}),
    periods=frozenset({"ten_days"}),
)


def changed(source: str) -> dict[Change, set[str]]:
    """Kind of change → the whole changed conditions."""
    found: dict[Change, set[str]] = {}
    for mutant in mutants_of(compile_condition(source, ENVIRONMENT)):
        found.setdefault(mutant.change, set()).add(mutant.source)
    return found


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("reason == 'loan'", {"reason != 'loan'"}),
        ("reason != 'loan'", {"reason == 'loan'"}),
        ("amount < 5", {"amount <= 5", "amount > 5"}),
        ("amount <= 5", {"amount < 5", "amount >= 5"}),
        ("amount > 5", {"amount >= 5", "amount < 5"}),
        ("amount >= 5", {"amount > 5", "amount <= 5"}),
    ],
)
def test_a_comparison_is_made_with_its_neighbours_and_its_opposite(source: str, others: set[str]) -> None:
    assert changed(source)[Change.OPERATOR] == others


def test_a_limit_is_moved_by_one_to_both_sides() -> None:
    assert changed("amount > 5")[Change.BOUND] == {"amount > 5 + 1", "amount > 5 - 1"}
    assert changed("amount > parameter('ceiling')")[Change.BOUND] == {
        "amount > parameter('ceiling') + 1",
        "amount > parameter('ceiling') - 1",
    }


def test_a_day_is_moved_by_one_day() -> None:
    assert changed("lent_on < today")[Change.BOUND] == {
        "lent_on < add_days(today, 1)",
        "lent_on < add_days(today, -1)",
    }


def test_equality_has_no_limit_to_move() -> None:
    assert Change.BOUND not in changed("amount == 5")


def test_each_part_is_left_out_and_the_joint_exchanged() -> None:
    found = changed("amount > 5 && reason == 'loan' && signed")
    assert found[Change.DROPPED] == {
        "reason == 'loan' && signed",
        "amount > 5 && signed",
        "amount > 5 && reason == 'loan'",
    }
    assert "amount > 5 || reason == 'loan' || signed" in found[Change.OPERATOR]


def test_an_inner_part_is_left_out_in_its_place() -> None:
    assert "signed && (lent_on < today)" not in changed("signed && (amount > 5 || lent_on < today)")[Change.DROPPED]
    assert "signed && lent_on < today" in changed("signed && (amount > 5 || lent_on < today)")[Change.DROPPED]


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("blank(amount)", "!blank(amount)"),
        ("!(reason == 'loan')", "reason == 'loan'"),
        ("reason in ['loan', 'sale']", "!(reason in ['loan', 'sale'])"),
        ("signed && amount > 5", "!signed && amount > 5"),
    ],
)
def test_a_leaf_is_turned_around(source: str, other: str) -> None:
    assert other in changed(source)[Change.NEGATED]


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("books.exists(b, b.lost)", "books.all(b, b.lost)"),
        ("books.all(b, b.lost)", "books.exists(b, b.lost)"),
        ("books.exists_one(b, b.lost)", "books.exists(b, b.lost)"),
    ],
)
def test_some_and_all_are_exchanged(source: str, other: str) -> None:
    assert changed(source)[Change.QUANTIFIER] == {other}


def test_each_member_of_a_list_is_left_out() -> None:
    assert changed("reason in ['loan', 'sale', 'gift']")[Change.ITEM] == {
        "reason in ['sale', 'gift']",
        "reason in ['loan', 'gift']",
        "reason in ['loan', 'sale']",
    }


def test_the_only_member_of_a_list_stays() -> None:
    assert Change.ITEM not in changed("reason in ['loan']")


def test_a_sum_is_reckoned_otherwise() -> None:
    assert changed("amount + 5 == 9")[Change.RECKONING] == {"amount - 5 == 9", "amount + 6 == 9", "amount + 4 == 9"}
    assert changed("2 * amount == 9")[Change.RECKONING] == {"2 + amount == 9", "3 * amount == 9", "1 * amount == 9"}


def test_a_day_is_reckoned_one_day_more_and_one_day_less() -> None:
    assert changed("add_days(lent_on, 3) == today")[Change.RECKONING] == {
        "add_days(lent_on, 4) == today",
        "add_days(lent_on, 2) == today",
    }


def test_the_first_choice_and_the_second_stand_alone() -> None:
    found = changed("today > or_else(last_day('ten_days', lent_on, true), add_days(lent_on, 10))")
    assert found[Change.DROPPED] == {
        "today > last_day('ten_days', lent_on, true)",
        "today > add_days(lent_on, 10)",
    }
    assert "today > or_else(last_day('ten_days', lent_on, false), add_days(lent_on, 10))" in found[Change.NEGATED]


def test_each_branch_of_a_choice_stands_alone() -> None:
    assert changed("(signed ? amount : 7) == 9")[Change.DROPPED] == {"amount == 9", "7 == 9"}


@pytest.mark.parametrize(
    "source",
    [
        "amount > 5 && (reason in ['loan', 'sale'] || blank(lent_on)) && !('torn' in marks)",
        "books.exists(b, b.price > amount && b.lost == true) || !books.all(b, answered(b.price))",
        "amount > 5 && amount > 5",
    ],
)
def test_every_changed_condition_is_written_once_and_none_as_it_was(source: str) -> None:
    whole = [mutant.source for mutant in mutants_of(compile_condition(source, ENVIRONMENT))]
    assert len(whole) == len(set(whole))
    assert source not in whole
    for each in whole:
        compile_condition(each, ENVIRONMENT)


def test_the_place_of_a_change_is_where_it_starts_in_the_condition() -> None:
    source = "signed && amount > 5"
    limits = [each for each in mutants_of(compile_condition(source, ENVIRONMENT)) if each.change is Change.BOUND]
    assert {each.position for each in limits} == {source.index("amount")}
    assert {each.before for each in limits} == {"amount > 5"}
