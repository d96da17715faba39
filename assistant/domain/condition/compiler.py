"""Checked tree → closures ``run(context, frame)``. Nothing here reads the clock or keeps state between runs.

``frame`` holds the loop variables: slot ``i`` has its value at ``2 * i`` and its place behind it.
A place (name or member) compiles to two closures: ``raw`` reads the document, markers included; ``where`` tells the
concrete path, and is called only when something is missing.
"""

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.condition import lists
from assistant.domain.condition.checker import Checked
from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.functions import PLAIN
from assistant.domain.condition.lists import Members, members_of, place_text
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
from assistant.domain.condition.person_calls import same_person_run
from assistant.domain.condition.three_valued import Undetermined, merged, negation
from assistant.domain.condition.types import ListType, ObjectType

type Frame = list[Any]
type Run = Callable[[EvaluationContext, Frame], Any]
type Where = Callable[[EvaluationContext, Frame], str]

_EMPTY: dict[str, Any] = {}


def compile_tree(node: Node, checked: Checked) -> Run:
    return _Compiler(checked).run_of(node)


class _Compiler:
    def __init__(self, checked: Checked) -> None:
        self._notes = checked
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

    # Places

    def _value(self, node: Node) -> Run:
        """A leaf as a value: blank and not applicable are null; a list as its members."""
        raw, where = self._place(node)
        if isinstance(self._notes.types[node], ListType):
            return lambda context, frame: members_of(raw(context, frame), where(context, frame))

        def run(context: EvaluationContext, frame: Frame) -> Any:
            value = raw(context, frame)
            if value.__class__ is Marker:
                return Undetermined(unknown=(where(context, frame),)) if value is Marker.DONT_KNOW else None
            return value

        return run

    def _place(self, node: Node) -> tuple[Run, Where]:
        return self._member(node) if isinstance(node, Member) else self._name(node)

    def _name(self, node: Node) -> tuple[Run, Where]:
        assert isinstance(node, Name)
        scope, name = self._notes.scopes[node], node.id
        match scope.kind:
            case "root":
                absent = self._absent(node, name)
                return (lambda context, frame: context.document.get(name, absent)), (lambda context, frame: name)
            case "local":
                slot = 2 * scope.slot
                return (lambda context, frame: frame[slot]), (lambda context, frame: place_text(frame[slot + 1]))
            case "this":
                return (lambda context, frame: context.this), (lambda context, frame: context.this_path)
            case "alias":
                return (
                    lambda context, frame: context.bindings[name][0],
                    lambda context, frame: context.bindings[name][1],
                )
            case "fact":
                return (lambda context, frame: context.facts(name)), (lambda context, frame: name)
        return (lambda context, frame: context.today), (lambda context, frame: name)

    def _absent(self, node: Node, path: str) -> Any:
        """What stands where the document has nothing."""
        found = self._notes.types[node]
        if isinstance(found, ObjectType) and not found.is_value:
            return _EMPTY  # its members report themselves
        is_items = isinstance(found, ListType) and isinstance(found.item, ObjectType)
        return Undetermined((f"{path}[+]" if is_items else path,))

    def _member(self, node: Member) -> tuple[Run, Where]:
        key = node.key
        of_raw, of_where = self._place_or_value(node.of)
        of_type = self._notes.types[node.of]
        is_part = isinstance(of_type, ObjectType) and of_type.is_value

        def where(context: EvaluationContext, frame: Frame) -> str:
            parent = of_where(context, frame)
            return f"{parent}.{key}" if parent else key

        def raw(context: EvaluationContext, frame: Frame) -> Any:
            holder = of_raw(context, frame)
            if holder.__class__ is not dict:
                return holder  # a marker or undetermined holds for all members
            value = holder.get(key, _EMPTY)
            if value is not _EMPTY:
                return value
            return Marker.BLANK if is_part else self._absent(node, where(context, frame))

        return raw, (of_where if is_part else where)

    def _place_or_value(self, node: Node) -> tuple[Run, Where]:
        if isinstance(node, (Name, Member)):
            return self._place(node)
        return self.run_of(node), lambda context, frame: ""

    # Operators

    def _not(self, node: Not) -> Run:
        run = self.run_of(node.operand)
        return lambda context, frame: negation(run(context, frame))

    def _negative(self, node: Negative) -> Run:
        return _lifted(operator.neg, (self.run_of(node.operand),))

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
        return _lifted(_ARITHMETIC[node.operator], (left, right))

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

    # Functions

    def _call(self, node: Call) -> Run:
        plain = PLAIN.get(node.function)
        if plain is not None:
            return _lifted(plain.apply, tuple(self.run_of(argument) for argument in node.arguments))
        special: Callable[[Call], Run] = getattr(self, f"_call_{node.function}")
        return special(node)

    def _call_answered(self, node: Call) -> Run:
        run = self.run_of(node.arguments[0])
        if isinstance(self._notes.types[node.arguments[0]], ListType):
            return lambda context, frame: lists.has_members(run(context, frame))

        def answered(context: EvaluationContext, frame: Frame) -> Any:
            value = run(context, frame)
            return value if value.__class__ is Undetermined else value is not None

        return answered

    def _call_blank(self, node: Call) -> Run:
        if isinstance(self._notes.types[node.arguments[0]], ListType):
            has_members = self._call_answered(node)
            return lambda context, frame: negation(has_members(context, frame))
        raw, where = self._place(node.arguments[0])

        def blank(context: EvaluationContext, frame: Frame) -> Any:
            value = raw(context, frame)
            if value is Marker.DONT_KNOW:
                return Undetermined(unknown=(where(context, frame),))
            return value if value.__class__ is Undetermined else value is Marker.BLANK

        return blank

    def _call_size(self, node: Call) -> Run:
        run = self.run_of(node.arguments[0])
        return lambda context, frame: lists.size(run(context, frame))

    def _call_sum(self, node: Call) -> Run:
        run = self.run_of(node.arguments[0])
        return lambda context, frame: lists.total(run(context, frame))

    def _call_or_else(self, node: Call) -> Run:
        run, default = (self.run_of(argument) for argument in node.arguments)

        def or_else(context: EvaluationContext, frame: Frame) -> Any:
            value = run(context, frame)
            return default(context, frame) if value is None else value

        return or_else

    def _call_same_person(self, node: Call) -> Run:
        types = [self._notes.types[argument] for argument in node.arguments]
        places = [self._place_or_value(argument) for argument in node.arguments]
        return same_person_run(types, places)

    def _call_last_day(self, node: Call) -> Run:
        runs = tuple(self.run_of(argument) for argument in node.arguments)

        def run(context: EvaluationContext, frame: Frame) -> Any:
            values = [each(context, frame) for each in runs]
            if None in values:
                return None
            if any(value.__class__ is Undetermined for value in values):
                return merged(values)
            return Undetermined() if context.deadline is None else context.deadline(*values)

        return run

    def _call_parameter(self, node: Call) -> Run:
        id_node = node.arguments[0]
        assert isinstance(id_node, Literal)
        id = str(id_node.value)
        if len(node.arguments) == 1:
            return lambda context, frame: context.parameters[id].value_on(context.today)
        at = self.run_of(node.arguments[1])

        def run(context: EvaluationContext, frame: Frame) -> Any:
            day = at(context, frame)
            if day is None or day.__class__ is Undetermined:
                return day
            return context.parameters[id].value_on(day)

        return run


def _count_compared(run: Run, sign: str, limit: Any) -> Run:
    """``size(list) > 1`` and the like: settled as soon as what may still come cannot change it."""
    compare = _COMPARE[sign]

    def compared(context: EvaluationContext, frame: Frame) -> Any:
        members = run(context, frame)
        fewest, most, reasons = lists.size_bounds(members)
        if reasons is None:
            return compare(fewest, limit)
        largest = max(fewest, limit) + 2 if most is None else most
        counts = {fewest, largest, *(count for count in (limit, limit + 1) if fewest <= count <= largest)}
        outcomes = {compare(count, limit) for count in counts}
        return outcomes.pop() if len(outcomes) == 1 else reasons

    return compared


def _lifted(apply: Callable[..., Any], runs: tuple[Run, ...]) -> Run:
    """Null in, null out, whatever else is open; undetermined in, undetermined out."""

    def run(context: EvaluationContext, frame: Frame) -> Any:
        values = [each(context, frame) for each in runs]
        if None in values:
            return None
        for value in values:
            if value.__class__ is Undetermined:
                return merged(values)
        return apply(*values)

    return run


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
