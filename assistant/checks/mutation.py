"""Small changes of a rule's condition. Examples that cannot tell a changed rule from the rule do not prove it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from assistant.domain.condition import BOOL, DATE, Expression
from assistant.domain.condition.nodes import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Node,
    Not,
)
from assistant.domain.condition.types import NumberType
from assistant.domain.condition.writing import written


class Change(StrEnum):
    OPERATOR = "operator"  # == for !=, < for <=, && for ||
    DROPPED = "dropped"  # one part of a conjunction or disjunction left out
    BOUND = "bound"  # a limit moved by one: a day, a rial, a piece
    NEGATED = "negated"  # a leaf turned around
    QUANTIFIER = "quantifier"  # exists for all
    ITEM = "item"  # one member of a list of values left out
    RECKONING = "reckoning"  # + for -, a number inside a sum or a date reckoned one more, one less


@dataclass(frozen=True, slots=True)
class Mutant:
    change: Change
    position: int  # in the rule's ``when``
    before: str
    after: str
    source: str  # the whole changed condition
    touched: Node = field(compare=False, repr=False)  # what was changed, or the part that was left out
    beside: tuple[Node, ...] = field(compare=False, repr=False)  # what must hold together with it

    @property
    def part(self) -> str:
        return written(self.touched)


_FLIPPED = {"==": ("!=",), "!=": ("==",), "<": ("<=", ">"), "<=": ("<", ">="), ">": (">=", "<"), ">=": (">", "<=")}
_ORDERED = ("<", "<=", ">", ">=")
_RECKONED_OTHERWISE = {"+": "-", "-": "+", "*": "+", "/": "*"}
_QUANTIFIERS = {"exists": "all", "all": "exists", "exists_one": "exists"}


def mutants_of(expression: Expression) -> Iterator[Mutant]:
    """Every change once, in the order of the source; none is written like the condition itself."""
    seen = {written(expression.tree)}
    for node in walk(expression.tree):
        for change, after in _changes(node, expression):
            source = written(_with(expression.tree, node, after))
            if source not in seen:
                seen.add(source)
                left_out, kept = _parted(node, after) if change is Change.DROPPED else (node, ())
                beside = (*kept, *_beside(expression.tree, node))
                yield Mutant(change, _start(node), written(node), written(after), source, left_out, beside)


def _parted(node: Node, after: Node) -> tuple[Node, tuple[Node, ...]]:
    """The part left out, and those of a conjunction that stay."""
    if not isinstance(node, Logic):
        return node, ()
    kept = (after,) if after in node.operands else after.operands if isinstance(after, Logic) else ()
    (left_out,) = (each for each in node.operands if each not in kept)
    return left_out, kept if node.operator == "&&" else ()


def _beside(tree: Node, node: Node) -> Iterator[Node]:
    """The other parts of every conjunction the node stands in."""
    for each in walk(tree):
        if isinstance(each, Logic) and each.operator == "&&" and each is not node:
            own = [operand for operand in each.operands if any(inner is node for inner in walk(operand))]
            if own:
                yield from (operand for operand in each.operands if operand not in own)


def _changes(node: Node, expression: Expression) -> Iterator[tuple[Change, Node]]:
    if isinstance(node, Comparison):
        yield from _changed_comparison(node, expression)
    elif isinstance(node, Logic):
        yield Change.OPERATOR, replace(node, operator="||" if node.operator == "&&" else "&&")
        for index in range(len(node.operands)):
            yield Change.DROPPED, _joined(node, node.operands[:index] + node.operands[index + 1 :])
    elif isinstance(node, Macro) and node.kind in _QUANTIFIERS:
        yield Change.QUANTIFIER, replace(node, kind=_QUANTIFIERS[node.kind])
    elif isinstance(node, ListLiteral) and len(node.items) > 1:
        for index in range(len(node.items)):
            yield Change.ITEM, replace(node, items=node.items[:index] + node.items[index + 1 :])
    elif isinstance(node, Not):
        yield Change.NEGATED, node.operand
    elif isinstance(node, Conditional):
        yield Change.DROPPED, node.then
        yield Change.DROPPED, node.otherwise
    elif isinstance(node, Arithmetic):
        yield from _changed_reckoning(node)
    elif isinstance(node, Call):
        yield from _changed_call(node)
    if _is_leaf(node) and expression.notes.types.get(node) is BOOL:
        yield Change.NEGATED, Not(node.position, node)


def _changed_comparison(node: Comparison, expression: Expression) -> Iterator[tuple[Change, Node]]:
    for operator in _FLIPPED.get(node.operator, ()):
        yield Change.OPERATOR, replace(node, operator=operator)
    if node.operator == "in":
        yield Change.NEGATED, Not(node.position, node)
    if node.operator not in _ORDERED:
        return
    bound = expression.notes.types.get(node.right)
    for step in (1, -1):
        if bound is DATE:
            moved: Node = Call(node.position, "add_days", (node.right, _number(node, step)))
        elif isinstance(bound, NumberType):
            moved = Arithmetic(node.position, "+" if step > 0 else "-", node.right, _number(node, 1))
        else:
            return
        yield Change.BOUND, replace(node, right=moved)


def _changed_reckoning(node: Arithmetic) -> Iterator[tuple[Change, Node]]:
    yield Change.RECKONING, replace(node, operator=_RECKONED_OTHERWISE[node.operator])
    yield from ((Change.RECKONING, replace(node, left=other)) for other in _one_more_and_less(node.left))
    yield from ((Change.RECKONING, replace(node, right=other)) for other in _one_more_and_less(node.right))


def _changed_call(node: Call) -> Iterator[tuple[Change, Node]]:
    """Its first choice or its second alone, its numbers moved by one, its yes and no turned around."""
    if node.function == "or_else":
        yield from ((Change.DROPPED, argument) for argument in node.arguments)
    for index, argument in enumerate(node.arguments):
        for other in _one_more_and_less(argument):
            yield Change.RECKONING, _with_argument(node, index, other)
        if isinstance(argument, Literal) and isinstance(argument.value, bool):
            yield Change.NEGATED, _with_argument(node, index, Literal(argument.position, not argument.value))


def _one_more_and_less(node: Node) -> Iterator[Literal]:
    if isinstance(node, Literal) and isinstance(node.value, int) and not isinstance(node.value, bool):
        yield from (Literal(node.position, node.value + step) for step in (1, -1) if node.value + step >= 0)


def _with_argument(node: Call, index: int, other: Node) -> Call:
    return replace(node, arguments=(*node.arguments[:index], other, *node.arguments[index + 1 :]))


def _number(node: Node, value: int) -> Literal:
    return Literal(node.position, value)


def _joined(node: Logic, operands: tuple[Node, ...]) -> Node:
    return operands[0] if len(operands) == 1 else replace(node, operands=operands)


def _is_leaf(node: Node) -> bool:
    """A place, a fact or a call; comparisons are turned around by their operator."""
    return not isinstance(node, Logic | Comparison | Not | Literal | Macro)


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in _children(node):
        yield from walk(child)


def _children(node: Node) -> Iterator[Node]:
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (member for member in value if isinstance(member, Node))


def _start(node: Node) -> int:
    """Where the reader finds it: an operator's place is between its operands, its left end is before them."""
    return min(each.position for each in walk(node))


def _with(tree: Node, old: Node, new: Node) -> Node:
    """The tree with one node exchanged."""
    if tree is old:
        return new
    changed: dict[str, Any] = {}
    for each in fields(tree):
        value = getattr(tree, each.name)
        if isinstance(value, Node):
            changed[each.name] = _with(value, old, new)
        elif isinstance(value, tuple):
            changed[each.name] = tuple(_with(part, old, new) if isinstance(part, Node) else part for part in value)
    return replace(tree, **changed)
