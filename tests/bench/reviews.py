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
    yield from _of(library, f"{len(library.rules)} rules")
    many = {
        f"{rule.id}-{number}": replace(rule, id=f"{rule.id}-{number}")
        for number in range(3000 // len(library.rules) + 1)
        for rule in library.rules.values()
    }
    yield from _of(replace(library, rules=dict(list(many.items())[:3000])), "3,000 rules", aims=("", "< 5 ms"))


def _of(library: Library, name: str, aims: tuple[str, str] = ("< 5 ms", "< 2 ms")) -> Iterator[Figure]:
    template = library.templates["cheque-claim"]
    case = max(template.examples, key=lambda each: len(str(each.answers)))
    file = read_answers_file(case.answers, template=template.id)
    assert file.on is not None
    reviewer = Reviewer(library)
    before = reviewer.review(template, file.answers, file.on)
    changed = with_value(file.answers, "cheques[0].amount", 123456789)
    on = file.on
    yield Figure(
        f"review of the long case, {name}",
        f"{median_ms(lambda: reviewer.review(template, file.answers, on), 60):.2f} ms",
        aims[0],
    )
    yield Figure(
        f"one changed answer, {name}",
        f"{median_ms(lambda: reviewer.review_change(before, changed, on), 60):.2f} ms",
        aims[1],
    )
    assert reviewer.review_change(before, changed, on).findings == reviewer.review(template, changed, on).findings
