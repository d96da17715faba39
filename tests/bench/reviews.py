"""The review of a full draft and of one changed answer: the largest petition, twelve parties, 3,000 generated rules."""

import statistics
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.domain.answer_edits import with_value
from assistant.domain.answers import Answers
from assistant.domain.answers_file import read_answers_file
from assistant.domain.journey import FieldState
from assistant.domain.library import Library
from assistant.domain.template import Template
from tests.bench.figures import Figure, Taken, taken

ROUNDS, ROUNDS_EACH, MOST_ANSWERS = 60, 9, 120


def figures() -> Iterator[Figure]:
    library, _ = load_library(Settings.from_environment())
    largest = max(library.templates.values(), key=lambda each: len(_given(Reviewer(library), each, "clean")))
    yield from _of(library, largest, "clean", "full draft", ("< 5 ms", "< 2 ms"))
    yield from _of(library, largest, "long", "12 parties and 3 pages", ("", ""))
    many = {
        f"{rule.id}-{number}": replace(rule, id=f"{rule.id}-{number}")
        for number in range(3000 // len(library.rules) + 1)
        for rule in library.rules.values()
    }
    bigger = replace(library, rules=dict(list(many.items())[:3000]))
    yield from _of(bigger, largest, "clean", "full draft, 3,000 rules", ("", "< 5 ms"))


def _of(library: Library, template: Template, name: str, what: str, aims: tuple[str, str]) -> Iterator[Figure]:
    reviewer = Reviewer(library)
    rules = len(reviewer.rules.for_template(template.id).rules)
    yield Figure(f"review: {what}, {template.id}, {rules} rules", str(_full(library, template, name)), aims[0])
    each = _each_answer_changed(reviewer, template, name)
    middle = Taken(statistics.median(one.wall for one in each), statistics.median(one.cpu for one in each))
    yield Figure(f"one changed answer: {what}", str(middle), aims[1])
    yield Figure(f"the slowest of its {len(each)} answers", str(max(each, key=lambda one: one.cpu)))


def _full(library: Library, template: Template, name: str) -> Taken:
    reviewer, (answers, on) = Reviewer(library), _case(template, name)
    return taken(lambda: reviewer.review(template, answers, on), ROUNDS)


def _each_answer_changed(reviewer: Reviewer, template: Template, name: str) -> list[Taken]:
    """Given answers taken away one at a time; of very many, some from everywhere."""
    answers, on = _case(template, name)
    before, given = reviewer.review(template, answers, on), _given(reviewer, template, name)
    found = []
    for state in given[:: 1 + len(given) // MOST_ANSWERS]:
        changed = with_value(answers, state.path, None)
        found.append(taken(lambda changed=changed: reviewer.review_change(before, changed, on), ROUNDS_EACH, warm_up=1))
        incremental, whole = reviewer.review_change(before, changed, on), reviewer.review(template, changed, on)
        assert incremental.findings == whole.findings, state.path
    return found


def _given(reviewer: Reviewer, template: Template, name: str) -> list[FieldState]:
    fields = reviewer.review(template, *_case(template, name)).derived.fields
    return [each for each in fields if not each.field.is_container and each.raw is not None]


def _case(template: Template, name: str) -> tuple[Answers, date]:
    case = next(each for each in template.examples if each.name == name)
    file = read_answers_file(case.answers, template=template.id)
    assert file.on is not None
    return file.answers, file.on
