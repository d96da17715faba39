"""Why each rule speaks or stays silent: on a draft for those who write it, on the experts' examples for everybody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.checks.compiled_rule import CompiledRule
from assistant.checks.explanation import Explained, explain
from assistant.checks.review import Review, Reviewer
from assistant.checks.rules import TemplateRules
from assistant.checks.stated_condition import stated
from assistant.checks.values_used import parameter_used, period_used
from assistant.domain.answers_file import read_answers_file
from assistant.domain.finding import Finding
from assistant.domain.rule import Rule, RuleExample
from assistant.domain.template import Template
from assistant.domain.used_value import UsedValue
from assistant.services.access import NotFound


class RuleState(StrEnum):
    FIRES = "fires"
    WAITING = "waiting"
    CLEAR = "clear"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of a template with what it says of one document."""

    rule: Rule
    state: RuleState
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleExplained:
    """``tree`` is None where the rule is not in force on ``on``."""

    line: RuleLine
    on: date
    tree: Explained | None
    used: tuple[UsedValue, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ExampleExplained:
    rule: Rule
    template: Template
    example: RuleExample
    explained: RuleExplained


class Explanations:
    """Reads one library; safe to share between threads."""

    def __init__(self, reviewer: Reviewer) -> None:
        self._reviewer = reviewer
        self._with_drafts = Reviewer(reviewer.library, with_drafts=True)

    def lines(self, review: Review) -> tuple[RuleLine, ...]:
        """Every rule of the template, in the order of the rule book."""
        rules = self._reviewer.rules.for_template(review.template.id)
        in_force = {each.rule.id for each in rules.in_force_on(review.verdicts.filing_date)}
        return tuple(_line(each.rule, review, each.rule.id in in_force) for each in rules.rules)

    def explain(self, review: Review, rule_id: str) -> RuleExplained:
        """Raises NotFound for a rule that does not reach the template."""
        return self._explained(self._reviewer, review, rule_id)

    def example(self, rule_id: str, number: int) -> ExampleExplained:
        """An example of a rule, counted from 1, explained. Rules in the making are explained too. Raises NotFound."""
        library = self._reviewer.library
        rule = library.rules.get(rule_id)
        if rule is None or not 1 <= number <= len(rule.examples):
            raise NotFound
        example = rule.examples[number - 1]
        template = library.templates.get(example.template)
        if template is None:
            raise NotFound
        file = read_answers_file(example.answers, template=template.id)
        review = self._with_drafts.review(template, file.answers, file.on or date.max)
        return ExampleExplained(rule, template, example, self._explained(self._with_drafts, review, rule_id))

    def in_words(self, rule_id: str) -> Mapping[Explained, tuple[str, ...]]:
        """The condition by itself → titles of the templates whose labels say it so."""
        found: dict[Explained, tuple[str, ...]] = {}
        for template in self._reviewer.library.templates.values():
            rules = self._with_drafts.rules.for_template(template.id)
            compiled = rules.compiled(rule_id)
            if compiled is not None:
                tree = stated(compiled, rules.scope, self._reviewer.library)
                found[tree] = (*found.get(tree, ()), template.title)
        return found

    def values_used(self, review: Review) -> tuple[UsedValue, ...]:
        """Every dated number of law behind the rules in force, as on the filing date."""
        rules = self._reviewer.rules.for_template(review.template.id)
        return tuple(self._values(rules.in_force_on(review.verdicts.filing_date), review.verdicts.filing_date))

    def _explained(self, reviewer: Reviewer, review: Review, rule_id: str) -> RuleExplained:
        rules = reviewer.rules.for_template(review.template.id)
        compiled = rules.compiled(rule_id)
        if compiled is None:
            raise NotFound
        on = review.verdicts.filing_date
        is_in_force = compiled in rules.in_force_on(on)
        line = _line(compiled.rule, review, is_in_force)
        findings = tuple(each for each in review.findings if each.rule == rule_id)
        tree = self._tree(rules, compiled, review) if is_in_force else None
        return RuleExplained(line, on, tree, tuple(self._values((compiled,), on)), findings)

    def _tree(self, rules: TemplateRules, compiled: CompiledRule, review: Review) -> Explained:
        verdicts = review.verdicts
        context = rules.context(review.derived.document, verdicts.filing_date, verdicts.counter)
        return explain(compiled, rules.scope, self._reviewer.library, context)

    def _values(self, rules: tuple[CompiledRule, ...], on: date) -> Iterator[UsedValue]:
        library = self._reviewer.library
        for id in sorted(frozenset().union(*(each.parameters for each in rules))):
            yield parameter_used(library.parameters[id], on, on)
        for id in sorted(frozenset().union(*(each.periods for each in rules))):
            yield period_used(library.periods[id], on, on)


def _line(rule: Rule, review: Review, is_in_force: bool) -> RuleLine:
    missing = review.undetermined.get(rule.id)
    unknown = review.verdicts.unknown.get(rule.id, ())
    if not is_in_force:
        return RuleLine(rule, RuleState.NOT_IN_FORCE)
    if any(each.rule == rule.id for each in review.findings):
        return RuleLine(rule, RuleState.FIRES, missing or (), unknown)
    if missing is not None:
        return RuleLine(rule, RuleState.WAITING, missing, unknown)
    return RuleLine(rule, RuleState.CLEAR)
