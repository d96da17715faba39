"""What the library holds, and what in it waits for an expert."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.library import Library
from assistant.domain.parameter import Parameter
from assistant.domain.rule import Rule, RuleStatus


@dataclass(frozen=True, slots=True)
class ContentReport:
    version: str
    counts: Mapping[str, int]  # templates, rules, drafts, waiting, retired, parameters, laws, examples
    by_level: Mapping[str, int]
    by_certainty: Mapping[str, int]
    by_subject: Mapping[str, int]
    unreviewed_rules: tuple[Rule, ...]
    waiting_rules: tuple[Rule, ...]  # no template takes the groups they name yet
    parameters: tuple[tuple[Parameter, bool], ...]  # with «is past its verified-until date»
    warnings: tuple[str, ...]  # of the content check at start


def content_report(library: Library, today: date, warnings: Iterable[str]) -> ContentReport:
    rules = sorted(library.rules.values(), key=lambda rule: (rule.subject, rule.id))
    active = [rule for rule in rules if rule.status is RuleStatus.ACTIVE]
    parameters = sorted(library.parameters.values(), key=lambda each: each.verified_until)
    return ContentReport(
        version=library.version,
        counts=_counts(library, rules),
        by_level=_counted(rule.level.value for rule in active),
        by_certainty=_counted(rule.certainty.value for rule in active),
        by_subject=_counted(rule.subject for rule in active),
        unreviewed_rules=tuple(rule for rule in active if rule.verified.reviewed_by is None),
        waiting_rules=tuple(rule for rule in rules if rule.id in library.waiting),
        parameters=tuple((each, each.is_overdue(today)) for each in parameters),
        warnings=tuple(warnings),
    )


def _counts(library: Library, rules: Sequence[Rule]) -> Mapping[str, int]:
    templates = library.templates.values()
    return {
        "templates": len(templates),
        "rules": sum(rule.status is RuleStatus.ACTIVE for rule in rules),
        "drafts": sum(rule.status is RuleStatus.DRAFT for rule in rules),
        "waiting": len(library.waiting),
        "retired": sum(rule.status is RuleStatus.RETIRED for rule in rules),
        "parameters": len(library.parameters),
        "laws": len(library.laws),
        "examples": sum(len(rule.examples) for rule in rules) + sum(len(each.examples) for each in templates),
    }


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(values).items()))
