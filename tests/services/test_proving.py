"""Examples that do not hold are named with their place."""

from dataclasses import replace

import pytest

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.documents.renderer import DocxRenderer
from assistant.domain.rule import Expected
from assistant.services.proving import prove_rule_example, prove_template_example


@pytest.fixture(scope="module")
def library():
    return load_library(Settings.from_environment())[0]


@pytest.fixture(scope="module")
def reviewer(library):
    return Reviewer(library)


def example_of(library, kind):
    rule = library.rules["cheque-sum-differs-from-relief"]
    return rule, next(each for each in rule.examples if each.expect is kind)


def failures(library, reviewer, rule, example):
    return list(prove_rule_example(library, reviewer, rule, example))


@pytest.mark.parametrize("kind", Expected)
def test_an_example_that_holds_says_nothing(library, reviewer, kind):
    assert failures(library, reviewer, *example_of(library, kind)) == []


@pytest.mark.parametrize(("kind", "claimed"), [(Expected.FIRES, Expected.CLEAR), (Expected.CLEAR, Expected.FIRES)])
def test_another_verdict_than_promised_is_a_failure(library, reviewer, kind, claimed):
    rule, example = example_of(library, kind)
    (failure,) = failures(library, reviewer, rule, replace(example, expect=claimed))
    assert failure.example == example.name
    assert kind.value in failure.text


def test_an_inexact_list_of_missing_answers_is_a_failure(library, reviewer):
    rule, example = example_of(library, Expected.UNDETERMINED)
    assert failures(library, reviewer, rule, replace(example, missing=()))
    assert failures(library, reviewer, rule, replace(example, missing=(*example.missing, "claim_amount_2")))


def test_an_example_with_a_wrong_value_is_a_failure(library, reviewer):
    rule, example = example_of(library, Expected.FIRES)
    answers = {**example.answers, "answers": {**example.answers["answers"], "claim_amount": "زیاد"}}
    assert failures(library, reviewer, rule, replace(example, answers=answers))


def test_a_template_case_must_name_all_its_findings_and_print_its_text_in_order(library, reviewer):
    template = library.templates["cheque-claim"]
    case = next(each for each in template.examples if each.name == "problem")
    renderer = DocxRenderer()

    def texts(changed):
        return [each.text for each in prove_template_example(library, reviewer, renderer, template, changed)]

    assert texts(case) == []
    assert texts(replace(case, expected_findings=case.expected_findings[1:]))
    assert texts(replace(case, expected_findings=(*case.expected_findings, "no-such-rule")))
    assert texts(replace(case, expected_incomplete=(*case.expected_incomplete, "narrative")))
    assert texts(replace(case, expected_text=case.expected_text[::-1]))
    assert texts(replace(case, expected_text=("متنی که چاپ نمی‌شود",)))
