"""The review of a full draft, one changed answer, and one changed answer among 3,000 generated rules."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.domain.answer_edits import with_value
from assistant.domain.answers_file import read_answers_file
from assistant.domain.library import Library
from tests.bench.figures import Figure, median_ms


def figures() -> Iterator[Figure]:
    library, _ = load_library(Settings.from_environment())
    rules = f"{len(library.rules)} rules"
    yield from _of(library, "clean", f"full draft, {rules}", ("< 5 ms", "< 2 ms"))
    yield from _of(library, "long", f"12 parties and 3 pages, {rules}", ("", ""))
    many = {
        f"{rule.id}-{number}": replace(rule, id=f"{rule.id}-{number}")
        for number in range(3000 // len(library.rules) + 1)
        for rule in library.rules.values()
    }
    yield from _of(
        replace(library, rules=dict(list(many.items())[:3000])), "clean", "full draft, 3,000 rules", ("", "< 5 ms")
    )


def _of(library: Library, name: str, what: str, aims: tuple[str, str]) -> Iterator[Figure]:
    template = library.templates["cheque-claim"]
    case = next(each for each in template.examples if each.name == name)
    file = read_answers_file(case.answers, template=template.id)
    assert file.on is not None
    on, reviewer = file.on, Reviewer(library)
    before = reviewer.review(template, file.answers, on)
    changed = with_value(file.answers, "cheques[0].amount", 123456789)
    whole = median_ms(lambda: reviewer.review(template, file.answers, on), 60)
    one = median_ms(lambda: reviewer.review_change(before, changed, on), 60)
    yield Figure(f"review: {what}", f"{whole:.2f} ms", aims[0])
    yield Figure(f"one changed answer: {what}", f"{one:.2f} ms", aims[1])
    assert reviewer.review_change(before, changed, on).findings == reviewer.review(template, changed, on).findings
