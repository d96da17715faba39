"""Sentences with ``{expression}`` placeholders: rule messages and the titles of reliefs.

Placeholders are checked when content is loaded and printed by their static type. ``{{`` and ``}}`` stand for braces.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from assistant.domain.characters import persian_digits, printed_text
from assistant.domain.condition import (
    ChoiceType,
    ConditionError,
    EvaluationContext,
    Expression,
    ListType,
    NumberType,
    ObjectType,
    Read,
    StringType,
    Type,
    TypeEnvironment,
    Undetermined,
    compile_expression,
)
from assistant.domain.jalali import from_gregorian, show_date
from assistant.domain.money import group_thousands
from assistant.domain.paths import PathError, parse_path
from assistant.domain.value_types import VALUE_TYPES

BLANK_SHOWN = "درج نشده"
UNKNOWN_SHOWN = "نمی‌دانم"
OPEN_SHOWN = "…"


@dataclass(frozen=True)
class Message:
    """A compiled sentence. Without placeholders it costs nothing to format."""

    source: str
    parts: tuple[str | Expression, ...]

    @cached_property
    def expressions(self) -> tuple[Expression, ...]:
        return tuple(part for part in self.parts if isinstance(part, Expression))

    @cached_property
    def reads(self) -> tuple[Read, ...]:
        return tuple(dict.fromkeys(read for each in self.expressions for read in each.reads))

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(each.facts for each in self.expressions))

    @cached_property
    def parameters(self) -> frozenset[str]:
        return frozenset().union(*(each.parameters for each in self.expressions))

    @cached_property
    def periods(self) -> frozenset[str]:
        return frozenset().union(*(each.periods for each in self.expressions))

    def text(self, context: EvaluationContext) -> str:
        return "".join(part if isinstance(part, str) else _filled(part, context) for part in self.parts)


def compile_message(source: str, environment: TypeEnvironment) -> Message:
    """Raises ConditionError with the position in ``source``."""
    parts: list[str | Expression] = []
    for text, position, is_placeholder in _pieces(source):
        if not is_placeholder:
            parts.append(text)
            continue
        try:
            expression = compile_expression(text, environment)
            _refuse_unprintable(expression)
        except ConditionError as error:
            raise ConditionError(error.code, position + error.position, error.detail, error.nearest) from None
        parts.append(expression)
    return Message(source, tuple(parts))


def _pieces(source: str) -> list[tuple[str, int, bool]]:
    """(text, its position, whether it is the inside of a placeholder)."""
    pieces: list[tuple[str, int, bool]] = []
    text, index = "", 0
    while index < len(source):
        if source.startswith(("{{", "}}"), index):
            text += source[index]
            index += 2
        elif source[index] == "{":
            end = _end_of_placeholder(source, index)
            pieces += [(text, 0, False), (source[index + 1 : end], index + 1, True)]
            text, index = "", end + 1
        elif source[index] == "}":
            raise ConditionError("syntax", index, "}")
        else:
            text += source[index]
            index += 1
    return [piece for piece in [*pieces, (text, 0, False)] if piece[0] or piece[2]]


def _end_of_placeholder(source: str, start: int) -> int:
    quote = ""
    for index in range(start + 1, len(source)):
        character = source[index]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character == "}":
            return index
    raise ConditionError("syntax", start, "{")


def _refuse_unprintable(expression: Expression) -> None:
    found = expression.type.item if isinstance(expression.type, ListType) else expression.type
    if isinstance(found, ObjectType) and not found.is_value:
        raise ConditionError("type_clash", 0, f"value, {expression.type.name}")


def _filled(expression: Expression, context: EvaluationContext) -> str:
    return show(expression.type, expression.evaluate(context), context.document)


def show(type: Type, value: Any, document: Mapping[str, Any] | None = None) -> str:
    """A value of the condition language in words; ``document`` lets party references print names."""
    if isinstance(value, Undetermined):
        return UNKNOWN_SHOWN if value.unknown and not value.missing else OPEN_SHOWN
    if value is None:
        return BLANK_SHOWN
    if isinstance(value, bool):
        return VALUE_TYPES["yes_no"].show(value)
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, list):
        return _listed([show(type.item if isinstance(type, ListType) else type, each, document) for each in value])
    if isinstance(value, (int, Fraction)):
        return _number(type, value)
    if isinstance(value, Mapping):
        return _composite(type, value)
    return _string(type, str(value), document)


def _listed(words: list[str]) -> str:
    return " و ".join(each for each in ("، ".join(words[:-1]), *words[-1:]) if each) or BLANK_SHOWN


def _number(type: Type, value: int | Fraction) -> str:
    unit = type.unit if isinstance(type, NumberType) else ""
    if isinstance(value, Fraction) and value.denominator > 1:
        return persian_digits(f"{value.numerator}/{value.denominator}")
    whole = int(value)
    if unit == "rial":
        return VALUE_TYPES["rial_amount"].show(whole)
    return group_thousands(whole) if abs(whole) >= 10_000 else persian_digits(str(whole))


def _composite(type: Type, value: Mapping[str, Any]) -> str:
    """Shown by its value type, which knows dates as stored text."""
    stored = {key: from_gregorian(each) if isinstance(each, date) else each for key, each in value.items()}
    return VALUE_TYPES[type.value_type].show(stored) if isinstance(type, ObjectType) and type.value_type else ""


def _string(type: Type, value: str, document: Mapping[str, Any] | None) -> str:
    if isinstance(type, ChoiceType):
        return next((option.label for option in type.options if option.value == value), value)
    kind = type.value_type if isinstance(type, StringType) else ""
    if kind == "party_reference" and document is not None:
        return _name_of(value, document) or VALUE_TYPES[kind].show(value)
    return VALUE_TYPES[kind].show(value) if kind in VALUE_TYPES else printed_text(value)


def _name_of(reference: str, document: Mapping[str, Any]) -> str:
    party: Any = document
    try:
        for part in parse_path(reference):
            party = party[part]
        names = [party.get(key) for key in ("first_name", "last_name", "entity_name")]
    except (PathError, LookupError, TypeError, AttributeError):
        return ""
    return " ".join(name for name in names if isinstance(name, str))
