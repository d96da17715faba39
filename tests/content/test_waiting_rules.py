"""Rules by group: they reach templates that take all their groups, and wait when there is none."""

from assistant.checks.review import Reviewer
from assistant.content.library_loader import Loaded
from assistant.domain.answers import Answers
from assistant.domain.jalali import to_gregorian
from assistant.services.proving import prove
from tests.content.tree import check, tiny_files

SHELF = "templates/_shared/shelf.yaml"
RULE = "rules/loans/shelf-too-high.yaml"
FILES = {
    SHELF: """id: shelf
kind: group
title: قفسه
stands_as: shelf
fields:
  - {key: height, label: بلندی, type: integer, required: optional}
  - {key: ladder, label: نردبان, type: yes_no, required: optional, shown_when: this.height > 2}
verified: {grade: own, reviewed_by: null, reviewed_on: null}
""",
    RULE: """id: shelf-too-high
title: قفسهٔ بلند
status: active
applies_to: {groups: [shelf, members]}
in_force: {from: null}
level: L3
outcome: [council]
certainty: text_of_law
when: shelf.height > 2 && shelf.ladder == false && has_helper == false
points_at: [shelf.height]
message: بلندی قفسه {shelf.height} است؛ مادهٔ ۷ آیین‌نامه.
basis: [{law: club, article: '7'}]
verified: {grade: own, reviewed_by: null, reviewed_on: null}
examples:
  - {name: بلند, on: 1405-09-01, answers: {shelf: {height: 3, ladder: false}, has_helper: false}, expect: fires}
  - {name: کوتاه, on: 1405-09-01, answers: {shelf: {height: 1}}, expect: clear}
  - {name: بی‌پاسخ, template: null, on: 1405-09-01, answers: {shelf: {height: 3, ladder: false}}, blank: [],
     expect: undetermined, missing: [has_helper]}
""",
}


def loaded(old: str = "", new: str = "", more: dict[str, str] | None = None) -> Loaded:
    files = {**FILES, **(more or {})}
    assert FILES[RULE].count(old) == 1 or not old
    files[RULE] = files[RULE].replace(old, new) if old else files[RULE]
    raw = dict(tiny_files())
    for path, text in files.items():
        raw = dict(sorted({**raw, path: text.encode()}.items()))
    return check(raw)


def proven(result: Loaded) -> list[str]:
    assert result.library is not None, result.report.as_text()
    return [each.message for each in prove(result.library, None) if each.file == RULE]


def test_a_rule_whose_groups_no_template_takes_waits_and_is_proven_on_a_form_of_its_groups():
    result = loaded()
    assert result.report.problems == ()
    assert result.report.waiting == ("shelf-too-high",)
    assert result.library is not None
    assert result.library.waiting == {"shelf-too-high"}
    assert proven(result) == []


def test_an_example_that_does_not_hold_is_told_of_a_waiting_rule_too():
    result = loaded("{shelf: {height: 1}}", "{shelf: {height: 3, ladder: false}, has_helper: false}")
    assert proven(result) == ["نمونهٔ «کوتاه»: انتظار clear بود، نتیجه fires است"]


def test_a_waiting_rule_is_type_checked():
    problems = loaded("when: shelf.height >", "when: shelf.hight >").report.problems
    assert [(each.code, each.file, each.nearest) for each in problems] == [("condition_unknown_name", RULE, "height")]
    assert "shelf، members" in problems[0].message


def test_an_answer_of_an_example_that_no_group_has_is_told():
    problems = loaded("{shelf: {height: 1}}", "{shelf: {height: 1}, fine: 3}").report.problems
    assert [each.code for each in problems] == ["example_unknown_path"]


def test_a_condition_of_a_shared_group_that_only_waiting_rules_use_is_checked_too():
    broken = FILES[SHELF].replace("this.height > 2", "this.heigth > 2")
    problems = loaded(more={SHELF: broken}).report.problems
    assert [(each.code, each.file) for each in problems] == [("condition_unknown_name", SHELF)]


def test_no_clerk_ever_meets_a_waiting_rule():
    library = loaded().library
    assert library is not None
    reviewer = Reviewer(library)
    for template in library.templates.values():
        review = reviewer.review(template, Answers({}), to_gregorian("1405-09-01"))
        assert "shelf-too-high" not in {*review.undetermined, *review.verdicts.rule_ids}


def test_a_rule_waits_for_a_planned_template_it_names():
    planned = "- {id: shelf-repair, title: تعمیر قفسه, family: other, stage: request}\n"
    result = loaded(
        "{groups: [shelf, members]}",
        "{templates: [shelf-repair], groups: [shelf, members]}",
        {"templates/planned.yaml": planned},
    )
    assert result.report.problems == ()
    assert result.report.waiting == ("shelf-too-high",)
    assert result.library is not None
    assert result.library.group_forms["shelf-too-high"].stage == "request"


def test_a_rule_that_names_only_templates_that_are_there_does_not_wait():
    problems = loaded(
        "{groups: [shelf, members]}", "{templates: [book-return], groups: [shelf, members]}"
    ).report.problems
    assert "rule_reaches_no_template" in {each.code for each in problems}


def test_all_groups_are_needed_not_one_of_them():
    """card-renewal takes members, and has no shelf."""
    result = loaded()
    assert result.library is not None
    assert "members" in result.library.templates["card-renewal"].shared
    assert result.library.waiting


def test_the_order_in_which_a_rule_names_its_groups_does_not_matter():
    reader = FILES[SHELF].replace("kind: group", "kind: step").replace("stands_as: shelf\n", "")
    step = reader.replace("this.height > 2", "height > 2 && has_helper == false")
    rule = FILES[RULE].replace("shelf.height", "height").replace("shelf.ladder", "ladder")
    rule = rule.replace("{shelf: {height: 3, ladder: false}", "{height: 3, ladder: false")
    rule = rule.replace("{shelf: {height: 1}}", "{height: 1}").replace("[has_helper]", "[has_helper, ladder]")
    rule = rule.replace("{height: 3, ladder: false}, blank", "{height: 3}, blank")
    result = loaded(more={SHELF: step, RULE: rule})
    assert result.report.problems == ()
    assert [step.title for step in result.library.group_forms["shelf-too-high"].form.steps] == ["اعضا", "قفسه"]
