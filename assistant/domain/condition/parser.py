"""Condition source → tree, by operator precedence. Size and depth are bounded here."""

from collections.abc import Callable

from assistant.domain.condition.errors import ConditionError
from assistant.domain.condition.nodes import (
    MACROS,
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
from assistant.domain.condition.tokens import Token, tokenize

MAX_NODES = 400
MAX_DEPTH = 40
MAX_NESTED_MACROS = 2

_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=", "in")


def parse(source: str) -> Node:
    """Raises ConditionError."""
    return _Parser(tokenize(source)).whole()


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._nodes = 0
        self._depth = 0
        self._macros = 0

    def whole(self) -> Node:
        node = self._expression()
        if self._token.kind != "end":
            raise self._unexpected()
        return node

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _unexpected(self) -> ConditionError:
        return ConditionError("syntax", self._token.position, self._token.text)

    def _sees(self, *texts: str) -> bool:
        token = self._token
        return token.text in texts and token.kind in ("operator", "name")

    def _take(self) -> Token:
        token = self._token
        self._next += 1
        return token

    def _expect(self, text: str) -> Token:
        if not self._sees(text):
            raise self._unexpected()
        return self._take()

    def _made[N: Node](self, node: N) -> N:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise ConditionError("too_many_nodes", node.position, str(MAX_NODES))
        return node

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ConditionError("too_deep", self._token.position, str(MAX_DEPTH))

    def _expression(self) -> Node:
        self._deeper()
        node = self._either()
        if self._sees("?"):
            position = self._take().position
            then = self._expression()
            self._expect(":")
            node = self._made(Conditional(position, node, then, self._expression()))
        self._depth -= 1
        return node

    def _either(self) -> Node:
        return self._logic("||", self._both)

    def _both(self) -> Node:
        return self._logic("&&", self._comparison)

    def _logic(self, operator: str, operand: Callable[[], Node]) -> Node:
        first = operand()
        operands = [first]
        position = self._token.position
        while self._sees(operator):
            self._take()
            operands.append(operand())
        return first if len(operands) == 1 else self._made(Logic(position, operator, tuple(operands)))

    def _comparison(self) -> Node:
        node = self._sum()
        if self._sees(*_COMPARISONS):
            operator = self._take()
            node = self._made(Comparison(operator.position, operator.text, node, self._sum()))
            if self._sees(*_COMPARISONS):
                raise self._unexpected()
        return node

    def _sum(self) -> Node:
        node = self._product()
        depth = self._depth
        while self._sees("+", "-"):
            self._deeper()
            operator = self._take()
            node = self._made(Arithmetic(operator.position, operator.text, node, self._product()))
        self._depth = depth
        return node

    def _product(self) -> Node:
        node = self._unary()
        depth = self._depth
        while self._sees("*", "/"):
            self._deeper()
            operator = self._take()
            node = self._made(Arithmetic(operator.position, operator.text, node, self._unary()))
        self._depth = depth
        return node

    def _unary(self) -> Node:
        if not self._sees("!", "-"):
            return self._member()
        self._deeper()
        operator = self._take()
        operand = self._unary()
        self._depth -= 1
        return self._made(
            Not(operator.position, operand) if operator.text == "!" else Negative(operator.position, operand)
        )

    def _member(self) -> Node:
        node = self._primary()
        depth = self._depth
        while self._sees("."):
            self._deeper()
            self._take()
            key = self._identifier()
            node = self._macro(node, key) if self._sees("(") else self._made(Member(key.position, node, key.text))
        self._depth = depth
        return node

    def _macro(self, source: Node, kind: Token) -> Node:
        if kind.text not in MACROS:
            raise ConditionError("unknown_function", kind.position, kind.text)
        self._expect("(")
        variable = self._identifier().text
        self._expect(",")
        self._macros += 1
        if self._macros > MAX_NESTED_MACROS:
            raise ConditionError("too_nested", kind.position, str(MAX_NESTED_MACROS))
        body = self._expression()
        self._macros -= 1
        self._expect(")")
        return self._made(Macro(kind.position, kind.text, source, variable, body))

    def _identifier(self) -> Token:
        if self._token.kind != "name" or self._token.text in ("true", "false", "in", "null"):
            raise self._unexpected()
        return self._take()

    def _primary(self) -> Node:
        token = self._token
        if token.kind == "number":
            return self._made(Literal(self._take().position, int(token.text)))
        if token.kind == "string":
            return self._made(Literal(self._take().position, token.text))
        if self._sees("true", "false"):
            return self._made(Literal(self._take().position, token.text == "true"))
        if self._sees("("):
            self._take()
            node = self._expression()
            self._expect(")")
            return node
        if self._sees("["):
            self._take()
            return self._made(ListLiteral(token.position, self._arguments("]")))
        name = self._identifier()
        if self._sees("("):
            self._take()
            return self._made(Call(name.position, name.text, self._arguments(")")))
        return self._made(Name(name.position, name.text))

    def _arguments(self, closing: str) -> tuple[Node, ...]:
        arguments: list[Node] = []
        while not self._sees(closing):
            if arguments:
                self._expect(",")
            arguments.append(self._expression())
        self._expect(closing)
        return tuple(arguments)
