"""Which rules read which dated value: where a changed number is felt."""

from collections.abc import Mapping

from assistant.checks.rules import RuleBook
from assistant.domain.library import Library
from assistant.domain.rule import Rule


def rules_by_value(library: Library, book: RuleBook) -> Mapping[str, tuple[Rule, ...]]:
    """Id of a dated value → the rules that read it, also through a fact or as their launch, by id."""
    found: dict[str, dict[str, Rule]] = {}
    for template_id in library.templates:
        for compiled in book.for_template(template_id).rules:
            for value_id in (*compiled.parameters, *compiled.periods):
                found.setdefault(value_id, {})[compiled.rule.id] = compiled.rule
    return {value_id: tuple(rules[id] for id in sorted(rules)) for value_id, rules in found.items()}
