"""The static types of conditions, and the environment a condition is checked in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from assistant.domain.form import Option


@dataclass(frozen=True, slots=True)
class Type:
    """Base of all types."""

    @property
    def name(self) -> str:
        return type(self).__name__.removesuffix("Type").lower()


@dataclass(frozen=True, slots=True)
class BoolType(Type):
    pass


@dataclass(frozen=True, slots=True)
class NumberType(Type):
    """An exact number. The unit only tells how to print it; comparisons are blind to it."""

    unit: str = ""
    value_type: str = ""  # the field's value type where the number is a leaf: rial_amount, fraction, …


@dataclass(frozen=True, slots=True)
class StringType(Type):
    value_type: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceType(Type):
    """One of the options of a choice; comparable with the literals among them."""

    options: tuple[Option, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(option.value for option in self.options)


@dataclass(frozen=True, slots=True)
class DateType(Type):
    pass


@dataclass(frozen=True, slots=True)
class NullType(Type):
    pass


@dataclass(frozen=True, slots=True)
class ListType(Type):
    item: Type


@dataclass(frozen=True, slots=True)
class ObjectType(Type):
    """A group or list item; with ``is_value`` one composite answer, whose absent members read as blank."""

    fields: Mapping[str, Type]
    is_value: bool = False
    value_type: str = ""


BOOL, NUMBER, STRING, DATE, NULL = BoolType(), NumberType(), StringType(), DateType(), NullType()


@dataclass(frozen=True, slots=True)
class TypeEnvironment:
    """Everything a condition may name."""

    root: ObjectType
    this: ObjectType | None = None
    names: Mapping[str, Type] = field(default_factory=dict)  # named facts and the aliases of ``each``
    parameters: Mapping[str, Type] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # names of items: their folded paths
    periods: Collection[str] = ()  # ids that ``last_day`` may count; none where nobody counts


def common_type(left: Type, right: Type) -> Type | None:
    """The type of a value that is one or the other; None when they clash."""
    match left, right:
        case NumberType(), NumberType():
            return NumberType(left.unit or right.unit)
        case ChoiceType(), ChoiceType():
            return left if left.options == right.options else STRING
        case ((StringType() | ChoiceType()), (StringType() | ChoiceType())):
            return left if left == right else STRING
        case ListType(item=one), ListType(item=other):
            item = common_type(one, other)
            return None if item is None else ListType(item)
        case ObjectType(), ObjectType():
            return _common_object(left, right)
    return left if left == right else None


def _common_object(left: ObjectType, right: ObjectType) -> ObjectType:
    """Only the members both have, so that people of two lists can be asked about together."""
    if left is right:
        return left
    members: dict[str, Type] = {}
    for key, one in left.fields.items():
        other = right.fields.get(key)
        both = common_type(one, other) if other is not None else None
        if both is not None:
            members[key] = both
    return ObjectType(members, is_value=left.is_value and right.is_value)
