"""How well examples prove a rule: what is noticed, what is proposed, and what is called the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from assistant.checks.mutation import Change
from assistant.domain.form import Form
from assistant.domain.jalali import to_gregorian
from assistant.domain.library import Library
from assistant.domain.rule import Expected, InForce, Rule, RuleExample, RuleStatus, SurvivorNote
from assistant.services.mutating import RuleScore, Survivor, mutation_scores, score
from tests.checks import deadline_world
from tests.tiny_house.house import field, form_of, library_of, parameter, rule, template_of

FORM = form_of(
    field("amount", "rial_amount"),
    field("reason", "choice", options=["loan", "sale", "gift"]),
    field("lent_on", "jalali_date"),
    field("has_card", "yes_no"),
    field("card_expired", "yes_no", shown_when="has_card == true"),
    field(
        "books",
        "list",
        item_label="کتاب",
        fields=[field("price", "rial_amount"), field("state", "choice", options=["lost", "torn", "whole"])],
    ),
)
CEILING = parameter("ceiling", ("1400-01-01", 50), unit="rial")


def example(expect: str, answers: Mapping[str, Any], *, on: str = "1405-09-01", **more: Any) -> RuleExample:
    missing, points_at = tuple(more.pop("missing", ())), tuple(more.pop("points_at", ()))
    return RuleExample("نمونه", "tiny", {"on": on, "answers": answers, **more}, Expected(expect), missing, points_at)


def one(when: str, *examples: RuleExample, points_at: str = "amount", **more: Any) -> Rule:
    return replace(rule("one", when, points_at, **more), examples=examples)


def score_of(made: Rule, form: Form = FORM, library: Library | None = None) -> RuleScore:
    (found,) = mutation_scores(library or library_of([template_of(form)], [made], [CEILING]), [made])
    return found


def unproven(found: RuleScore, change: Change) -> Sequence[Survivor]:
    return [each for each in found.unproven if each.mutant.change is change]


def with_proposals(made: Rule, found: RuleScore) -> Rule:
    """The rule after a reader has confirmed every proposal."""
    proposals = [each.proposal for each in found.survivors if each.proposal is not None]
    added = [RuleExample("پیشنهاد", p.template, p.case, p.expect, p.missing, p.points_at) for p in proposals]
    return replace(made, examples=(*made.examples, *added))


LIMIT = (
    example("fires", {"amount": 11}),
    example("clear", {"amount": 10}),
    example("undetermined", {}, open=[], missing=["amount"]),
)


def test_examples_on_the_limit_prove_a_limit() -> None:
    found = score_of(one("amount > 10", *LIMIT))
    assert found.killed > 0
    assert found.survivors == ()
    assert score([found]) == 1.0


# Each kind of change: alive without its example, known with it

NEEDED = [
    (Change.BOUND, "amount > 10", [example("fires", {"amount": 90}), LIMIT[1]], LIMIT[0]),
    (Change.OPERATOR, "amount > 10", [LIMIT[0], example("clear", {"amount": 2})], LIMIT[1]),
    (
        Change.DROPPED,
        "amount > 10 && reason == 'loan'",
        [example("fires", {"amount": 11, "reason": "loan"}), example("clear", {"amount": 10, "reason": "loan"})],
        example("clear", {"amount": 11, "reason": "sale"}),
    ),
    (
        Change.ITEM,
        "reason in ['loan', 'sale']",
        [example("fires", {"reason": "loan"}), example("clear", {"reason": "gift"})],
        example("fires", {"reason": "sale"}),
    ),
    (
        Change.NEGATED,
        "amount > 10 || blank(reason)",
        [example("fires", {"amount": 11})],
        example("clear", {"amount": 10, "reason": "loan"}),
    ),
    (
        Change.QUANTIFIER,
        "books.exists(b, b.state == 'lost')",
        [example("fires", {"books": [{"state": "lost"}]}), example("clear", {"books": [{"state": "torn"}]})],
        example("fires", {"books": [{"state": "lost"}, {"state": "torn"}]}),
    ),
]


@pytest.mark.parametrize(("change", "when", "before", "needed"), NEEDED, ids=[each[0].value for each in NEEDED])
def test_a_change_lives_until_an_example_tells_it(
    change: Change, when: str, before: Sequence[RuleExample], needed: RuleExample
) -> None:
    alive = unproven(score_of(one(when, *before)), change)
    after = unproven(score_of(one(when, *before, needed)), change)
    assert len(after) < len(alive)


@pytest.mark.parametrize(("change", "when", "before", "needed"), NEEDED, ids=[each[0].value for each in NEEDED])
def test_confirmed_proposals_leave_nothing_unproven(
    change: Change, when: str, before: Sequence[RuleExample], needed: RuleExample
) -> None:
    thin = one(when, *before)
    found = score_of(thin)
    assert found.unproven
    again = score_of(with_proposals(thin, found))
    assert again.unproven == ()
    assert again.killed == found.killed + len(found.unproven)


def test_a_limit_held_by_a_parameter_is_met_exactly() -> None:
    thin = one("amount > parameter('ceiling')", example("fires", {"amount": 900}), example("clear", {"amount": 1}))
    found = score_of(thin)
    tried = {each.proposal.case["answers"]["amount"] for each in found.unproven if each.proposal}
    assert tried == {50, 51}


# The same condition in other words


def test_a_guard_that_the_form_keeps_already_says_nothing_more() -> None:
    guarded = one(
        "has_card == true && card_expired == true",
        example("fires", {"has_card": True, "card_expired": True}),
        example("clear", {"has_card": True, "card_expired": False}),
        example("clear", {"has_card": False}),
        example("undetermined", {}, open=[], missing=["has_card"]),
        example("undetermined", {"has_card": True}, open=[], missing=["card_expired"]),
    )
    found = score_of(guarded)
    (same,) = found.survivors
    assert same.mutant.source == "card_expired == true"
    assert same.proposal is None
    assert same.asked_only_then == "card_expired"
    assert found.unproven == ()
    assert score([found]) == 1.0


def test_a_guard_of_an_element_is_seen_too() -> None:
    shelf = form_of(
        field(
            "books",
            "list",
            item_label="کتاب",
            fields=[field("torn", "yes_no"), field("repaired", "yes_no", shown_when="this.torn == true")],
        )
    )
    guarded = one(
        "b.torn == true && b.repaired == false",
        example("fires", {"books": [{"torn": True, "repaired": False}]}),
        example("clear", {"books": [{"torn": True, "repaired": True}]}),
        example("clear", {"books": [{"torn": False}]}),
        each="books as b",
        points_at="b.torn",
    )
    same = [each for each in score_of(guarded, shelf).survivors if each.proposal is None]
    assert [(each.mutant.part, each.asked_only_then) for each in same] == [("b.torn == true", "books[].repaired")]


# Notes on changes that say the same


DOUBLE = "amount * 2 > 20"
HALF = (example("fires", {"amount": 11}), example("clear", {"amount": 10}))
EVEN = SurvivorNote("bound", "amount*2 > 20", "دو برابر یک مبلغ زوج است")


def test_a_survivor_nobody_has_explained_counts_against_the_rule() -> None:
    found = score_of(one(DOUBLE, *HALF))
    (left,) = found.survivors
    assert left.proposal is None
    assert found.unproven == (left,)
    assert score([found]) < 1.0


def test_a_note_in_the_file_explains_a_survivor() -> None:
    found = score_of(replace(one(DOUBLE, *HALF), survivors=(EVEN,)))
    (left,) = found.survivors
    assert left.note == EVEN
    assert found.unproven == ()
    assert found.idle_notes == ()


@pytest.mark.parametrize(
    "note",
    [
        replace(EVEN, part="amount * 2 > 30"),
        replace(EVEN, change="operator"),
        replace(EVEN, part="amount ** 2"),
    ],
    ids=["another part", "another change", "no condition"],
)
def test_a_note_that_explains_nothing_is_told(note: SurvivorNote) -> None:
    found = score_of(replace(one(DOUBLE, *HALF), survivors=(note,)))
    assert len(found.unproven) == 1
    assert found.idle_notes == (note,)


def test_a_note_does_not_outweigh_a_case_that_tells_the_change_apart() -> None:
    wrong = SurvivorNote("bound", "amount > 10", "گویا همان است")
    thin = one("amount > 10", example("fires", {"amount": 90}), example("clear", {"amount": 2}))
    found = score_of(replace(thin, survivors=(wrong,)))
    assert unproven(found, Change.BOUND)
    assert found.idle_notes == (wrong,)


# What an example holds a rule to


STATES = "b.state in ['lost', 'torn']"
TWO_BOOKS = {"books": [{"state": "lost"}, {"state": "torn"}]}
WHOLE = example("clear", {"books": [{"state": "whole"}]})


def test_an_example_that_names_no_element_does_not_tell_which_one_the_rule_meant() -> None:
    silent = one(STATES, example("fires", TWO_BOOKS), WHOLE, each="books as b", points_at="b.state")
    assert len(unproven(score_of(silent), Change.ITEM)) == 2


def test_an_example_that_names_both_elements_proves_both_members() -> None:
    both = ["books[0].state", "books[1].state"]
    named = one(STATES, example("fires", TWO_BOOKS, points_at=both), WHOLE, each="books as b", points_at="b.state")
    assert unproven(score_of(named), Change.ITEM) == []


def test_where_only_the_element_tells_two_conditions_apart_the_proposal_names_it() -> None:
    thin = one(
        "size(books) > 1 && b.price > 10 && books.exists(x, x.price > 90)",
        example("fires", {"books": [{"price": 91}, {"price": 91}]}),
        example("clear", {"books": [{"price": 91}]}),
        example("clear", {"books": [{"price": 90}, {"price": 90}]}),
        each="books as b",
        points_at="b.price",
    )
    found = score_of(thin)
    named = [each.proposal for each in found.unproven if each.proposal and each.proposal.points_at]
    assert named
    again = score_of(with_proposals(thin, found))
    assert len(again.unproven) < len(found.unproven)


def test_missing_answers_are_part_of_what_is_proven() -> None:
    both = one("amount > 10 || reason == 'loan'", example("undetermined", {}, open=[], missing=["amount", "reason"]))
    assert score_of(both).killed >= 2


def test_an_example_from_before_the_rule_proves_nothing() -> None:
    young = InForce(from_date=to_gregorian("1405-01-01"))
    old = one("amount > 10", example("fires", {"amount": 11}, on="1404-12-29"), in_force=young)
    assert score_of(old).killed == 0


# Periods


def test_the_last_day_of_a_period_and_the_day_after_are_proposed() -> None:
    late = one(
        "today > last_day('made_up', served, abroad)",
        example("fires", {"served": "1405-01-20", "abroad": False}, on="1405-07-23"),
        example("clear", {"served": "1405-07-20", "abroad": False}, on="1405-07-23"),
        points_at="served",
    )
    found = score_of(late, library=deadline_world.library(late))
    days = {each.proposal.case["answers"]["served"] for each in unproven(found, Change.BOUND) if each.proposal}
    assert days == {"1405-07-01", "1405-07-02"}  # one day late; on the last day


def test_an_end_on_a_holiday_is_proposed() -> None:
    late = one(
        "today > or_else(last_day('made_up', served), add_days(served, 21))",
        example("fires", {"served": "1405-07-01"}, on="1405-07-23"),
        example("clear", {"served": "1405-07-02"}, on="1405-07-23"),
        points_at="served",
    )
    found = score_of(late, library=deadline_world.library(late))
    (plain,) = [each for each in found.unproven if each.mutant.after == "add_days(served, 21)"]
    assert plain.proposal is not None
    assert plain.proposal.expect is Expected.CLEAR  # the day after the twenty-first, which was a Friday


def test_what_holds_where_no_table_holds_is_proposed_from_such_a_year() -> None:
    late = one(
        "today > or_else(last_day('made_up', served), add_days(served, 21))",
        example("fires", {"served": "1405-07-01", "abroad": False}, on="1405-07-23"),
        example("clear", {"served": "1405-07-02", "abroad": False}, on="1405-07-23"),
        points_at="served",
    )
    found = score_of(late, library=deadline_world.library(late))
    (gone,) = [each for each in found.unproven if each.mutant.after == "last_day('made_up', served)"]
    assert gone.proposal is not None
    assert gone.proposal.case["on"] < "1391"
    assert gone.proposal.expect is Expected.FIRES


# What has no score


def test_a_retired_rule_and_a_rule_without_examples_have_no_score() -> None:
    gone = replace(one("amount > 10", *LIMIT), status=RuleStatus.RETIRED)
    bare = one("amount > 10")
    for each in (gone, bare):
        assert list(mutation_scores(library_of([template_of(FORM)], [each]), [each])) == []


def test_an_example_that_cannot_be_read_proves_nothing() -> None:
    broken = one("amount > 10", example("fires", {"amount": {"not": "a number"}}))
    assert score_of(broken).killed == 0


def test_an_example_that_does_not_hold_itself_proves_nothing() -> None:
    wrong = one("amount > 10", example("clear", {"amount": 11}))
    assert score_of(wrong).killed == 0


def test_nothing_to_prove_is_proven() -> None:
    assert score([]) == 1.0
