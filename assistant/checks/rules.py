"""Runs the rules of a template over a document: every rule, or only those a changed answer can reach."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any

from assistant.checks.answer_words import answer_in_words
from assistant.checks.compiled_rule import CompiledRule, RuleScope, applies, compile_rule, is_in_force
from assistant.checks.currency import calendar_data
from assistant.checks.facts import FactTable
from assistant.checks.observed import Observer
from assistant.checks.period_counter import PeriodCounter
from assistant.checks.rule_index import RuleIndex
from assistant.checks.values_used import values_used
from assistant.domain.condition import EvaluationContext, Undetermined, merged, place_text
from assistant.domain.finding import Finding, ObservedFact
from assistant.domain.library import Library
from assistant.domain.rule import Expected, RuleStatus
from assistant.domain.template import Template

_DATES_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """What one rule said: a finding for each element it fires for, and why it is open for the others."""

    findings: tuple[Finding, ...] = ()
    open: Undetermined | None = None

    @property
    def kind(self) -> Expected:
        if self.findings:
            return Expected.FIRES
        return Expected.CLEAR if self.open is None else Expected.UNDETERMINED


CLEAR = RuleVerdict()


@dataclass(frozen=True)
class Verdicts:
    """The verdicts of all rules in force on one document. Rules that are clear are left out of ``by_number``."""

    template_id: str
    filing_date: date
    counter: PeriodCounter  # the calendar the verdicts stand on
    rule_ids: tuple[str, ...]
    by_number: Mapping[int, RuleVerdict] = field(default_factory=dict)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """In the order of the rule book."""
        return tuple(finding for number in sorted(self.by_number) for finding in self.by_number[number].findings)

    @cached_property
    def undetermined(self) -> Mapping[str, tuple[str, ...]]:
        """Rule id → the answers that would settle it (none when only «نمی‌دانم» keeps it open)."""
        return {rule: reason.missing for rule, reason in self._open()}

    @cached_property
    def unknown(self) -> Mapping[str, tuple[str, ...]]:
        """Rule id → the answers declared unknown that keep it open."""
        return {rule: reason.unknown for rule, reason in self._open() if reason.unknown}

    def _open(self) -> list[tuple[str, Undetermined]]:
        open_rules = ((self.rule_ids[number], self.by_number[number].open) for number in sorted(self.by_number))
        return [(rule, reason) for rule, reason in open_rules if reason is not None]


class TemplateRules:
    """The compiled rules that reach one template. Holds no draft; shared freely between threads."""

    def __init__(self, template: Template, library: Library, *, with_drafts: bool = False) -> None:
        self.template = template
        self._library = library
        self.scope = RuleScope.of(template, library)
        shown = {RuleStatus.ACTIVE, RuleStatus.DRAFT} if with_drafts else {RuleStatus.ACTIVE}
        reaching = (
            each for each in library.rules.values() if each.status in shown and applies(each.applies_to, template)
        )
        compiled = (compile_rule(each, template, library, self.scope) for each in reaching)
        self.rules: tuple[CompiledRule, ...] = tuple(each for each in compiled if each is not None)
        self._ids = tuple(each.rule.id for each in self.rules)
        self._by_id = {each.rule.id: each for each in self.rules}
        self._index = RuleIndex(self.rules)
        self._observer = Observer(template.form)
        self._in_force: dict[date, frozenset[int]] = {}

    def evaluate(
        self, document: Mapping[str, Any], filing_date: date, counter: PeriodCounter | None = None, only: str = ""
    ) -> Verdicts:
        """Every rule in force on the filing date, or of them ``only`` one.

        Without a ``counter`` periods are counted by the library's tables.
        """
        counter = counter or PeriodCounter.of(self._library)
        numbers = (each for each in self._numbers_in_force(filing_date) if only in ("", self._ids[each]))
        found = self._run(sorted(numbers), document, filing_date, counter)
        by_number = {number: each for number, each in found if each is not CLEAR}
        return Verdicts(self.template.id, filing_date, counter, self._ids, by_number)

    def evaluate_changed(
        self, previous: Verdicts, document: Mapping[str, Any], changed_paths: Iterable[str]
    ) -> Verdicts:
        """The same as ``evaluate`` on the previous day and calendar, running only what a changed path can reach."""
        reached = self._index.reached_by(changed_paths) & self._numbers_in_force(previous.filing_date)
        verdicts = dict(previous.by_number)
        for number, verdict in self._run(reached, document, previous.filing_date, previous.counter):
            if verdict is CLEAR:
                verdicts.pop(number, None)
            else:
                verdicts[number] = verdict
        return replace(previous, by_number=verdicts)

    def compiled(self, rule_id: str) -> CompiledRule | None:
        """None for a rule that does not reach this template."""
        return self._by_id.get(rule_id)

    def in_force_on(self, day: date) -> tuple[CompiledRule, ...]:
        """In the order of the rule book."""
        return tuple(self.rules[number] for number in sorted(self._numbers_in_force(day)))

    def context(
        self, document: Mapping[str, Any], day: date, counter: PeriodCounter | None = None
    ) -> EvaluationContext:
        """What every rule is evaluated against."""
        counter = counter or PeriodCounter.of(self._library)
        return FactTable(self.scope.facts, document, day, self._library.parameters, counter.last_day).context

    def _run(
        self, numbers: Iterable[int], document: Mapping[str, Any], filing_date: date, counter: PeriodCounter
    ) -> list[tuple[int, RuleVerdict]]:
        context = self.context(document, filing_date, counter)
        return [(number, self._verdict(self.rules[number], context)) for number in numbers]

    def verdict_of(self, compiled: CompiledRule, document: Mapping[str, Any], filing_date: date) -> RuleVerdict:
        """What one rule says by itself, also one that is not in the book: a changed one, or one not in force."""
        return self._verdict(compiled, self.context(document, filing_date))

    def _numbers_in_force(self, day: date) -> frozenset[int]:
        known = self._in_force.get(day)
        if known is None:
            parameters = self._library.parameters
            known = frozenset(
                number for number, each in enumerate(self.rules) if is_in_force(each.rule.in_force, day, parameters)
            )
            if len(self._in_force) >= _DATES_REMEMBERED:
                self._in_force = {}
            self._in_force[day] = known
        return known

    def _verdict(self, compiled: CompiledRule, context: EvaluationContext) -> RuleVerdict:
        if compiled.items is None:
            outcome = compiled.when.evaluate(context)
            if outcome is True:
                return RuleVerdict((self._finding(compiled, context, ""),))
            return CLEAR if outcome is False else RuleVerdict(open=outcome)
        return self._verdict_of_each(compiled, context)

    def _verdict_of_each(self, compiled: CompiledRule, context: EvaluationContext) -> RuleVerdict:
        assert compiled.items is not None
        members = compiled.items.members(context)
        findings: list[Finding] = []
        reasons: list[Any] = []
        for element, place, belongs in members.entries:
            outcome = compiled.when.evaluate_for(context, element, place)
            if outcome is False:
                continue
            if outcome is True and belongs is True:
                path = place_text(place)
                bound = replace(context, bindings={compiled.alias: (element, path)})
                findings.append(self._finding(compiled, bound, path))
            else:
                reasons += [belongs, outcome]
        if members.rest is not None:
            reasons.append(members.rest)
        if not findings and not reasons:
            return CLEAR
        return RuleVerdict(tuple(findings), merged(reasons) if reasons else None)

    def _finding(self, compiled: CompiledRule, context: EvaluationContext, element_path: str) -> Finding:
        rule = compiled.rule
        return Finding(
            rule=rule.id,
            title=rule.title,
            outcome=rule.outcome,
            message=compiled.message.text(context),
            points_at=self._places(compiled, context, element_path),
            basis=rule.basis,
            facts=self._facts(compiled, context, element_path),
            certainty=rule.certainty,
            level=rule.level,
            is_reviewed=rule.verified.reviewed_by is not None,
            grade=rule.verified.grade,
            overdue_parameters=self._overdue(compiled, context.today),
            used=values_used(compiled, self.scope, self._library, context),
            rule_version=rule.version,
        )

    def _overdue(self, compiled: CompiledRule, day: date) -> tuple[str, ...]:
        parameters, periods = self._library.parameters, self._library.periods
        overdue = [id for id in sorted(compiled.parameters) if parameters[id].is_overdue(day)]
        if compiled.periods:
            overdue += [id for id in sorted(compiled.periods) if periods[id].is_overdue(day)]
            overdue += [each.id for each in calendar_data(self._library) if each.is_overdue(day)]
        return tuple(overdue)

    def _places(self, compiled: CompiledRule, context: EvaluationContext, element_path: str) -> tuple[str, ...]:
        places = []
        for target in compiled.points_at:
            head, _, below = target.partition(".")
            if compiled.alias and head in (compiled.alias, "this"):
                places.append(self._nearest_field(f"{element_path}.{below}" if below else element_path))
            else:
                places.append(target)
        return tuple(dict.fromkeys(places))

    def _nearest_field(self, path: str) -> str:
        """A derived element may stand at a place without such a member: then the place itself."""
        form = self.scope.form
        while form.field_at(path) is None and "." in path:
            path = path.rpartition(".")[0]
        return path

    def _facts(self, compiled: CompiledRule, context: EvaluationContext, element_path: str) -> tuple[ObservedFact, ...]:
        answers = self._observer.answers(compiled.when.reads, context.document, element_path)
        derived = []
        for name in sorted(compiled.facts - {"reliefs"}):
            fact, value = self.scope.facts[name], context.facts(name)
            shown = answer_in_words(fact.type, value, context.document)
            is_known = not isinstance(value, Undetermined)
            derived.append(ObservedFact(name, fact.title, shown, is_answered=is_known, is_derived=True))
        return (*answers, *derived)


class RuleBook:
    """All rules of a library; compiles those of a template when first asked for them."""

    def __init__(self, library: Library, *, with_drafts: bool = False) -> None:
        self._library = library
        self._with_drafts = with_drafts
        self._compiled: dict[str, TemplateRules] = {}
        self._lock = Lock()

    def for_template(self, template_id: str) -> TemplateRules:
        """Raises ConditionError when a rule does not fit the template: content/ refuses such a library."""
        with self._lock:
            rules = self._compiled.get(template_id)
            if rules is None:
                template = self._library.templates[template_id]
                rules = TemplateRules(template, self._library, with_drafts=self._with_drafts)
                self._compiled[template_id] = rules
            return rules
