"""The experts' rooms hold together: every example of every rule and template does what it says."""

import random
from dataclasses import replace

import pytest

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.domain.answer_edits import value_at, with_blanks, with_unknown, with_value
from assistant.domain.answers_file import read_answers_file
from assistant.domain.finding import Certainty, Level
from assistant.domain.rule import Expected

TEMPLATES = ("appeal", "cheque-claim", "eviction-1376", "mahr-claim", "money-claim")


def test_the_whole_content_check_finds_no_error(report):
    assert [str(problem) for problem in report.errors] == []


def test_the_five_petitions_are_there_each_with_three_worked_cases(library):
    assert set(library.templates) >= set(TEMPLATES)
    for template in library.templates.values():
        assert {case.name for case in template.examples} >= {"clean", "problem", "long"}


def test_about_forty_rules_are_there_each_proven_three_ways(library):
    assert len(library.rules) >= 40
    for rule in library.rules.values():
        assert {example.expect for example in rule.examples} == set(Expected), rule.id


def test_no_content_claims_a_review_by_an_expert(library):
    assert [rule.id for rule in library.rules.values() if rule.verified.reviewed_by] == []
    assert [each.id for each in library.templates.values() if each.reviewed_by] == []


def test_a_disputed_rule_only_informs(library):
    for rule in library.rules.values():
        if rule.certainty is Certainty.DISPUTED:
            assert rule.level is Level.INFORMATION, rule.id


def test_a_venue_rule_is_at_most_an_attention(library):
    assert {rule.level for rule in library.rules.values() if rule.subject == "venue"} <= {
        Level.ATTENTION,
        Level.INFORMATION,
    }


def test_a_clean_case_has_no_finding_of_weight(library):
    reviewer = Reviewer(library)
    for template in library.templates.values():
        file = next(read_answers_file(case.answers) for case in template.examples if case.name == "clean")
        review = reviewer.review(template, file.answers, file.on)
        assert review.incomplete == (), template.id
        weighty = [each.key for each in review.findings if each.level in (Level.INCOMPLETE, Level.LEGAL_CONSEQUENCE)]
        assert weighty == [], template.id


def _edited(kind, answers, path, donor):
    if kind == 0:
        return with_value(answers, path, value_at(donor, path))
    if kind == 1:
        return with_unknown(answers, path)
    cleared = with_value(answers, path, None)
    return cleared if kind == 2 else with_blanks(cleared, [path])


@pytest.mark.parametrize("template_id", TEMPLATES)
def test_a_changed_answer_reviews_to_the_same_as_a_full_review(library, template_id):
    """Random edits of the long case, one after another; the incremental result never differs."""
    reviewer, template = Reviewer(library), library.templates[template_id]
    cases = {case.name: read_answers_file(case.answers) for case in template.examples}
    random_choice = random.Random(template_id)
    answers, on = replace(cases["problem"].answers, is_partial=True), cases["problem"].on
    review = reviewer.review(template, answers, on)
    for _ in range(80):
        states = [each for each in review.derived.fields if not each.field.is_container and each.is_shown]
        path = random_choice.choice(states).path
        donor = random_choice.choice(list(cases.values())).answers
        answers = _edited(random_choice.randrange(4), answers, path, donor)
        review = reviewer.review_change(review, answers, on)
        full = reviewer.review(template, answers, on)
        assert review.findings == full.findings
        assert review.undetermined == full.undetermined
        assert review.problems == full.problems


def test_a_second_start_needs_no_full_check(tmp_path):
    settings = replace(Settings.from_environment(), data_folder=tmp_path)
    first, _ = load_library(settings)
    second, _ = load_library(settings)
    assert second.version == first.version
    assert second.rules.keys() == first.rules.keys()
    assert any((tmp_path / "content").iterdir())
