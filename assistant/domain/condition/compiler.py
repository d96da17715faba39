"""Checked tree → closures ``run(context, frame)``. Nothing here reads the clock or keeps state between runs."""

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from assistant.domain.condition import lists
from assistant.domain.condition.compile_calls import CallCompiler
from assistant.domain.condition.compile_places import Frame, Run, Where, lifted
from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.lists import Members
from assistant.domain.condition.nodes import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Member,
    Name,
    Negative,
    Node,
    Not,
)
from assistant.domain.condition.notes import Checked
from assistant.domain.condition.three_valued import Undetermined, merged, negation
from assistant.domain.condition.types import ListType


def compile_tree(node: Node, checked: Checked) -> Run:
    return _Compiler(checked).run_of(node)


def compile_place(node: Name | Member, checked: Checked) -> tuple[Run, Where]:
    """What stands at a place, markers included, and its concrete path."""
    return _Compiler(checked).place_of(node)


class _Compiler(CallCompiler):
    def __init__(self, checked: Checked) -> None:
        super().__init__(checked)
        self._makers: dict[type[Node], Callable[..., Run]] = {
            Literal: self._literal,
            Name: self._value,
            Member: self._value,
            Not: self._not,
            Negative: self._negative,
            Logic: self._logic,
            Comparison: self._comparison,
            Arithmetic: self._arithmetic,
            Conditional: self._conditional,
            ListLiteral: self._list,
            Call: self._call,
            Macro: self._macro,
        }

    def run_of(self, node: Node) -> Run:
        return self._makers[type(node)](node)

    def _literal(self, node: Literal) -> Run:
        value = node.value
        return lambda context, frame: value

    def _not(self, node: Not) -> Run:
        run = self.run_of(node.operand)
        return lambda context, frame: negation(run(context, frame))

    def _negative(self, node: Negative) -> Run:
        return lifted(operator.neg, (self.run_of(node.operand),))

    def _logic(self, node: Logic) -> Run:
        runs = tuple(self.run_of(operand) for operand in node.operands)
        is_and = node.operator == "&&"

        def run(context: EvaluationContext, frame: Frame) -> Any:
            reasons = None
            for each in runs:
                value = each(context, frame)
                if value.__class__ is Undetermined:
                    reasons = [value] if reasons is None else [*reasons, value]
                elif (value is True) is not is_and:
                    return not is_and
            return is_and if reasons is None else merged(reasons)

        return run

    def _comparison(self, node: Comparison) -> Run:
        left, right = self.run_of(node.left), self.run_of(node.right)
        if node.operator == "in":
            return lambda context, frame: lists.contains(left(context, frame), right(context, frame))
        compare = _COMPARE[node.operator]
        if isinstance(node.left, Call) and node.left.function == "size" and isinstance(node.right, Literal):
            return _count_compared(self.run_of(node.left.arguments[0]), node.operator, node.right.value)

        if isinstance(node.right, Literal):
            return _compared_with(left, compare, node.right.value)

        def run(context: EvaluationContext, frame: Frame) -> Any:
            one = left(context, frame)
            if one is None:
                return False
            other = right(context, frame)
            if other is None:
                return False
            if one.__class__ is Undetermined or other.__class__ is Undetermined:
                return merged((one, other))
            return compare(one, other)

        return run

    def _arithmetic(self, node: Arithmetic) -> Run:
        left, right = self.run_of(node.left), self.run_of(node.right)
        if isinstance(self._notes.types[node], ListType):
            return lambda context, frame: lists.joined(left(context, frame), right(context, frame))
        return lifted(_ARITHMETIC[node.operator], (left, right))

    def _conditional(self, node: Conditional) -> Run:
        condition, then, otherwise = (self.run_of(each) for each in (node.condition, node.then, node.otherwise))

        def run(context: EvaluationContext, frame: Frame) -> Any:
            chosen = condition(context, frame)
            if chosen.__class__ is not Undetermined:
                return then(context, frame) if chosen is True else otherwise(context, frame)
            one, other = then(context, frame), otherwise(context, frame)
            if Undetermined not in (one.__class__, other.__class__) and one == other:
                return one
            return merged((chosen, one, other))

        return run

    def _list(self, node: ListLiteral) -> Run:
        if all(isinstance(item, Literal) for item in node.items):
            constant = Members([(item.value, "", True) for item in node.items if isinstance(item, Literal)])
            return lambda context, frame: constant
        runs = tuple(self.run_of(item) for item in node.items)
        return lambda context, frame: Members([(run(context, frame), "", True) for run in runs])

    def _macro(self, node: Macro) -> Run:
        source, body = self.run_of(node.source), self.run_of(node.body)
        slot = 2 * self._notes.scopes[node].slot
        if node.kind == "map":
            return self._map(node, source, body, slot)

        def outcome_of(context: EvaluationContext, frame: Frame) -> Callable[[Any, lists.Place], Any]:
            def outcome(value: Any, place: lists.Place) -> Any:
                frame[slot], frame[slot + 1] = value, place
                return body(context, frame)

            return outcome

        if node.kind == "filter":
            return lambda context, frame: lists.kept(source(context, frame), outcome_of(context, frame))
        settle = {"exists": lists.any_true, "all": lists.all_true, "exists_one": lists.one_true}[node.kind]

        def run(context: EvaluationContext, frame: Frame) -> Any:
            members = source(context, frame)
            outcome = outcome_of(context, frame)
            outcomes = ((outcome(value, place), belongs) for value, place, belongs in members.entries)
            return settle(outcomes, members.rest)

        return run

    def _map(self, node: Macro, source: Run, body: Run, slot: int) -> Run:
        where = self._place(node.body)[1] if isinstance(node.body, (Name, Member)) else None

        def run(context: EvaluationContext, frame: Frame) -> Any:
            members = source(context, frame)
            entries: list[lists.Entry] = []
            for value, place, belongs in members.entries:
                frame[slot], frame[slot + 1] = value, place
                result = body(context, frame)
                entries.append((result, where(context, frame) if where else "", belongs))
            return Members(entries, members.rest)

        return run


def _compared_with(run: Run, compare: Callable[[Any, Any], Any], constant: Any) -> Run:
    def compared(context: EvaluationContext, frame: Frame) -> Any:
        value = run(context, frame)
        if value.__class__ is Undetermined:
            return value
        return False if value is None else compare(value, constant)

    return compared


def _count_compared(run: Run, sign: str, limit: Any) -> Run:
    """``size(list) > 1`` and the like: settled as soon as what may still come cannot change it."""
    compare = _COMPARE[sign]

    def compared(context: EvaluationContext, frame: Frame) -> Any:
        members = run(context, frame)
        fewest, most, reasons = lists.size_bounds(members)
        if reasons is None:
            return compare(fewest, limit)
        largest = max(fewest, limit) + 2 if most is None else most
        counts = {fewest, largest, limit if fewest <= limit <= largest else fewest}
        outcomes = {compare(count, limit) for count in counts}
        return outcomes.pop() if len(outcomes) == 1 else reasons

    return compared


def _divided(left: Any, right: Any) -> Any:
    """Exact; null when dividing by zero."""
    if right == 0:
        return None
    return _whole(Fraction(left) / Fraction(right))


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda left, right: _whole(left + right),
    "-": lambda left, right: _whole(left - right),
    "*": lambda left, right: _whole(left * right),
    "/": _divided,
}
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
