"""The kept report of the mutations: what it holds, whose content it is of, and what has changed since."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.checks.mutation import Change, Mutant
from assistant.domain.condition.parser import parse
from assistant.domain.rule import AppliesTo, Expected, SurvivorNote
from assistant.services.mutating import Proposal, RuleScore, Survivor
from assistant.services.mutation_report import (
    UnreadableReport,
    kept_bytes,
    mutation_page,
    proposal_of,
    report_data,
)
from tests.services.expert_world import HEIGHT, WIDTH, expert_library

MADE = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
LIBRARY = expert_library()
MUTANT = Mutant(Change.BOUND, 0, "height > 20", "height > 21", "height > 21", parse("height > 20"), ())
NOTE = SurvivorNote("bound", "height > 20", "بلندی همیشه زوج است")
PROPOSAL = Proposal("barn", {"on": "1405-09-01", "answers": {"height": 21}}, Expected.FIRES, ())
SCORES = [
    RuleScore(HEIGHT, 18, (Survivor(MUTANT, None, NOTE),)),
    RuleScore(WIDTH, 1, (Survivor(MUTANT, PROPOSAL),)),
]


def page_of(library=LIBRARY, scores=SCORES, version=LIBRARY.version):
    return mutation_page(kept_bytes(report_data(scores, version), MADE), library)


def test_what_was_kept_is_read_with_the_rules_that_lack_examples_first():
    page = page_of()
    assert (page.made_at, page.is_current, page.tenths) == (MADE, True, 950)
    assert [each.id for each in page.scores] == ["width-unknown", "height-over-limit"]
    (survivor,) = page.scores[0].unproven
    assert (survivor.change, survivor.before, survivor.after) == ("جابه‌جایی مرز", "height > 20", "height > 21")
    assert json.loads(survivor.proposal) == {
        "template": "barn",
        "on": "1405-09-01",
        "answers": {"height": 21},
        "expect": "fires",
    }
    assert [each.reason for each in page.scores[1].equivalent] == [NOTE.reason]


def test_a_change_that_nobody_explained_counts_as_unproven():
    page = page_of(scores=[RuleScore(HEIGHT, 18, (Survivor(MUTANT, None),))])
    assert [each.proposal for each in page.scores[0].unproven] == [""]
    asked = page_of(scores=[RuleScore(HEIGHT, 18, (Survivor(MUTANT, None, asked_only_then="نوع بنا"),))])
    assert "نوع بنا" in asked.scores[0].equivalent[0].reason


def test_the_score_is_never_rounded_up_over_the_least():
    page = page_of(
        scores=[RuleScore(HEIGHT, 9499, ()), replace(SCORES[1], killed=0, survivors=SCORES[1].survivors * 501)]
    )
    assert (page.tenths, page.is_enough) == (949, False)
    assert page_of().is_enough


def test_a_report_of_other_content_says_so_and_names_the_rules_that_changed():
    changed = {**LIBRARY.rules, "height-over-limit": replace(HEIGHT, version="otherwise")}
    page = page_of(replace(LIBRARY, rules=changed, version="later"))
    assert not page.is_current
    assert {each.id: each.is_changed for each in page.scores} == {"height-over-limit": True, "width-unknown": False}
    assert page.changed_count == 1


def test_a_rule_that_is_gone_is_still_named_and_one_that_is_new_is_told():
    rules = {id: rule for id, rule in LIBRARY.rules.items() if id != "width-unknown"}
    page = page_of(replace(LIBRARY, rules=rules))
    assert page.scores[0].rule is None
    assert {rule.id for rule in page.unscored} == {"waiting-one", "ruled-one"}


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"[]", b"{}", b'{"rules": 3}', b'{"rules": [], "made_at": "x", "content": "", "score": 1}',
            b'{"rules": [], "made_at": "2026-11-22T08:00:00", "content": "", "score": 1}'],
)  # fmt: skip
def test_something_else_is_no_report(raw):
    with pytest.raises(UnreadableReport):
        mutation_page(raw, LIBRARY)


@pytest.mark.parametrize(
    ("form", "named"),
    [("barn", {"template": "barn"}), ("a+b@request@money", {}), ("a@request@money", {"groups": ["a"]})],
)
def test_a_proposal_names_its_form_as_an_example_would(form, named):
    rule = replace(HEIGHT, applies_to=AppliesTo(groups=("a", "b")))
    proposal = proposal_of(Survivor(MUTANT, replace(PROPOSAL, template=form)), rule)
    assert proposal == {**named, "on": "1405-09-01", "answers": {"height": 21}, "expect": "fires"}
