"""How well examples prove their rules: changed rules that no example tells from the rule itself are named.

For each survivor a case near the examples is sought that tells it apart: a proposal, which counts only once a reader
has confirmed it and written it among the rule's examples. Where none is found, the change most likely says the same;
then a reason is due: one the form gives by itself, or a note in the rule's file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checks.compiled_rule import CompiledRule, compile_rule, is_in_force
from assistant.checks.mutation import Mutant, mutants_of
from assistant.checks.mutation_reasons import asked_only_then, noted
from assistant.checks.neighbouring_cases import Case, neighbours
from assistant.checks.rules import RuleVerdict, TemplateRules
from assistant.domain.answers_file import AnswersFileError, read_answers_file
from assistant.domain.condition import ConditionError
from assistant.domain.journey import derive
from assistant.domain.library import Library
from assistant.domain.rule import Expected, Rule, RuleExample, RuleStatus, SurvivorNote
from assistant.domain.value_problem import ValueProblem
from assistant.services.proving import library_for_example, template_of_example


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case on which the rule and its mutant part, and what the rule says there."""

    template: str
    case: Case
    expect: Expected
    missing: tuple[str, ...]
    points_at: tuple[str, ...] = ()  # only where nothing but the element it fires for tells the mutant apart


@dataclass(frozen=True, slots=True)
class Survivor:
    mutant: Mutant
    proposal: Proposal | None  # None: no case near the examples tells it apart
    note: SurvivorNote | None = None  # why no case at all can tell it apart
    asked_only_then: str = ""  # instead of a note: the question that the form shows only by the changed part

    @property
    def is_same(self) -> bool:
        """Whether it is known to say the same as the rule."""
        return self.proposal is None and (self.note is not None or self.asked_only_then != "")


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What became of one rule's mutants. Those that are no condition any more are left out."""

    rule: Rule
    killed: int
    survivors: tuple[Survivor, ...]
    idle_notes: tuple[SurvivorNote, ...] = ()  # of changes that do not survive, or that a case tells apart

    @property
    def unproven(self) -> tuple[Survivor, ...]:
        """Survivors that a known case would tell apart, or that nobody has explained: here an example is missing."""
        return tuple(each for each in self.survivors if not each.is_same)


def score(scores: Iterable[RuleScore]) -> float:
    """The share of mutants killed among those that can be told from their rule; 1 where there are none."""
    killed = unproven = 0
    for each in scores:
        killed, unproven = killed + each.killed, unproven + len(each.unproven)
    return killed / (killed + unproven) if killed + unproven else 1.0


@dataclass(frozen=True, slots=True)
class _Example:
    """One example of a rule, ready to be judged again and again."""

    library: Library  # with what the example takes as given
    book: TemplateRules
    compiled: CompiledRule
    file: Case
    held: "_Held"


@dataclass(frozen=True, slots=True)
class _Held:
    """What an example holds a rule to, as it is proven: verdict, exact missing answers, and places if it names any."""

    expect: Expected
    missing: frozenset[str] = frozenset()
    points_at: frozenset[str] = frozenset()

    def is_met_by(self, verdict: RuleVerdict) -> bool:
        if verdict.kind is not self.expect:
            return False
        if self.expect is Expected.FIRES:
            return self.points_at <= _places(verdict)
        return self.expect is Expected.CLEAR or self.missing == _missing(verdict)


@dataclass
class _Judge:
    """Asks one rule and its mutants about cases."""

    library: Library
    rule: Rule
    compiled: dict[tuple[str, str], CompiledRule] = field(default_factory=dict)

    def has_meaning(self, mutant: Mutant, examples: Iterable[_Example]) -> bool:
        """Whether it still is a condition in every template of the examples."""
        try:
            return all(self._mutated(mutant, each.book) is not None for each in examples)
        except ConditionError:
            return False

    def _mutated(self, mutant: Mutant, book: TemplateRules) -> CompiledRule | None:
        key = mutant.source, book.template.id
        if key not in self.compiled:
            changed = replace(self.rule, when=mutant.source)
            made = compile_rule(changed, book.template, self.library, book.scope)
            if made is None:
                return None
            self.compiled[key] = made
        return self.compiled[key]

    def noticed(self, mutants: Iterable[Mutant], example: _Example) -> set[Mutant]:
        """The mutants on which the example as it is written would fail."""
        answered = self._answered(example, example.file)
        if answered is None or not example.held.is_met_by(example.book.verdict_of(example.compiled, *answered)):
            return set()  # an example that cannot be read, or does not hold itself, proves nothing
        return {each for each in mutants if self._fails(each, example.book, example.held, *answered)}

    def told_apart(self, mutants: Iterable[Mutant], example: _Example, case: Case) -> dict[Mutant, Proposal]:
        """The mutants that an example written from this case would notice; none for a case that cannot be read."""
        book = example.book
        answered = self._answered(example, case)
        if answered is None:
            return {}
        try:
            verdict = book.verdict_of(example.compiled, *answered)
        except ArithmeticError:
            return {}
        missing, places = _missing(verdict), _places(verdict)
        plain = _Held(verdict.kind, missing)
        placed = replace(plain, points_at=places)
        found: dict[Mutant, Proposal] = {}
        for mutant in mutants:
            if self._fails(mutant, book, plain, *answered):
                found[mutant] = Proposal(book.template.id, case, verdict.kind, tuple(sorted(missing)))
            elif places and self._fails(mutant, book, placed, *answered):
                found[mutant] = Proposal(book.template.id, case, verdict.kind, (), tuple(sorted(places)))
        return found

    def _answered(self, example: _Example, case: Case) -> tuple[Mapping[str, Any], date] | None:
        """What the case answers, and its day; none where it cannot be read or the rule is not in force."""
        try:
            file = read_answers_file(case, template=example.book.template.id)
            on = file.on or date.max
            if not is_in_force(self.rule.in_force, on, example.library.parameters):
                return None
            return derive(example.book.template.form, file.answers, on, example.library.parameters).document, on
        except (AnswersFileError, ValueProblem, ArithmeticError):
            return None

    def _fails(self, mutant: Mutant, book: TemplateRules, held: _Held, document: Mapping[str, Any], on: date) -> bool:
        compiled = self._mutated(mutant, book)
        assert compiled is not None
        try:
            return not held.is_met_by(book.verdict_of(compiled, document, on))
        except ArithmeticError:  # a date pushed out of the calendar: this case says nothing about this mutant
            return False


def mutation_scores(library: Library, rules: Iterable[Rule] | None = None) -> Iterator[RuleScore]:
    """One score a rule; a rule whose examples cannot be read has no score: ``check`` says why."""
    books: dict[str, TemplateRules] = {}
    for rule in library.rules.values() if rules is None else rules:
        if rule.status is not RuleStatus.RETIRED:
            found = [made for example in rule.examples if (made := _example(library, books, rule, example)) is not None]
            if found:
                yield _score(_Judge(library, rule), found)


def _score(judge: _Judge, examples: list[_Example]) -> RuleScore:
    mutants = [each for each in mutants_of(examples[0].compiled.when) if judge.has_meaning(each, examples)]
    alive = dict.fromkeys(mutants)
    for example in examples:
        for mutant in judge.noticed(alive, example):
            del alive[mutant]
    found = _proposals(judge, examples, dict(alive))
    survivors = tuple(_survivor(each, found.get(each), judge.rule, examples) for each in alive)
    told = [each.note for each in survivors]
    idle = tuple(each for each in judge.rule.survivors if each not in told)
    return RuleScore(judge.rule, len(mutants) - len(alive), survivors, idle)


def _survivor(mutant: Mutant, proposal: Proposal | None, rule: Rule, examples: list[_Example]) -> Survivor:
    """The form's own reason must be the same in every form of the examples."""
    if proposal is not None:
        return Survivor(mutant, proposal)
    when = examples[0].compiled.when
    shown_by = {asked_only_then(mutant, when, each.book.scope.controllers) for each in examples}
    question = shown_by.pop() if len(shown_by) == 1 else ""
    return Survivor(mutant, None, None if question else noted(mutant, rule), question)


def _proposals(judge: _Judge, examples: list[_Example], sought: dict[Mutant, None]) -> dict[Mutant, Proposal]:
    found: dict[Mutant, Proposal] = {}
    for example in examples:
        form = example.book.template.form
        for case in neighbours(example.file, example.compiled, form, judge.library):
            if not sought:
                return found
            for mutant, proposal in judge.told_apart(sought, example, case).items():
                found[mutant] = proposal
                del sought[mutant]
    return found


def _example(library: Library, books: dict[str, TemplateRules], rule: Rule, example: RuleExample) -> _Example | None:
    template = template_of_example(library, rule, example)
    if template is None:
        return None
    if example.template and not example.given:
        if template.id not in books:
            books[template.id] = TemplateRules(template, library, with_drafts=True)
        book, known = books[template.id], library
    else:
        known = library_for_example(library, template, rule, example)
        book = TemplateRules(template, known, with_drafts=True)
    compiled = next((each for each in book.rules if each.rule.id == rule.id), None)
    held = _Held(example.expect, frozenset(example.missing), frozenset(example.points_at))
    return None if compiled is None else _Example(known, book, compiled, dict(example.answers), held)


def _places(verdict: RuleVerdict) -> frozenset[str]:
    return frozenset(place for finding in verdict.findings for place in finding.points_at)


def _missing(verdict: RuleVerdict) -> frozenset[str]:
    is_open = verdict.kind is Expected.UNDETERMINED and verdict.open is not None
    return frozenset(verdict.open.missing) if is_open and verdict.open is not None else frozenset()
