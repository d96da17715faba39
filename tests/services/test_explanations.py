"""All rules of a draft with their state, missing answers in order, and a look at another filing date."""

import json
from dataclasses import replace

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.answers import Answers
from assistant.domain.jalali import to_gregorian
from assistant.domain.rule import Expected, InForce, RuleExample
from assistant.services.access import NotFound
from assistant.services.explanations import Explanations, RuleState
from assistant.services.next_questions import next_questions
from tests import ROOT
from tests.tiny_house.house import ON, complete, field, form_of, library_of, parameter, partial, rule, template_of

FORM = form_of(
    field("height", "integer"),
    field("kind", "choice", options=["a", "b"]),
    field("cows", "list", item_label="گاو", fields=[field("age", "integer")]),
)
LATER = InForce(from_date=to_gregorian("1406-01-01"))
EXAMPLE = RuleExample("بلند", "tiny", {"on": "1405-09-01", "answers": {"height": 30}}, Expected.FIRES)
RULES = [
    replace(rule("tall", "height > parameter('limit')", "height"), examples=(EXAMPLE,)),
    rule("low", "height < 5", "height"),
    rule("kind-a", "kind == 'a' && height > 1", "kind"),
    rule("old-cow", "cows.exists(c, c.age > 20)", "cows"),
    rule("new-law", "height > 1", "height", in_force=LATER),
]
VALUES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schemas/values").glob("*.json")}
LIMIT = parameter("limit", ("1400-01-01", 20))
LIBRARY = replace(library_of([template_of(FORM)], RULES, [LIMIT]), value_schemas=VALUES)


@pytest.fixture
def reviewer():
    return Reviewer(LIBRARY)


@pytest.fixture
def explanations(reviewer):
    return Explanations(reviewer)


def review(reviewer: Reviewer, answers: Answers, on=ON):
    return reviewer.review(LIBRARY.templates["tiny"], answers, on)


def test_every_rule_of_the_template_has_its_state_in_the_order_of_the_book(reviewer, explanations):
    lines = explanations.lines(review(reviewer, partial({"height": 30})))
    assert [(line.rule.id, line.state) for line in lines] == [
        ("tall", RuleState.FIRES),
        ("low", RuleState.CLEAR),
        ("kind-a", RuleState.WAITING),
        ("old-cow", RuleState.WAITING),
        ("new-law", RuleState.NOT_IN_FORCE),
    ]
    assert [line.missing for line in lines if line.missing] == [("kind",), ("cows[+]",)]


def test_on_another_day_other_rules_are_in_force(reviewer, explanations):
    states = {
        line.rule.id: line.state
        for line in explanations.lines(review(reviewer, complete({"height": 3}), to_gregorian("1406-01-15")))
    }
    assert states["new-law"] is RuleState.FIRES


def test_a_rule_is_explained_with_its_findings_and_numbers(reviewer, explanations):
    found = explanations.explain(review(reviewer, complete({"height": 30})), "tall")
    assert [each.rule for each in found.findings] == ["tall"]
    assert [(each.id, each.value) for each in found.used] == [("limit", "۲۰")]
    assert found.tree is not None
    assert found.tree.outcome == "holds"


def test_a_rule_not_in_force_has_no_tree(reviewer, explanations):
    assert explanations.explain(review(reviewer, complete({})), "new-law").tree is None


def test_a_rule_of_nobody_is_not_found(reviewer, explanations):
    with pytest.raises(NotFound):
        explanations.explain(review(reviewer, complete({})), "nothing")


def test_an_example_is_explained_by_its_number(explanations):
    assert explanations.example("tall", 1).explained.line.state is RuleState.FIRES
    for rule_id, number in (("tall", 2), ("tall", 0), ("nothing", 1)):
        with pytest.raises(NotFound):
            explanations.example(rule_id, number)


def test_missing_answers_are_ordered_by_how_many_checks_wait_for_each(reviewer):
    questions = next_questions(review(reviewer, partial({})))
    assert [(each.path, each.waiting) for each in questions] == [("height", 3), ("kind", 1), ("cows", 1)]
    assert questions[-1].label == "«cows»: مورد دیگر، یا پایان فهرست"


def test_nothing_is_asked_when_nothing_waits(reviewer):
    assert next_questions(review(reviewer, complete({}))) == ()
