"""Tree → source: the inverse of the parser, with no more brackets than the reader of a condition needs."""

from collections.abc import Callable, Mapping
from typing import Any

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

_CHOICE, _OR, _AND, _COMPARISON, _SUM, _PRODUCT, _SIGN, _PLACE = range(8)
_LOGIC = {"||": _OR, "&&": _AND}
_ARITHMETIC = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT}


def written(node: Node) -> str:
    """Parsing the text again gives the same tree."""
    return _text(node, _CHOICE)


def _text(node: Node, binds: int) -> str:
    text, strength = _WRITERS[type(node)](node)
    return f"({text})" if strength < binds else text


def _literal(node: Literal) -> tuple[str, int]:
    if isinstance(node.value, bool):
        return str(node.value).lower(), _PLACE
    if isinstance(node.value, str):
        quoted = node.value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{quoted}'", _PLACE
    return str(node.value), _PLACE if node.value >= 0 else _SIGN


def _logic(node: Logic) -> tuple[str, int]:
    strength = _LOGIC[node.operator]
    return f" {node.operator} ".join(_text(each, strength + 1) for each in node.operands), strength


def _comparison(node: Comparison) -> tuple[str, int]:
    return f"{_text(node.left, _SUM)} {node.operator} {_text(node.right, _SUM)}", _COMPARISON


def _arithmetic(node: Arithmetic) -> tuple[str, int]:
    strength = _ARITHMETIC[node.operator]
    return f"{_text(node.left, strength)} {node.operator} {_text(node.right, strength + 1)}", strength


def _conditional(node: Conditional) -> tuple[str, int]:
    condition, then, otherwise = _text(node.condition, _OR), _text(node.then, _CHOICE), _text(node.otherwise, _CHOICE)
    return f"{condition} ? {then} : {otherwise}", _CHOICE


def _macro(node: Macro) -> tuple[str, int]:
    return f"{_text(node.source, _PLACE)}.{node.kind}({node.variable}, {_text(node.body, _CHOICE)})", _PLACE


def _listed(nodes: tuple[Node, ...]) -> str:
    return ", ".join(_text(each, _CHOICE) for each in nodes)


_WRITERS: Mapping[type[Node], Callable[[Any], tuple[str, int]]] = {
    Literal: _literal,
    Name: lambda node: (node.id, _PLACE),
    Member: lambda node: (f"{_text(node.of, _PLACE)}.{node.key}", _PLACE),
    Not: lambda node: (f"!{_text(node.operand, _SIGN)}", _SIGN),
    Negative: lambda node: (f"-{_text(node.operand, _SIGN)}", _SIGN),
    Logic: _logic,
    Comparison: _comparison,
    Arithmetic: _arithmetic,
    Conditional: _conditional,
    ListLiteral: lambda node: (f"[{_listed(node.items)}]", _PLACE),
    Call: lambda node: (f"{node.function}({_listed(node.arguments)})", _PLACE),
    Macro: _macro,
}
