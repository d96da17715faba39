"""The acts of every form field: read what was typed, show, fill an input, echo, check, and give the typed leaf."""

from functools import lru_cache
from typing import Any

from assistant.domain.choices import options_shown, parse_choice, parse_choices
from assistant.domain.form import Field
from assistant.domain.text_values import refuse_hidden
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_type import Raw, ValueType
from assistant.domain.value_type_table import VALUE_TYPES

REMEMBERED = 8192  # texts judged lately

__all__ = [
    "VALUE_TYPES",
    "Raw",
    "ValueProblem",
    "ValueType",
    "echo_field",
    "edit_field",
    "evaluated_field",
    "is_valid_field",
    "parse_field",
    "show_field",
]


def parse_field(field: Field, raw: Raw) -> Any:
    """The stored value of what was typed or ticked. Raises ValueProblem."""
    if field.type == "choice" and isinstance(raw, str):
        return parse_choice(field.options, raw)
    if field.type == "choices" and not isinstance(raw, dict):
        return parse_choices(field.options, raw)
    value_type = VALUE_TYPES[field.type]
    if isinstance(raw, str):
        return value_type.parse(raw)
    if isinstance(raw, list):
        raw = dict(zip(value_type.parts, raw, strict=False))
    for text in raw.values():
        refuse_hidden(text)
    return value_type.parse_parts({key: raw.get(key, "") for key in value_type.parts})


def show_field(field: Field, stored: Any) -> str:
    """As printed on paper: Persian digits, the labels of options."""
    if field.type in ("choice", "choices"):
        return options_shown(field.options, stored)
    return VALUE_TYPES[field.type].show(stored)


def edit_field(field: Field, stored: Any) -> Raw:
    """What the field's inputs are filled with: ``parse_field(field, edit_field(field, stored)) == stored``."""
    if field.type == "choices":
        return list(stored)
    value_type = VALUE_TYPES[field.type]
    return value_type.edit_parts(stored) if value_type.parts else value_type.edit(stored)


def echo_field(field: Field, stored: Any) -> str:
    """What was understood, in words; '' when there is nothing to add."""
    return VALUE_TYPES[field.type].echo(stored)


def is_valid_field(field: Field, stored: object) -> bool:
    """Whether ``stored`` is a value of the field's type and, for choices, among its options."""
    is_of_type = _reads(field.type, stored) if isinstance(stored, str) else VALUE_TYPES[field.type].is_valid(stored)
    if not is_of_type:
        return False
    if not field.options:
        return field.type != "choice"
    values = {option.value for option in field.options}
    if field.type == "choices" and isinstance(stored, list):
        return values.issuperset(stored)
    return field.type != "choice" or stored in values


def evaluated_field(field: Field, stored: Any) -> Any:
    """The typed leaf that conditions, rules and facts read."""
    return VALUE_TYPES[field.type].evaluated(stored)


@lru_cache(maxsize=REMEMBERED)
def _reads(type_id: str, stored: str) -> bool:
    """A draft is judged anew at every save, nearly all of it as it was before."""
    return VALUE_TYPES[type_id].is_valid(stored)
