"""Every rule of the library is explained as its verdict says, in words of its form and never in code."""

import random
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from assistant.checks.explanation import Explained, Outcome, explain
from assistant.checks.review import Review, Reviewer
from assistant.checks.stated_condition import stated
from assistant.domain.answers import Answers
from assistant.domain.answers_file import read_answers_file
from assistant.domain.rule import Expected, form_key
from assistant.services.proving import reviewers_of_group_forms, template_of_example, verdict_of

OUTCOMES = {Expected.FIRES: Outcome.HOLDS, Expected.CLEAR: Outcome.FAILS, Expected.UNDETERMINED: Outcome.OPEN}
LATIN = re.compile("[A-Za-z_]")


@pytest.fixture(scope="module")
def reviewer(library):
    return Reviewer(library, with_drafts=True)


def tree_of(reviewer: Reviewer, review: Review, rule_id: str) -> Explained:
    rules = reviewer.rules.for_template(review.template.id)
    compiled = rules.compiled(rule_id)
    assert compiled is not None
    verdicts = review.verdicts
    context = rules.context(review.derived.document, verdicts.filing_date, verdicts.counter)
    return explain(compiled, rules.scope, reviewer.library, context)


def code_in(tree: Explained, answers: Answers) -> list[str]:
    """Latin letters of any text, but for those a clerk typed into an answer."""
    own = [each for each in strings(answers.values) if LATIN.search(each)]
    found = []
    for node in tree.walk():
        for text in (node.text, *(word for each in node.seen for word in (each.label, each.value))):
            rest = text
            for each in own:
                rest = rest.replace(each, "")
            if LATIN.search(rest):
                found.append(text)
    return found


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def test_every_example_of_every_rule_is_explained_as_its_verdict_says(library, reviewer):
    on_groups = reviewers_of_group_forms(library)
    for rule in library.rules.values():
        for example in rule.examples:
            if example.given:
                continue  # stands on values of parameters that are not the library's
            template = template_of_example(library, rule, example)
            judge = reviewer if example.template else on_groups[form_key(rule.id, example)]
            file = read_answers_file(example.answers, template=template.id)
            review = judge.review(template, file.answers, file.on or date.max)
            rules = judge.rules.for_template(template.id)
            if rules.compiled(rule.id) not in rules.in_force_on(file.on or date.max):
                continue
            tree = tree_of(judge, review, rule.id)
            assert tree.outcome is OUTCOMES[verdict_of(review, rule.id)], (rule.id, example.name)
            assert code_in(tree, file.answers) == [], (rule.id, example.name)


def thinned(value: Any, chance: random.Random) -> Any:
    """The same answers with some not given yet."""
    if isinstance(value, dict):
        return {key: thinned(each, chance) for key, each in value.items() if chance.random() < 0.75}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [thinned(each, chance) for each in value]
    return value


@pytest.mark.parametrize("seed", range(4))
def test_partial_petitions_are_explained_as_their_verdicts_say(library, reviewer, seed):
    chance = random.Random(seed)
    for template in library.templates.values():
        for case in template.examples:
            file = read_answers_file(case.answers, template=template.id)
            lists = {key for key, each in file.answers.values.items() if isinstance(each, list)}
            open_lists = frozenset(key for key in sorted(lists) if chance.random() < 0.3)
            unknown = frozenset(key for key, each in sorted(file.answers.values.items())
                                if isinstance(each, bool) and chance.random() < 0.1)  # fmt: skip
            values = {key: each for key, each in thinned(file.answers.values, chance).items() if key not in unknown}
            answers = Answers(values, unknown=unknown, open_lists=open_lists, is_partial=True)
            review = reviewer.review(template, answers, file.on)
            for compiled in reviewer.rules.for_template(template.id).in_force_on(file.on):
                tree = tree_of(reviewer, review, compiled.rule.id)
                assert tree.outcome is OUTCOMES[verdict_of(review, compiled.rule.id)], compiled.rule.id
                assert code_in(tree, answers) == [], compiled.rule.id


def test_every_condition_by_itself_is_in_words(library, reviewer):
    for template in library.templates.values():
        rules = reviewer.rules.for_template(template.id)
        for compiled in rules.rules:
            assert code_in(stated(compiled, rules.scope, library), Answers()) == [], compiled.rule.id


def test_every_petition_opens_with_at_most_seven_questions_that_settle_something(library, reviewer):
    for template in library.templates.values():
        assert 1 <= len(template.precheck) <= 7, template.id
        depends = frozenset().union(*(each.depends_on for each in reviewer.rules.for_template(template.id).rules))
        assert {path for path in template.precheck if not {path, f"{path}[]"} & depends} == set(), template.id
