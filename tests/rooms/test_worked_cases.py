"""The two worked cases of every petition type: the named problems are found, and nothing else of weight is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.checks.review import Review, Reviewer
from assistant.content.yaml_reader import read_yaml
from assistant.domain.answer_edits import with_value
from assistant.domain.answers_file import AnswersFile, read_answers_file
from assistant.domain.finding import Level
from assistant.domain.library import Library

FOLDER = Path(__file__).parent / "worked_cases"
WEIGHTY = (Level.INCOMPLETE, Level.LEGAL_CONSEQUENCE)
SHARED = "_common"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != SHARED)


@dataclass(frozen=True)
class WorkedCases:
    """Of one type: its two cases, the codes of its problems, and what the problem case comes to."""

    template: str
    clean: AnswersFile
    problem: AnswersFile
    codes: tuple[str, ...]
    named_by: Mapping[str, str]  # code → rule, where the rule itself does not name the code
    without_rule: Mapping[str, str]  # code → why nothing stands for it
    named: Mapping[str, str]  # code → key of its finding in the problem case
    also: tuple[str, ...]  # keys of further findings there, none of weight; NOTES.md of the template says why


def _read(name: str) -> Any:
    return read_yaml((FOLDER / f"{name}.yaml").read_bytes(), name).value


def _changed(file: AnswersFile, changes: Mapping[str, Any]) -> AnswersFile:
    answers = file.answers
    for path, value in changes.items():
        answers = with_value(answers, path, value)
    return AnswersFile(file.template, file.on, answers)


@pytest.fixture(params=NAMES)
def cases(request: pytest.FixtureRequest) -> WorkedCases:
    shared, written = _read(SHARED), _read(request.param)
    recorded = {"template": written["template"], "on": written["on"], "answers": written["clean"]["answers"]}
    clean = _changed(read_answers_file(recorded), written["clean"]["besides"])
    return WorkedCases(
        template=written["template"],
        clean=clean,
        problem=_changed(clean, written["problem"]["changes"]),
        codes=(*shared["codes"], *written["codes"]),
        named_by=written.get("named_by", {}),
        without_rule=written.get("without_rule", {}),
        named=written["problem"]["named"],
        also=tuple(written["problem"]["also"]),
    )


def _review(library: Library, file: AnswersFile) -> Review:
    assert file.on is not None
    return Reviewer(library).review(library.templates[file.template], file.answers, file.on)


def _rules_of(library: Library, cases: WorkedCases, code: str) -> set[str]:
    """The rules that reach the petition and stand for a code of its type."""
    reaching = {each.rule.id for each in Reviewer(library).rules.for_template(cases.template).rules}
    standing = {rule.id for rule in library.rules.values() if code in rule.catalogue}
    return reaching & {*standing, cases.named_by.get(code, "")}


def test_every_petition_has_its_two_worked_cases(library):
    assert set(library.templates) == set(NAMES)


def test_the_clean_case_has_no_finding_and_nothing_missing(library, cases):
    review = _review(library, cases.clean)
    assert review.problems == ()
    assert [each.key for each in review.findings] == []


def test_the_problem_case_gives_the_named_problems_and_no_other_of_weight(library, cases):
    review = _review(library, cases.problem)
    assert review.problems == ()
    found = {each.key: each for each in review.findings}
    assert sorted(found) == sorted([*cases.named.values(), *cases.also])
    assert [key for key in cases.also if found[key].level in WEIGHTY] == []


def test_each_named_problem_is_found_by_a_rule_that_stands_for_it(library, cases):
    for code, key in cases.named.items():
        assert key.split("@")[0] in _rules_of(library, cases, code), code


def test_every_problem_of_the_type_has_a_rule_here_or_a_reason_for_none(library, cases):
    without = {code for code in cases.codes if not _rules_of(library, cases, code)}
    assert without == set(cases.without_rule)
