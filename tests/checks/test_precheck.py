"""The few questions that settle the most rules, found by trying their answers."""

from assistant.checks.precheck import is_question, rules_settled_by, suggested_precheck
from assistant.checks.rules import RuleBook
from assistant.domain.rule import Rule
from tests.tiny_house.house import ON, field, form_of, library_of, rule, template_of

FORM = form_of(
    field("kind", "choice", options=["a", "b", "c"]),
    field("is_late", "yes_no"),
    field("amount", "rial_amount"),
    field("story"),
    field("detail", "yes_no", shown_when="is_late == true"),
    field("people", "list", fields=[field("is_minor", "yes_no")]),
)


def suggested(*rules: Rule, most: int = 7) -> list[tuple[str, float]]:
    template = template_of(FORM)
    library = library_of([template], rules)
    found = suggested_precheck(RuleBook(library).for_template("tiny"), library, ON, most)
    return [(each.path, each.settles) for each in found]


def test_an_answer_is_worth_the_share_of_its_answers_that_settle_a_rule() -> None:
    assert suggested(rule("r", "kind == 'a' && amount > 5", "amount")) == [("kind", 0.7), ("amount", 0.2)]
    assert suggested(rule("r", "is_late == true", "amount")) == [("is_late", 1.0)]


def test_a_question_counts_only_for_what_it_adds_to_those_before_it() -> None:
    rules = [rule(f"r{number}", "is_late == true && kind == 'a'", "amount") for number in range(3)]
    assert suggested(*rules) == [("kind", 2.0), ("is_late", 0.5)]


def test_no_more_than_asked_for_and_none_that_settles_nothing() -> None:
    rules = [
        rule("r1", "is_late == true", "amount"),
        rule("r2", "amount > 5", "amount"),
        rule("r3", "blank(story)", "story"),
    ]
    assert suggested(*rules) == [("is_late", 1.0), ("amount", 1.0)]
    assert len(suggested(*rules, most=1)) == 1


def test_what_another_answer_still_hides_and_what_stands_in_a_list_is_no_first_question() -> None:
    assert suggested(rule("r", "detail == true", "detail"))[0][0] == "is_late"
    assert suggested(rule("r", "people.exists(p, p.is_minor == true)", "people")) == []
    assert [path for path in ("kind", "people", "people[].is_minor", "nothing") if is_question(FORM, path)] == ["kind"]


def test_the_rules_a_question_settles_are_named() -> None:
    template = template_of(FORM)
    library = library_of([template], [rule("r", "is_late == true", "amount"), rule("s", "amount > 5", "amount")])
    rules = RuleBook(library).for_template("tiny")
    assert rules_settled_by(rules, library, ON, "is_late") == {"r"}
