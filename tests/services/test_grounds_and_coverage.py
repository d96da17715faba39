"""Which rules touch which ground, which rows nobody covers, and how many rules reach each template."""

from dataclasses import replace

import pytest

from assistant.domain.decision_table import DecisionTable, TableRow
from assistant.domain.rule import AppliesTo
from assistant.services.coverage_page import By, coverage_page
from assistant.services.grounds_page import grounds_page, spans
from assistant.services.rule_shelf import build_shelf
from tests.services.expert_world import expert_library

LIBRARY = expert_library()
SHELF = build_shelf(LIBRARY)


def lines(library=LIBRARY):
    (article,) = grounds_page(library, build_shelf(library))
    return article.lines


def test_a_rule_stands_under_the_grounds_of_its_rows_and_of_the_clauses_it_cites():
    assert [{each.rule.id for each in line.rules} for line in lines()] == [
        {"height-over-limit", "waiting-one"},
        {"height-over-limit", "width-unknown"},
        set(),
    ]


def test_rows_without_a_rule_are_told_as_spans_and_a_rule_set_aside_covers_none():
    first, second, third = lines()
    assert (first.uncovered, first.covered_count) == ((), 2)
    assert (second.uncovered, second.covered_count) == (((4, 6),), 1)
    assert third.uncovered == ((20, 20),)


def test_a_row_that_only_a_table_of_courts_covers_is_told_apart():
    row = TableRow("r", "x", AppliesTo(), "true", "true", (), (), (), ("5",), "own")
    with_table = replace(LIBRARY, tables={"forum": DecisionTable("forum", "x", "court", (row,))})
    second = lines(with_table)[1]
    assert (second.by_table, second.uncovered) == (((5, 5),), ((4, 4), (6, 6)))


@pytest.mark.parametrize(("rows", "told"), [([], ()), ([3], ((3, 3),)), ([9, 1, 2, 3], ((1, 3), (9, 9)))])
def test_neighbouring_rows_become_one_span(rows, told):
    assert spans(rows) == told


def test_outcomes_are_told_by_their_titles():
    assert lines()[0].outcomes == ("رأی شورا",)


def test_coverage_counts_the_active_rules_of_each_ground_that_reach_a_template():
    page = coverage_page(LIBRARY, SHELF)
    assert page.by is By.GROUND
    counts = {row.template.id: (row.counts, row.rule_count) for rows in page.rows.values() for row in rows}
    assert counts == {"barn": ((1, 2, 0), 3), "field": ((0, 1, 0), 1)}
    assert page.empty_count == 3


def test_a_column_tells_its_rules_and_those_that_wait():
    page = coverage_page(LIBRARY, SHELF, "ground")
    assert [(each.key, each.rule_count, each.waiting_count) for each in page.columns] == [
        ("7-1", 2, 1),
        ("7-2", 2, 0),
        ("7-3", 0, 0),
    ]
    assert (page.rule_count, page.waiting_count) == (4, 1)


def test_coverage_by_family_shows_a_family_without_rules_too():
    page = coverage_page(LIBRARY, SHELF, "family")
    assert [(each.title, each.rule_count) for each in page.columns] == [("اندازه‌ها", 4), ("هیچ", 0), ("old", 0)]
    assert {row.template.id: row.counts for rows in page.rows.values() for row in rows} == {
        "barn": (3, 0, 0),
        "field": (1, 0, 0),
    }


def test_an_unknown_choice_shows_the_grounds():
    assert coverage_page(LIBRARY, SHELF, "<b>").by is By.GROUND
