"""Which rules read which dated value: where a changed number is felt."""

from collections.abc import Iterator, Mapping

from assistant.checks.compiled_rule import CompiledRule
from assistant.checks.rules import RuleBook
from assistant.domain.library import Library
from assistant.domain.rule import Rule


def rules_by_value(library: Library, book: RuleBook) -> Mapping[str, tuple[Rule, ...]]:
    """``kind:id`` of a dated value → the rules that read it, also through a fact or as their launch, by id."""
    found: dict[str, dict[str, Rule]] = {}
    for template_id in library.templates:
        for compiled in book.for_template(template_id).rules:
            for value in _values(compiled):
                found.setdefault(value, {})[compiled.rule.id] = compiled.rule
    return {value: tuple(rules[id] for id in sorted(rules)) for value, rules in found.items()}


def _values(compiled: CompiledRule) -> Iterator[str]:
    yield from (f"parameter:{id}" for id in compiled.parameters)
    yield from (f"period:{id}" for id in compiled.periods)
