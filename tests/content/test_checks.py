"""Every content check: the whole made-up content is fine, and one spoiled place yields exactly its problem."""

import pytest

from assistant.content.registry import all_checks, titles
from assistant.content.report import Severity
from tests.content.case import Case
from tests.content.cases import ALL
from tests.content.tree import changed, check, tiny_files, with_file

FALLBACK = {"shape"}  # told where a schema uses a keyword without a message of its own; none does today


def test_the_made_up_content_has_no_problem_at_all():
    loaded = check(tiny_files())
    assert loaded.report.problems == ()
    assert loaded.library is not None


@pytest.mark.parametrize("case", ALL, ids=[f"{number}-{case.code}" for number, case in enumerate(ALL)])
def test_a_spoiled_place_is_told_once_by_its_check_at_its_line(case: Case):
    problems = check(case.files).report.problems
    assert [(each.code, each.file, each.line) for each in problems] == [(case.code, case.file, case.line)]
    if case.nearest is not None:
        assert problems[0].nearest == case.nearest


@pytest.mark.parametrize("case", ALL, ids=[f"{number}-{case.code}" for number, case in enumerate(ALL)])
def test_only_errors_keep_the_library_from_loading(case: Case):
    loaded = check(case.files)
    assert (loaded.library is None) == loaded.report.has_errors


def test_every_code_has_a_bad_sample():
    assert {case.code for case in ALL} == set(titles()) - FALLBACK


def test_there_are_more_than_thirty_named_checks_and_each_has_a_persian_title():
    assert len(all_checks()) > 30
    assert all("؀" <= check.title.strip()[0] <= "ۿ" for check in all_checks())


def test_warnings_are_few_and_deliberate():
    warnings = {each.id for each in all_checks() if each.severity is Severity.WARNING}
    assert warnings == {
        "arabic_letters",
        "basis_without_article",
        "few_examples",
        "help_missing",
        "message_doubtful",
        "parameter_unused",
        "rule_silent_everywhere",
        "rule_without_family",
        "shared_unused",
    }


def test_a_retired_rule_may_speak_of_forms_as_they_once_were():
    old = changed("rules/loans/fine-above-ceiling.yaml", "status: active", "status: retired")
    path = "rules/loans/fine-above-ceiling.yaml"
    text = old[path].decode().replace("fine >", "old_fine >").replace("fine: 5000", "old_fine: 5000")
    assert check({**old, path: text.encode()}).report.errors == ()


def test_notes_beside_the_templates_are_no_template():
    assert check(with_file("templates/README.md", "x")).report.problems == ()
