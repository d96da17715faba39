"""Families of rules, grounds of an article and review states, as the library holds them."""

import pytest

from assistant.domain.jalali import to_gregorian
from tests.content.case import CEILING, FINE
from tests.content.tree import changed, check, tiny_files


def library_of(files):
    loaded = check(files)
    assert loaded.library is not None, loaded.report.as_text()
    return loaded.library


@pytest.fixture(scope="module")
def library():
    return library_of(tiny_files())


def test_families_stand_in_their_order(library):
    assert [(each.id, each.subjects) for each in library.rule_families] == [
        ("lending", ("loans",)),
        ("membership", ("cards",)),
    ]


def test_a_span_of_rows_holds_both_its_ends(library):
    (article,) = library.grounds
    assert article.grounds[0].rows == {1, 3, 4, 5}


def test_a_rule_touches_a_ground_by_its_row_of_the_catalogue(library):
    (article,) = library.grounds
    assert article.touched_by(library.rules["fine-above-ceiling"]) == {1}
    assert article.touched_by(library.rules["card-age-practice"]) == frozenset()


def test_a_rule_touches_a_ground_whose_clause_it_cites():
    files = changed(FINE, "{law: club, article: '7'}", "{law: club, article: '7', clause: '2'}")
    library = library_of(files)
    assert library.grounds[0].touched_by(library.rules["fine-above-ceiling"]) == {1, 2}


def states_of(files):
    return {(each.kind, each.id): each for each in library_of(files).review_states}


def test_every_file_with_a_grade_has_a_review_state():
    states = states_of(tiny_files())
    rule, parameter = states["rule", "fine-above-ceiling"], states["parameter", "fine_ceiling"]
    assert (rule.grade, rule.level, rule.signed_by, rule.place) == ("2+", "L2", None, FINE)
    assert (parameter.grade, parameter.level, parameter.verified_until) == ("own", "", to_gregorian("1406-09-01"))
    assert {kind for kind, _ in states} >= {"rule", "template", "shared", "parameter", "period", "grounds"}


def test_a_signature_is_the_reviewer_or_who_answers_for_a_dated_file():
    old = "verified: {grade: '2+', reviewed_by: null, reviewed_on: null}"
    signed = states_of(changed(FINE, old, "verified: {grade: '2+', reviewed_by: کارشناس, reviewed_on: 1405-09-02}"))
    assert (signed["rule", "fine-above-ceiling"].signed_by, signed["rule", "fine-above-ceiling"].signed_on) == (
        "کارشناس",
        "1405-09-02",
    )
    owned = states_of(changed(CEILING, "responsible: null", "responsible: کارشناس"))
    assert owned["parameter", "fine_ceiling"].signed_by == "کارشناس"
