"""A form's fields as types of the condition language."""

from collections.abc import Mapping

from assistant.domain.condition.types import (
    BOOL,
    DATE,
    NUMBER,
    STRING,
    ChoiceType,
    ListType,
    NumberType,
    ObjectType,
    StringType,
    Type,
)
from assistant.domain.court_decisions import KINDS
from assistant.domain.form import Field, Form, Option
from assistant.domain.parameter import Parameter

_TEXT = StringType("text")

#: The members of composite values, as conditions read them. A value is one answer: absent members read as blank.
COMPOSITES: Mapping[str, Mapping[str, Type]] = {
    "place": {"province": StringType("province"), "city": _TEXT},
    "registered_plot": {
        "main_plot": NUMBER,
        "sub_plot": NUMBER,
        "section": _TEXT,
        "registration_district": _TEXT,
        "parcel": _TEXT,
    },
    "court_decision": {
        "number": StringType("case_no"),
        "date": DATE,
        "court": _TEXT,
        "kind": ChoiceType(tuple(Option(value, label) for value, label in KINDS.items())),
    },
}


def type_of_form(form: Form, extra: Mapping[str, Type] | None = None) -> ObjectType:
    """The type of the whole document; ``extra`` adds derived root names."""
    members = {each.key: type_of_field(each) for step in form.steps for each in step.fields}
    return ObjectType({**members, **(extra or {})})


def type_of_field(field: Field) -> Type:
    match field.type:
        case "list":
            return ListType(type_of_item(field))
        case "group":
            return type_of_item(field)
        case "yes_no":
            return BOOL
        case "choice":
            return ChoiceType(field.known_options or field.options)
        case "choices":
            return ListType(ChoiceType(field.known_options or field.options))
        case "jalali_date":
            return DATE
        case "integer" | "decimal" | "fraction":
            return NumberType(field.unit, field.type)
        case "rial_amount":
            return NumberType("rial", field.type)
    if field.type in COMPOSITES:
        return ObjectType(COMPOSITES[field.type], is_value=True, value_type=field.type)
    return StringType(field.type)


def type_of_item(field: Field) -> ObjectType:
    """Of one item of a list, or of a group: what ``this`` is inside it."""
    return ObjectType({each.key: type_of_field(each) for each in field.fields})


def types_of_parameters(parameters: Mapping[str, Parameter]) -> dict[str, Type]:
    return {id: _type_of_unit(parameter.unit) for id, parameter in parameters.items()}


def _type_of_unit(unit: str) -> Type:
    if unit == "date":
        return DATE
    if unit == "text":
        return STRING
    return NUMBER if unit == "number" else NumberType(unit)
