"""The index of all rules: families in their order, counts by what rules are, and every way of narrowing it."""

import pytest

from assistant.services.rule_index_page import RuleIndexPage, rule_index_page
from assistant.services.rule_shelf import build_shelf
from tests.services.expert_world import expert_library

SHELF = build_shelf(expert_library())


def page_of(**typed: str) -> RuleIndexPage:
    return rule_index_page(SHELF, ("barn", "field"), typed)


def shown(**typed: str) -> set[str]:
    return {each.rule.id for family in page_of(**typed).families for each in family.rules}


ALL = {"height-over-limit", "width-unknown", "waiting-one", "retired-one", "ruled-one"}


def test_everything_is_shown_by_family_with_folders_no_family_names_last():
    page = page_of()
    assert [family.family.id for family in page.families] == ["measures", "old"]
    assert (page.shown, page.total) == (5, 5)
    assert page.choice.as_query == {}


def test_within_a_family_the_heavier_level_comes_first():
    (first, *_) = page_of().families[0].rules
    assert first.rule.id == "height-over-limit"


def test_counts_tell_level_grade_certainty_and_state_of_each_family():
    (family, _) = page_of().families
    assert family.counts["level"] == {"L1": 0, "L2": 1, "L3": 2, "L4": 1}
    assert family.counts["grade"] == {"disputed": 1, "own": 2, "1": 0, "2+": 1}
    assert family.counts["certainty"]["disputed"] == 1
    assert family.counts["state"] == {"active": 3, "waiting": 1, "draft": 0, "retired": 0}


def test_values_that_no_rule_has_are_offered_to_nobody():
    assert page_of(q="zzz").used["state"] == ("active", "waiting", "retired")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"family": "old"}, {"retired-one"}),
        ({"ground": "7-1"}, {"height-over-limit", "waiting-one"}),
        ({"template": "field"}, {"width-unknown", "retired-one"}),
        ({"template": "barn", "state": "active"}, {"height-over-limit", "width-unknown", "ruled-one"}),
        ({"level": "L4"}, {"width-unknown"}),
        ({"grade": "2+"}, {"height-over-limit"}),
        ({"certainty": "disputed"}, {"width-unknown"}),
        ({"state": "waiting"}, {"waiting-one"}),
        ({"level": "L4", "grade": "2+"}, set()),
    ],
)
def test_a_choice_narrows_the_list(typed, found):
    assert shown(**typed) == found


@pytest.mark.parametrize(
    "query", ["بلندي بيش", "بلندی  بیش", "بلندیِ بیش", "بلندیبیش", "height-OVER", "ماده ۲۱ club بلندی"]
)
def test_a_word_is_found_however_it_is_written(query):
    assert shown(q=query) == {"height-over-limit"}


@pytest.mark.parametrize("typed", [{"level": "L9"}, {"family": "<script>"}, {"template": "none"}, {"state": "ACTIVE"}])
def test_a_choice_nobody_offers_is_no_choice(typed):
    assert shown(**typed) == ALL
    assert page_of(**typed).choice.as_query == {}


def test_an_endless_query_is_cut():
    assert len(page_of(q="ب" * 5000).choice.q) == 200
