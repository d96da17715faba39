"""A form's fields as types of conditions."""

from assistant.domain.condition import BOOL, DATE, ChoiceType, ListType, NumberType, ObjectType, StringType
from assistant.domain.form import Field, Option
from assistant.domain.form_types import COMPOSITES, type_of_field, type_of_form, types_of_parameters
from assistant.domain.value_types import VALUE_TYPES
from tests.tiny_house.house import field, form_of, parameter


def test_every_value_type_has_a_type_of_its_kind() -> None:
    kinds = {
        "yes_no": type(BOOL),
        "choice": ChoiceType,
        "choices": ListType,
        "integer": NumberType,
        "decimal": NumberType,
        "fraction": NumberType,
        "rial_amount": NumberType,
        "jalali_date": type(DATE),
        **dict.fromkeys(COMPOSITES, ObjectType),
    }
    for id in VALUE_TYPES:
        assert type(type_of_field(Field("key", "label", id))) is kinds.get(id, StringType), id


def test_a_composite_value_type_has_the_members_its_value_can_have() -> None:
    assert {id: tuple(members) for id, members in COMPOSITES.items()} == {
        id: each.parts for id, each in VALUE_TYPES.items() if each.parts
    }


def test_lists_and_groups_become_objects_of_their_fields() -> None:
    form = form_of(field("people", "list", fields=[field("address", "group", fields=[field("city")])]))
    assert type_of_form(form) == ObjectType(
        {"people": ListType(ObjectType({"address": ObjectType({"city": StringType("text")})}))}
    )


def test_derived_names_stand_beside_the_fields() -> None:
    assert type_of_form(form_of(field("paid", "yes_no")), {"total": BOOL}).fields == {"paid": BOOL, "total": BOOL}


def test_a_choice_knows_its_options_and_an_amount_its_unit() -> None:
    assert type_of_field(Field("k", "", "choice", options=(Option("a", "الف"),))) == ChoiceType((Option("a", "الف"),))
    assert type_of_field(Field("k", "", "rial_amount")) == NumberType("rial", "rial_amount")
    assert type_of_field(Field("k", "", "integer", unit="day")) == NumberType("day", "integer")


def test_parameters_have_the_type_of_their_unit() -> None:
    units = ("rial", "day", "number", "date", "text")
    types = types_of_parameters({unit: parameter(unit, unit=unit) for unit in units})
    assert types == {
        "rial": NumberType("rial"),
        "day": NumberType("day"),
        "number": NumberType(),
        "date": DATE,
        "text": StringType(),
    }
