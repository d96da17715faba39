"""Checks a parsed condition against its environment: names, types, functions; and notes which answers it reads."""

from collections.abc import Callable

from assistant.domain.condition.check_calls import CallChecker
from assistant.domain.condition.errors import ConditionError
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
from assistant.domain.condition.notes import Checked, Local, Scope, clash, only_options
from assistant.domain.condition.types import (
    BOOL,
    NUMBER,
    STRING,
    ChoiceType,
    DateType,
    ListType,
    NumberType,
    ObjectType,
    Type,
    TypeEnvironment,
    common_type,
)


def check(node: Node, environment: TypeEnvironment, expected: Type | None = None) -> Checked:
    """Raises ConditionError."""
    checker = _Checker(environment)
    found = checker.visit(node)
    if isinstance(found, ListType):
        checker.notes.item_bases[node] = checker.items_of(node)
    if expected is not None and common_type(expected, found) is None:
        raise ConditionError("type_clash", node.position, f"{expected.name}, {found.name}")
    return checker.notes


class _Checker(CallChecker):
    def __init__(self, environment: TypeEnvironment) -> None:
        super().__init__(environment)
        self._visitors: dict[type[Node], Callable[..., Type]] = {
            Literal: self._literal,
            Name: self._place,
            Member: self._place,
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

    def visit(self, node: Node) -> Type:
        found = self.notes.types[node] = self._visitors[type(node)](node)
        return found

    def _literal(self, node: Literal) -> Type:
        if isinstance(node.value, bool):
            return BOOL
        return NUMBER if isinstance(node.value, int) else STRING

    def _not(self, node: Not) -> Type:
        return self._demand(node.operand, type(BOOL))

    def _negative(self, node: Negative) -> Type:
        return self._demand(node.operand, NumberType)

    def _logic(self, node: Logic) -> Type:
        for operand in node.operands:
            self._demand(operand, type(BOOL))
        return BOOL

    def _comparison(self, node: Comparison) -> Type:
        left, right = self.visit(node.left), self.visit(node.right)
        if node.operator == "in":
            if not isinstance(right, ListType):
                raise clash(node.right, "list", right)
            self._comparable(node, node.left, left, node.right, right.item)
        elif node.operator in ("==", "!="):
            self._comparable(node, node.left, left, node.right, right)
        elif not (_both(left, right, NumberType) or _both(left, right, DateType)):
            raise ConditionError("type_clash", node.position, f"{left.name} {node.operator} {right.name}")
        return BOOL

    def _comparable(self, at: Node, one: Node, one_type: Type, other: Node, other_type: Type) -> None:
        common = common_type(one_type, other_type)
        if common is None or isinstance(common, (ListType, ObjectType)):
            raise ConditionError("type_clash", at.position, f"{one_type.name}, {other_type.name}")
        if isinstance(other_type, ChoiceType):
            only_options(one, other_type)
        if isinstance(one_type, ChoiceType):
            only_options(other, one_type)

    def _arithmetic(self, node: Arithmetic) -> Type:
        left, right = self.visit(node.left), self.visit(node.right)
        if node.operator == "+" and isinstance(left, ListType) and isinstance(right, ListType):
            joined = common_type(left, right)
            if joined is None:
                raise ConditionError("type_clash", node.position, f"{left.item.name}, {right.item.name}")
            self.notes.item_bases[node] = self.items_of(node.left) + self.items_of(node.right)
            return joined
        if not isinstance(left, NumberType) or not isinstance(right, NumberType):
            raise ConditionError("type_clash", node.position, f"{left.name} {node.operator} {right.name}")
        if node.operator == "/" and left.unit and right.unit:
            return NUMBER
        return NumberType(left.unit or right.unit)

    def _conditional(self, node: Conditional) -> Type:
        self._demand(node.condition, type(BOOL))
        then, otherwise = self.visit(node.then), self.visit(node.otherwise)
        found = common_type(then, otherwise)
        if found is None or isinstance(found, (ListType, ObjectType)):
            raise ConditionError("type_clash", node.position, f"{then.name}, {otherwise.name}")
        return found

    def _list(self, node: ListLiteral) -> Type:
        if not node.items:
            raise ConditionError("type_clash", node.position, "[]")
        item = self.visit(node.items[0])
        for each in node.items[1:]:
            joined = common_type(item, self.visit(each))
            if joined is None:
                raise clash(each, item.name, self.notes.types[each])
            item = joined
        if isinstance(item, (ListType, ObjectType)):
            raise clash(node.items[0], "value", item)
        return ListType(item)

    def _macro(self, node: Macro) -> Type:
        source = self._demand(node.source, ListType)
        assert isinstance(source, ListType)
        item_bases = self.items_of(node.source)
        name = node.variable
        if name in self._locals or name in self._environment.names or name in (*self._environment.root.fields, "this"):
            raise ConditionError("name_taken", node.position, name)
        slot = len(self.notes.aliases) + len(self._locals)
        self.notes.scopes[node] = Scope("local", slot)
        self.notes.slots = max(self.notes.slots, slot + 1)
        self._locals[name] = Local(source.item, item_bases, slot)
        body = self.visit(node.body)
        del self._locals[name]
        if node.kind == "map":
            if isinstance(body, ListType):
                raise clash(node.body, "value", body)
            self.notes.item_bases[node] = self.notes.bases.get(node.body, ())
            return ListType(body)
        if body != BOOL:
            raise clash(node.body, "bool", body)
        if node.kind == "filter":
            self.notes.item_bases[node] = item_bases
            return source
        return BOOL


def _both(left: Type, right: Type, kind: type[Type]) -> bool:
    return isinstance(left, kind) and isinstance(right, kind)
