"""The tree of a parsed condition. Nodes compare by identity, so that the checker can keep notes about each."""

from dataclasses import dataclass


@dataclass(eq=False, slots=True)
class Node:
    position: int


@dataclass(eq=False, slots=True)
class Literal(Node):
    value: int | str | bool


@dataclass(eq=False, slots=True)
class Name(Node):
    id: str


@dataclass(eq=False, slots=True)
class Member(Node):
    of: Node
    key: str


@dataclass(eq=False, slots=True)
class Not(Node):
    operand: Node


@dataclass(eq=False, slots=True)
class Negative(Node):
    operand: Node


@dataclass(eq=False, slots=True)
class Logic(Node):
    """``&&`` or ``||`` over two or more operands, flattened."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(eq=False, slots=True)
class Comparison(Node):
    operator: str  # == != < <= > >= in
    left: Node
    right: Node


@dataclass(eq=False, slots=True)
class Arithmetic(Node):
    operator: str  # + - * /
    left: Node
    right: Node


@dataclass(eq=False, slots=True)
class Conditional(Node):
    condition: Node
    then: Node
    otherwise: Node


@dataclass(eq=False, slots=True)
class ListLiteral(Node):
    items: tuple[Node, ...]


@dataclass(eq=False, slots=True)
class Call(Node):
    function: str
    arguments: tuple[Node, ...]


@dataclass(eq=False, slots=True)
class Macro(Node):
    kind: str  # exists all exists_one filter map
    source: Node
    variable: str
    body: Node


MACROS = ("exists", "all", "exists_one", "filter", "map")
