"""Warns of rules that may speak about a field the form has hidden.

A hidden leaf reads as null, so that plain comparisons with it are false and stay silent. Under a negation, in a
count or sum, under ``all`` and for lists under ``blank`` a hidden field can make a condition true. Such a read wants
a guard: the condition must also read one of the answers that control whether the field is shown.
"""

from assistant.checks.compiled_rule import CompiledRule
from assistant.checks.controllers import controllers_of
from assistant.domain.condition import Expression, ListType
from assistant.domain.condition.nodes import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    ListLiteral,
    Logic,
    Macro,
    Member,
    Name,
    Negative,
    Node,
    Not,
)
from assistant.domain.condition.notes import Checked
from assistant.domain.form import Form


def unguarded_paths(compiled: CompiledRule, form: Form) -> tuple[str, ...]:
    """Folded paths of conditional fields read in a risky place without any of their controllers being read."""
    controllers = controllers_of(form)
    read = {each.path.removesuffix("[]") for each in compiled.when.reads}
    if compiled.items is not None:
        read |= {each.path.removesuffix("[]") for each in compiled.items.reads}
    found = []
    for path in _risky(compiled.when):
        levels = [controllers[each] for each in _self_and_ancestors(path) if each in controllers]
        if any(not level & read for level in levels):
            found.append(path)
    return tuple(dict.fromkeys(found))


def _self_and_ancestors(path: str) -> list[str]:
    """Only down from the innermost list item: whoever reads an item's member knows that its list is shown."""
    path = path.removesuffix("[]")
    fixed = path.rfind("[]")
    segments = path.split(".")
    levels = [".".join(segments[: length + 1]) for length in range(len(segments))]
    return [each for each in levels if len(each) > fixed + 2 or fixed < 0]


def _risky(condition: Expression) -> list[str]:
    """Folded paths read where null does not simply make a comparison false."""
    notes = condition.notes
    found: list[str] = []

    def walk(node: Node, is_risky: bool) -> None:
        if is_risky and isinstance(node, (Name, Member)):
            found.extend(read.path for read in notes.bases.get(node, ()))
        if isinstance(node, Member):
            return
        for each, starts in _children(node, notes):
            walk(each, is_risky or starts)

    walk(condition.tree, False)
    return found


def _children(node: Node, notes: Checked) -> list[tuple[Node, bool]]:
    """Inner nodes, each with whether a risky place begins there."""
    match node:
        case Not(operand=operand):
            return [(operand, True)]
        case Negative(operand=operand):
            return [(operand, False)]
        case Logic(operands=operands) | ListLiteral(items=operands):
            return [(each, False) for each in operands]
        case Comparison(left=left, right=right) | Arithmetic(left=left, right=right):
            return [(left, False), (right, False)]
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            return [(condition, True), (then, False), (otherwise, False)]
        case Macro(kind=kind, source=source, body=body):
            return [(source, kind == "all"), (body, kind in ("all", "exists_one"))]
        case Call(function=function, arguments=arguments):
            is_list = any(isinstance(notes.types.get(each), ListType) for each in arguments)
            starts = function in ("size", "sum", "or_else") or (function == "blank" and is_list)
            return [(each, starts) for each in arguments]
    return []
