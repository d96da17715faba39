"""Which few questions, asked first, settle the most rules of a template.

What a question is worth is tried out, not guessed: each of its answers is given by itself and the rules that become
settled by it are counted. Questions are then chosen one by one, each for what it adds to those before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.checks.answer_words import label_of
from assistant.checks.rules import TemplateRules
from assistant.domain.answers import Answers
from assistant.domain.form import Field, Form
from assistant.domain.jalali import from_gregorian
from assistant.domain.journey import derive
from assistant.domain.library import Library
from assistant.domain.paths import parse_path
from assistant.domain.rule import Rule

MOST_QUESTIONS = 7
_FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Question:
    """``settles``: rules that this answer, on the average of its answers, settles beyond the questions before it."""

    path: str
    label: str
    settles: float
    rules: tuple[Rule, ...]  # settled by at least one of its answers


def is_question(form: Form, path: str) -> bool:
    """One answer of the petition itself: no list, no group, nothing of one item."""
    field = form.field_at(path)
    return field is not None and not field.is_container and "[" not in path


def suggested_precheck(rules: TemplateRules, library: Library, on: date, most: int = MOST_QUESTIONS) -> list[Question]:
    """The questions worth most, in the order of their choice; none that settles nothing."""
    shares = dict(_shares(rules, library, on))
    form, by_id = rules.template.form, {each.rule.id: each.rule for each in rules.rules}
    open_share = dict.fromkeys(by_id, 1.0)
    chosen: list[Question] = []
    while len(chosen) < most:
        worth = {path: _worth(found, open_share) for path, found in shares.items()}
        best = max(worth, key=lambda path: worth[path], default="")
        if not best or worth[best] <= 0:
            break
        found = shares.pop(best)
        settled = tuple(by_id[rule] for rule in found)
        chosen.append(Question(best, label_of(best, form), round(worth[best], 1), settled))
        for rule, share in found.items():
            open_share[rule] *= 1 - share
    return chosen


def rules_settled_by(rules: TemplateRules, library: Library, on: date, path: str) -> frozenset[str]:
    """Ids of the rules that some answer settles by itself."""
    return frozenset(_share(rules, library, on, path, _settled(rules, library, on, {})))


def _worth(found: Mapping[str, float], open_share: Mapping[str, float]) -> float:
    return sum(share * open_share[rule] for rule, share in found.items())


def _shares(rules: TemplateRules, library: Library, on: date) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Path → rule → how many of its answers settle the rule, as a share; the first path of the form first."""
    before = _settled(rules, library, on, {})
    form = rules.template.form
    reach = frozenset().union(*(each.depends_on for each in rules.rules))
    for path, _ in form.fields():
        if path in reach and is_question(form, path):
            found = _share(rules, library, on, path, before)
            if found:
                yield path, found


def _share(rules: TemplateRules, library: Library, on: date, path: str, before: frozenset[str]) -> Mapping[str, float]:
    field = rules.template.form.field_at(path)
    assert field is not None
    answers = _answers(field, on)
    counts: dict[str, int] = {}
    for answer in answers:
        for rule in _settled(rules, library, on, _placed(path, answer)) - before:
            counts[rule] = counts.get(rule, 0) + 1
    return {rule: count / len(answers) for rule, count in counts.items()}


def _settled(rules: TemplateRules, library: Library, on: date, values: Mapping[str, Any]) -> frozenset[str]:
    derived = derive(rules.template.form, Answers(values=values), on, library.parameters)
    undetermined = rules.evaluate(derived.document, on).undetermined
    return frozenset(each.rule.id for each in rules.in_force_on(on)) - undetermined.keys()


def _answers(field: Field, on: date) -> Sequence[Any]:
    """What may be answered; of endless kinds a small and a large value. Free text settles nothing worth asking for."""
    match field.type:
        case "yes_no":
            return (True, False)
        case "choice":
            return [option.value for option in field.options]
        case "choices":
            return [[option.value] for option in field.options]
        case "jalali_date":
            return [from_gregorian(day) for day in (on - _FAR, on, on + _FAR)]
        case "rial_amount":
            return (1, 10**12)
        case "integer":
            return (field.minimum or 0, field.maximum or 10**6)
    return ()


def _placed(path: str, answer: Any) -> Mapping[str, Any]:
    """The answers of a petition with this one alone."""
    for key in reversed(parse_path(path)):
        answer = {key: answer}
    placed: Mapping[str, Any] = answer
    return placed
