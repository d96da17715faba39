"""Checks a parsed condition against its environment: names, types, functions; and notes which answers it reads."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.domain.condition.errors import ConditionError, nearest_name
from assistant.domain.condition.functions import NAMES, PLAIN
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
from assistant.domain.condition.people import IDENTITY
from assistant.domain.condition.types import (
    BOOL,
    DATE,
    NUMBER,
    STRING,
    ChoiceType,
    DateType,
    ListType,
    NumberType,
    ObjectType,
    StringType,
    Type,
    TypeEnvironment,
    common_type,
)
from assistant.domain.jalali import to_gregorian
from assistant.domain.value_problem import ValueProblem


@dataclass(frozen=True, slots=True)
class Read:
    """One answer the condition reads: below the petition (``''``), ``this``, or an alias of ``each``."""

    head: str
    path: str  # folded: ``cheques[].amount``; ``this.kind`` below ``this``


@dataclass(frozen=True, slots=True)
class Scope:
    """What a name stands for: root | this | alias | fact | today | local (then its slot)."""

    kind: str
    slot: int = 0


@dataclass
class Checked:
    """The checker's notes on a tree."""

    types: dict[Node, Type] = field(default_factory=dict)
    scopes: dict[Node, Scope] = field(default_factory=dict)
    bases: dict[Node, tuple[Read, ...]] = field(default_factory=dict)  # where a place node may stand
    item_bases: dict[Node, tuple[Read, ...]] = field(default_factory=dict)  # where the items of a list node stand
    reads: dict[Read, None] = field(default_factory=dict)
    facts: dict[str, None] = field(default_factory=dict)
    parameters: dict[str, None] = field(default_factory=dict)
    slots: int = 0


def check(node: Node, environment: TypeEnvironment, expected: Type | None = None) -> Checked:
    """Raises ConditionError."""
    checker = _Checker(environment)
    found = checker.visit(node)
    if isinstance(found, ListType):
        checker.notes.item_bases[node] = checker.items_of(node)
    if expected is not None and common_type(expected, found) is None:
        raise ConditionError("type_clash", node.position, f"{expected.name}, {found.name}")
    return checker.notes


@dataclass(frozen=True, slots=True)
class _Local:
    type: Type
    bases: tuple[Read, ...]
    slot: int


class _Checker:
    def __init__(self, environment: TypeEnvironment) -> None:
        self.notes = Checked()
        self._environment = environment
        self._locals: dict[str, _Local] = {}
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

    def _demand(self, node: Node, kind: type[Type]) -> Type:
        found = self.visit(node)
        if not isinstance(found, kind):
            raise _clash(node, kind.__name__.removesuffix("Type").lower(), found)
        return found

    def _literal(self, node: Literal) -> Type:
        if isinstance(node.value, bool):
            return BOOL
        return NUMBER if isinstance(node.value, int) else STRING

    # Places: what stands at an answer path

    def _place(self, node: Node) -> Type:
        found = self._shape(node)
        if not isinstance(found, ObjectType) or found.is_value:
            self._note_reads(node, found)
        return found

    def _note_reads(self, node: Node, found: Type) -> None:
        for base in self.notes.bases.get(node, ()):
            path = base.path + "[]" if _is_list_of_items(found) else base.path
            self.notes.reads[Read(base.head, path)] = None

    def _shape(self, node: Node) -> Type:
        """Type and bases of a place, without counting it as read."""
        if isinstance(node, Name):
            found, bases = self._name(node)
        elif isinstance(node, Member):
            found, bases = self._member(node)
        else:
            return self.visit(node)
        self.notes.types[node] = found
        self.notes.bases[node] = bases
        return found

    def _name(self, node: Name) -> tuple[Type, tuple[Read, ...]]:
        environment, scopes = self._environment, self.notes.scopes
        local = self._locals.get(node.id)
        if local is not None:
            scopes[node] = Scope("local", local.slot)
            return local.type, local.bases
        if node.id in environment.names:
            return self._given_name(node)
        if node.id == "this" and environment.this is not None:
            scopes[node] = Scope("this")
            return environment.this, (Read("this", "this"),)
        if node.id == "today":
            scopes[node] = Scope("today")
            return DATE, ()
        if node.id in environment.root.fields:
            scopes[node] = Scope("root")
            return environment.root.fields[node.id], (Read("", node.id),)
        known = {*self._locals, *environment.names, *environment.root.fields, "today"}
        raise ConditionError("unknown_name", node.position, node.id, nearest_name(node.id, known))

    def _given_name(self, node: Name) -> tuple[Type, tuple[Read, ...]]:
        found = self._environment.names[node.id]
        alias = self._environment.aliases.get(node.id)
        if alias is not None:
            self.notes.scopes[node] = Scope("alias")
            return found, tuple(Read(node.id, path) for path in alias)
        self.notes.scopes[node] = Scope("fact")
        self.notes.facts[node.id] = None
        return found, ()

    def _member(self, node: Member) -> tuple[Type, tuple[Read, ...]]:
        of = self._shape(node.of)
        if not isinstance(of, ObjectType):
            raise _clash(node, "object", of)
        bases = self.notes.bases.get(node.of, ())
        if of.is_value:
            self._note_reads(node.of, of)
        found = of.fields.get(node.key)
        if found is None:
            path = f"{bases[0].path}.{node.key}" if bases else node.key
            raise ConditionError("unknown_name", node.position, path, nearest_name(node.key, of.fields))
        if of.is_value:
            return found, ()
        return found, tuple(Read(base.head, f"{base.path}.{node.key}") for base in bases)

    # Operators

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
                raise _clash(node.right, "list", right)
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
            _only_options(one, other_type)
        if isinstance(one_type, ChoiceType):
            _only_options(other, one_type)

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
                raise _clash(each, item.name, self.notes.types[each])
            item = joined
        if isinstance(item, (ListType, ObjectType)):
            raise _clash(node.items[0], "value", item)
        return ListType(item)

    def _macro(self, node: Macro) -> Type:
        source = self._demand(node.source, ListType)
        assert isinstance(source, ListType)
        item_bases = self.items_of(node.source)
        name = node.variable
        if name in self._locals or name in self._environment.names or name in (*self._environment.root.fields, "this"):
            raise ConditionError("name_taken", node.position, name)
        slot = len(self._locals)
        self.notes.scopes[node] = Scope("local", slot)
        self.notes.slots = max(self.notes.slots, slot + 1)
        self._locals[name] = _Local(source.item, item_bases, slot)
        body = self.visit(node.body)
        del self._locals[name]
        if node.kind == "map":
            if isinstance(body, ListType):
                raise _clash(node.body, "value", body)
            self.notes.item_bases[node] = self.notes.bases.get(node.body, ())
            return ListType(body)
        if body != BOOL:
            raise _clash(node.body, "bool", body)
        if node.kind == "filter":
            self.notes.item_bases[node] = item_bases
            return source
        return BOOL

    def items_of(self, node: Node) -> tuple[Read, ...]:
        """Where the items of a list stand; nowhere for plain values and what named facts made."""
        found = self.notes.types[node]
        if node in self.notes.item_bases:
            return self.notes.item_bases[node]
        if not _is_list_of_items(found):
            return ()
        return tuple(Read(base.head, f"{base.path}[]") for base in self.notes.bases.get(node, ()))

    # Functions

    def _call(self, node: Call) -> Type:
        if node.function not in NAMES:
            raise ConditionError("unknown_function", node.position, node.function, nearest_name(node.function, NAMES))
        plain = PLAIN.get(node.function)
        if plain is not None:
            self._count(node, len(plain.arguments))
            for argument, wanted in zip(node.arguments, plain.arguments, strict=True):
                self._demand(argument, type(wanted))
            if node.function == "jdate":
                _only_a_day(node.arguments[0])
            return plain.result
        special: Callable[[Call], Type] = getattr(self, f"_call_{node.function}")
        return special(node)

    def _count(self, node: Call, least: int, most: int | None = None) -> None:
        if not least <= len(node.arguments) <= (most or least):
            raise ConditionError("wrong_arguments", node.position, f"{node.function}: {len(node.arguments)}")

    def _call_answered(self, node: Call) -> Type:
        self._count(node, 1)
        found = self.visit(node.arguments[0])
        if isinstance(found, ObjectType) and not found.is_value:
            raise _clash(node.arguments[0], "value", found)
        return BOOL

    def _call_blank(self, node: Call) -> Type:
        found_type = self._call_answered(node)
        if not isinstance(node.arguments[0], Member) and not self.notes.bases.get(node.arguments[0]):
            raise ConditionError("wrong_arguments", node.position, "blank")
        return found_type

    def _call_size(self, node: Call) -> Type:
        self._count(node, 1)
        self._demand(node.arguments[0], ListType)
        return NUMBER

    def _call_sum(self, node: Call) -> Type:
        self._count(node, 1)
        found = self._demand(node.arguments[0], ListType)
        assert isinstance(found, ListType)
        if not isinstance(found.item, NumberType):
            raise _clash(node.arguments[0], "number", found.item)
        return found.item

    def _call_or_else(self, node: Call) -> Type:
        self._count(node, 2)
        value, default = (self.visit(argument) for argument in node.arguments)
        found = common_type(value, default)
        if found is None or isinstance(found, (ListType, ObjectType)):
            raise ConditionError("type_clash", node.position, f"{value.name}, {default.name}")
        if isinstance(value, ChoiceType):
            _only_options(node.arguments[1], value)
            return value
        return found

    def _call_same_person(self, node: Call) -> Type:
        self._count(node, 2)
        for argument in node.arguments:
            found = self._shape(argument)
            if isinstance(found, StringType) and found.value_type == "party_reference":
                self.visit(argument)
                self._note_people_pointed_at()
            elif isinstance(found, ObjectType) and not found.is_value:
                self._note_identity(self.notes.bases.get(argument, ()), found)
            else:
                raise _clash(argument, "person", found)
        return BOOL

    def _note_identity(self, bases: tuple[Read, ...], person: ObjectType) -> None:
        keys = [key for key in IDENTITY if key in person.fields]
        for base in bases:
            for key in keys:
                self.notes.reads[Read(base.head, f"{base.path}.{key}")] = None

    def _note_people_pointed_at(self) -> None:
        for key, found in self._environment.root.fields.items():
            if isinstance(found, ListType) and isinstance(found.item, ObjectType) and _is_person(found.item):
                self._note_identity((Read("", f"{key}[]"),), found.item)

    def _call_last_day(self, node: Call) -> Type:
        self._count(node, 2, 3)
        period = self.visit(node.arguments[0])
        if not isinstance(period, (StringType, NumberType)):
            raise _clash(node.arguments[0], "string", period)
        self._demand(node.arguments[1], DateType)
        for argument in node.arguments[2:]:
            self.visit(argument)
        return DATE

    def _call_parameter(self, node: Call) -> Type:
        self._count(node, 1, 2)
        id_node = node.arguments[0]
        self.visit(id_node)
        if not isinstance(id_node, Literal) or not isinstance(id_node.value, str):
            raise ConditionError("wrong_arguments", node.position, "parameter")
        found = self._environment.parameters.get(id_node.value)
        if found is None:
            nearest = nearest_name(id_node.value, self._environment.parameters)
            raise ConditionError("unknown_parameter", id_node.position, id_node.value, nearest)
        if len(node.arguments) == 2:
            self._demand(node.arguments[1], DateType)
        self.notes.parameters[id_node.value] = None
        return found


def _clash(node: Node, wanted: str, found: Type) -> ConditionError:
    return ConditionError("type_clash", node.position, f"{wanted}, {found.name}")


def _both(left: Type, right: Type, kind: type[Type]) -> bool:
    return isinstance(left, kind) and isinstance(right, kind)


def _is_list_of_items(found: Type) -> bool:
    return isinstance(found, ListType) and isinstance(found.item, ObjectType)


def _is_person(found: ObjectType) -> bool:
    return "national_id" in found.fields or "first_name" in found.fields


def _only_options(node: Node, choice: ChoiceType) -> None:
    """String literals compared with a choice must be among its options."""
    if isinstance(node, Literal) and isinstance(node.value, str) and node.value not in choice.values:
        raise ConditionError("unknown_option", node.position, node.value, nearest_name(node.value, choice.values))
    if isinstance(node, ListLiteral):
        for item in node.items:
            _only_options(item, choice)
    if isinstance(node, Conditional):
        _only_options(node.then, choice)
        _only_options(node.otherwise, choice)


def _only_a_day(node: Node) -> None:
    if not isinstance(node, Literal) or not isinstance(node.value, str):
        raise ConditionError("wrong_arguments", node.position, "jdate")
    try:
        to_gregorian(node.value)
    except ValueProblem:
        raise ConditionError("wrong_arguments", node.position, node.value) from None
