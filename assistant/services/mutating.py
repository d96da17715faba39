"""How well examples prove their rules: changed rules that no example tells from the rule itself are named.

For each survivor a case near the examples is sought that tells it apart: a proposal, which counts only once a reader
has confirmed it and written it among the rule's examples. Where none is found, the change most likely says the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checks.compiled_rule import CompiledRule, compile_rule
from assistant.checks.mutation import Mutant, mutants_of
from assistant.checks.neighbouring_cases import Case, neighbours
from assistant.checks.rules import RuleVerdict, TemplateRules
from assistant.domain.answers_file import AnswersFileError, read_answers_file
from assistant.domain.condition import ConditionError
from assistant.domain.journey import derive
from assistant.domain.library import Library
from assistant.domain.rule import Expected, Rule, RuleExample, RuleStatus
from assistant.domain.value_problem import ValueProblem


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case on which the rule and its mutant part, and what the rule says there."""

    template: str
    case: Case
    expect: Expected
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survivor:
    mutant: Mutant
    proposal: Proposal | None  # None: no case near the examples tells it apart


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What became of one rule's mutants. Those that are no condition any more are left out."""

    rule: Rule
    killed: int
    survivors: tuple[Survivor, ...]

    @property
    def unproven(self) -> tuple[Survivor, ...]:
        """Survivors that a known case would tell apart: here an example is missing."""
        return tuple(each for each in self.survivors if each.proposal is not None)


def score(scores: Iterable[RuleScore]) -> float:
    """The share of mutants killed among those that can be told from their rule; 1 where there are none."""
    killed = unproven = 0
    for each in scores:
        killed, unproven = killed + each.killed, unproven + len(each.unproven)
    return killed / (killed + unproven) if killed + unproven else 1.0


@dataclass(frozen=True, slots=True)
class _Example:
    """One example of a rule, ready to be judged again and again."""

    book: TemplateRules
    compiled: CompiledRule
    file: Case


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

    def told_apart(self, mutants: Iterable[Mutant], example: _Example, case: Case) -> "dict[Mutant, Proposal]":
        """The mutants that say something else on this case; none for a case that cannot be read."""
        book = example.book
        try:
            file = read_answers_file(case, template=book.template.id)
            on = file.on or date.max
            document = derive(book.template.form, file.answers, on, self.library.parameters).document
            verdict = book.verdict_of(example.compiled, document, on)
            said = _said(verdict)
            apart = {each for each in mutants if self._said(each, book, document, on) != said}
        except (AnswersFileError, ValueProblem, ArithmeticError):
            return {}
        is_open = verdict.kind is Expected.UNDETERMINED and verdict.open is not None
        missing = tuple(sorted(verdict.open.missing)) if is_open and verdict.open is not None else ()
        return {each: Proposal(book.template.id, case, verdict.kind, missing) for each in apart}

    def _said(self, mutant: Mutant, book: TemplateRules, document: Mapping[str, Any], on: date) -> object:
        compiled = self._mutated(mutant, book)
        assert compiled is not None
        return _said(book.verdict_of(compiled, document, on))


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
        for mutant in judge.told_apart(alive, example, example.file):
            del alive[mutant]
    found = _proposals(judge, examples, dict(alive))
    survivors = tuple(Survivor(each, found.get(each)) for each in alive)
    return RuleScore(judge.rule, len(mutants) - len(alive), survivors)


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
    template = library.templates[example.template]
    if template.id not in books:
        books[template.id] = TemplateRules(template, library, with_drafts=True)
    book = books[template.id]
    compiled = next((each for each in book.rules if each.rule.id == rule.id), None)
    return None if compiled is None else _Example(book, compiled, dict(example.answers))


def _said(verdict: RuleVerdict) -> tuple[object, ...]:
    """What an example holds a rule to: the verdict, the elements it fires for, and the exact missing answers."""
    places = tuple(finding.points_at for finding in verdict.findings)
    return verdict.kind, places, None if verdict.open is None else verdict.open.missing
