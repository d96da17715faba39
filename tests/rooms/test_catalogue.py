"""Every row of the catalogue of candidate checks has its place: a rule, a row of a table, a guard, or a reason."""

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.answers_file import read_answers_file
from assistant.domain.rule import Expected
from assistant.domain.text_finding import TextKind
from tests.rooms.catalogue_rows import ELSEWHERE, GUARDS, GUARDS_BY_REACH, IN_THE_TEXT, LAST_ROW


@pytest.fixture(scope="module")
def covered(library):
    """The rows that rules and rows of the decision tables name; other codes are those of the petition types."""
    named = [number for rule in library.rules.values() for number in rule.catalogue]
    named += [number for table in library.tables.values() for row in table.rows for number in row.catalogue]
    return {int(number) for number in named if number.isdigit()}


def test_every_row_of_the_catalogue_has_its_place(covered):
    assert set(range(1, LAST_ROW + 1)) - covered - set(ELSEWHERE) == set()


def test_no_rule_names_a_row_the_catalogue_has_not(covered):
    assert {row for row in covered if not 1 <= row <= LAST_ROW} == set()


def test_a_row_said_to_be_elsewhere_is_claimed_by_no_rule(covered):
    assert covered & set(ELSEWHERE) == set()


def test_every_row_that_is_read_in_the_text_has_its_cue_or_its_kind(library):
    assert set(IN_THE_TEXT) == set(range(345, 371)) - {369}
    for spoken in IN_THE_TEXT.values():
        assert spoken in (library.text_remarks if isinstance(spoken, TextKind) else library.cues.cues)


@pytest.mark.parametrize("row", GUARDS)
def test_a_row_not_to_be_flagged_is_held_by_a_named_silent_example(library, row):
    rule_id, name = GUARDS[row]
    rule = library.rules[rule_id]
    assert str(row) in rule.catalogue
    assert [example.expect for example in rule.examples if example.name == name] == [Expected.CLEAR]


@pytest.mark.parametrize("row", GUARDS_BY_REACH)
def test_a_row_not_to_be_flagged_is_out_of_reach_of_its_rule(library, row):
    rule_id, family = GUARDS_BY_REACH[row]
    rule = library.rules[rule_id]
    assert str(row) in rule.catalogue
    assert rule.applies_to.families
    assert family not in rule.applies_to.families


@pytest.mark.parametrize(
    "changes",
    [
        {"due_kind": "fixed_date", "due_date": "1365-02-01", "debt_date": "1364-02-01"},
        {"demanded": False, "claims_delay_damages": False},
    ],
    ids=["144: a debt of forty years ago", "197: no demand before the suit"],
)
def test_a_whole_petition_draws_no_finding_from_a_guarded_fact(library, changes):
    template = library.templates["money-claim"]
    clean = next(case.answers for case in template.examples if case.name == "clean")
    file = read_answers_file({**clean, "answers": {**clean["answers"], **changes}})
    review = Reviewer(library).review(template, file.answers, file.on)
    spoken = {library.rules[each.rule].subject for each in review.findings if each.rule in library.rules}
    assert spoken & {"time-limits", "pre-action"} == set()
