"""A compiled condition: its source, type and reads, and how to evaluate it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from assistant.domain.condition.checker import check
from assistant.domain.condition.compile_places import Run
from assistant.domain.condition.compiler import compile_tree
from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.lists import Members, Place
from assistant.domain.condition.nodes import Node
from assistant.domain.condition.notes import Checked, Read
from assistant.domain.condition.parser import parse
from assistant.domain.condition.three_valued import Undetermined, merged
from assistant.domain.condition.types import BOOL, Type, TypeEnvironment


@dataclass(frozen=True, eq=False)
class Expression:
    """Immutable and shared freely; ``evaluate`` is pure."""

    source: str
    type: Type
    reads: tuple[Read, ...]  # in the order of the source
    facts: frozenset[str]
    parameters: frozenset[str]
    periods: frozenset[str]
    item_paths: tuple[str, ...]  # of a list: where its items stand, folded
    tree: Node = field(repr=False)
    notes: Checked = field(repr=False)  # the checker's, about the tree
    _run: Run = field(repr=False)
    _slots: int = field(repr=False)
    _aliases: tuple[str, ...] = field(repr=False)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Folded paths read: ``cheques[].amount``, ``cheques[]`` for the list itself, ``this.kind``."""
        return frozenset(read.path for read in self.reads)

    def evaluate(self, context: EvaluationContext) -> Any:
        """The value (a condition's is True or False; otherwise None means null), or Undetermined."""
        return self._settled(self._run(context, self._frame(context)))

    def evaluate_for(self, context: EvaluationContext, element: Any, place: Place) -> Any:
        """The same with the only alias bound to one element, without making a context for it."""
        frame: list[Any] = [None] * (2 * self._slots)
        frame[0], frame[1] = element, place
        return self._settled(self._run(context, frame))

    def members(self, context: EvaluationContext) -> Members:
        """Of a list: its members with their places, known to belong or perhaps belonging."""
        value = self._run(context, self._frame(context))
        assert isinstance(value, Members)
        return value

    def _frame(self, context: EvaluationContext) -> list[Any]:
        frame: list[Any] = [None] * (2 * self._slots)
        for slot, alias in enumerate(self._aliases):
            frame[2 * slot : 2 * slot + 2] = context.bindings[alias]
        return frame

    def _settled(self, value: Any) -> Any:
        if value is None and self.type is BOOL:
            return False
        return _plain(value) if value.__class__ is Members else value


def _plain(members: Members) -> Any:
    """A list result as a list; undetermined as soon as one member or the end is."""
    reasons: list[Any] = [members.rest]
    for value, _, belongs in members.entries:
        reasons += [belongs, value]
    if any(reason.__class__ is Undetermined for reason in reasons):
        return merged(reasons)
    return [value for value, _, _ in members.entries]


def compile_expression(source: str, environment: TypeEnvironment, *, expected: Type | None = None) -> Expression:
    """Parses, checks and compiles. Raises ConditionError."""
    tree = parse(source)
    checked = check(tree, environment, expected)
    return Expression(
        source=source,
        type=checked.types[tree],
        reads=tuple(checked.reads),
        facts=frozenset(checked.facts),
        parameters=frozenset(checked.parameters),
        periods=frozenset(checked.periods),
        item_paths=tuple(read.path for read in checked.item_bases.get(tree, ())),
        tree=tree,
        notes=checked,
        _run=compile_tree(tree, checked),
        _slots=checked.slots,
        _aliases=checked.aliases,
    )


def compile_condition(source: str, environment: TypeEnvironment) -> Expression:
    """An expression that is true, false or undetermined. Raises ConditionError."""
    return compile_expression(source, environment, expected=BOOL)
