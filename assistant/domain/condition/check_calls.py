"""The checker's part for functions."""

from collections.abc import Callable

from assistant.domain.condition.check_places import PlaceChecker
from assistant.domain.condition.errors import ConditionError, nearest_name
from assistant.domain.condition.functions import NAMES, PLAIN
from assistant.domain.condition.nodes import Call, Literal, Member, Node
from assistant.domain.condition.notes import Read, clash, only_options
from assistant.domain.condition.people import IDENTITY
from assistant.domain.condition.types import (
    BOOL,
    DATE,
    NUMBER,
    BoolType,
    ChoiceType,
    DateType,
    ListType,
    NumberType,
    ObjectType,
    StringType,
    Type,
    common_type,
)
from assistant.domain.jalali import to_gregorian
from assistant.domain.value_problem import ValueProblem


class CallChecker(PlaceChecker):
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
            raise clash(node.arguments[0], "value", found)
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
            raise clash(node.arguments[0], "number", found.item)
        return found.item

    def _call_or_else(self, node: Call) -> Type:
        self._count(node, 2)
        value, default = (self.visit(argument) for argument in node.arguments)
        found = common_type(value, default)
        if found is None or isinstance(found, (ListType, ObjectType)):
            raise ConditionError("type_clash", node.position, f"{value.name}, {default.name}")
        if isinstance(value, ChoiceType):
            only_options(node.arguments[1], value)
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
                raise clash(argument, "person", found)
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
        """``last_day('period', start[, is_abroad])``: the period is named outright, so that it surely exists."""
        self._count(node, 2, 3)
        id_node, start, *is_abroad = node.arguments
        self.visit(id_node)
        if not isinstance(id_node, Literal) or not isinstance(id_node.value, str):
            raise ConditionError("wrong_arguments", node.position, "last_day")
        known = self._environment.periods
        if id_node.value not in known:
            raise ConditionError("unknown_period", id_node.position, id_node.value, nearest_name(id_node.value, known))
        self._demand(start, DateType)
        for argument in is_abroad:
            self._demand(argument, BoolType)
        self.notes.periods[id_node.value] = None
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


def _is_person(found: ObjectType) -> bool:
    return "national_id" in found.fields or "first_name" in found.fields


def _only_a_day(node: Node) -> None:
    if not isinstance(node, Literal) or not isinstance(node.value, str):
        raise ConditionError("wrong_arguments", node.position, "jdate")
    try:
        to_gregorian(node.value)
    except ValueProblem:
        raise ConditionError("wrong_arguments", node.position, node.value) from None
