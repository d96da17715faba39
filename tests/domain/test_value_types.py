"""All value types together: what they promise each other and every field."""

import datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.characters import find_hidden, persian_digits
from assistant.domain.form import Field, Option
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_types import (
    VALUE_TYPES,
    echo_field,
    edit_field,
    evaluated_field,
    is_valid_field,
    parse_field,
    show_field,
)
from tests.domain.value_samples import OPTIONS, STORED

IDS = st.sampled_from(sorted(VALUE_TYPES))
TYPED_VALUES = IDS.flatmap(lambda name: st.tuples(st.just(name), STORED[name]))
ANYTHING_STORED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=4,
)


def _field(type_id: str) -> Field:
    return Field("any", "هر چیز", type_id, options=OPTIONS if type_id in ("choice", "choices") else ())


def test_every_type_of_the_contract_is_there_with_samples() -> None:
    assert set(VALUE_TYPES) == set(STORED)
    assert all(value_type.id == name for name, value_type in VALUE_TYPES.items())


@given(TYPED_VALUES)
def test_what_an_input_is_filled_with_is_read_back(sample: tuple[str, Any]) -> None:
    name, stored = sample
    field = _field(name)
    assert is_valid_field(field, stored)
    assert parse_field(field, edit_field(field, stored)) == stored
    assert VALUE_TYPES[name].parse(VALUE_TYPES[name].edit(stored)) == stored


@given(TYPED_VALUES)
def test_a_composite_is_read_from_its_parts_in_order(sample: tuple[str, Any]) -> None:
    name, stored = sample
    value_type = VALUE_TYPES[name]
    if value_type.parts:
        parts = value_type.edit_parts(stored)
        assert parse_field(_field(name), [parts.get(key, "") for key in value_type.parts]) == stored


@given(TYPED_VALUES)
def test_showing_and_echoing_give_printable_text_with_persian_digits(sample: tuple[str, Any]) -> None:
    name, stored = sample
    field = _field(name)
    shown, echo = show_field(field, stored), echo_field(field, stored)
    assert shown.strip()
    assert find_hidden(shown + echo) == ()
    if name not in ("iban", "foreign_id", "plate_no"):
        assert shown == persian_digits(shown)


@given(IDS, st.text(max_size=30) | st.text("۰۱۲۳٤٥9/ -.،ایرانبخش\u200f\u200c", max_size=30))
def test_whatever_is_typed_is_a_valid_value_or_a_problem(name: str, typed: str) -> None:
    field = _field(name)
    try:
        stored = parse_field(field, typed)
    except ValueProblem:
        return
    assert is_valid_field(field, stored)


@given(IDS, ANYTHING_STORED)
def test_whatever_is_stored_is_valid_or_not_and_never_an_error(name: str, stored: object) -> None:
    field = _field(name)
    if is_valid_field(field, stored):
        assert isinstance(show_field(field, stored), str)
        assert evaluated_field(field, stored) is not None


@pytest.mark.parametrize("name", sorted(set(VALUE_TYPES) - {"long_text"}))
def test_a_hidden_character_is_refused_everywhere_but_in_long_text(name: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        VALUE_TYPES[name].parse("1\u202e2")
    assert problem.value.code == "hidden_character"


@pytest.mark.parametrize("name", sorted(VALUE_TYPES))
def test_nothing_typed_is_told_as_such(name: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        VALUE_TYPES[name].parse(" \u200c ")
    assert problem.value.code == "empty"


@pytest.mark.parametrize("name", sorted(set(VALUE_TYPES) - {"long_text"}))
def test_a_page_of_text_is_too_long_for_one_line(name: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        VALUE_TYPES[name].parse("1" * 2001)
    assert problem.value.code == "too_long"


@pytest.mark.parametrize(
    ("name", "stored", "leaf"),
    [
        ("text", "نمونه", "نمونه"),
        ("rial_amount", 1_600_000_000, 1_600_000_000),
        ("jalali_date", "1405-09-01", datetime.date(2026, 11, 22)),
        ("decimal", "12.5", Fraction(25, 2)),
        ("fraction", "3/6", Fraction(1, 2)),
        ("yes_no", True, True),
        ("choices", ["bank"], ["bank"]),
        ("province", "tehran", "tehran"),
    ],
)
def test_documents_hold_typed_leaves(name: str, stored: object, leaf: object) -> None:
    found = evaluated_field(_field(name), stored)
    assert found == leaf
    assert type(found) is type(leaf)


@pytest.mark.parametrize(
    ("name", "stored", "echo"),
    [
        ("national_id", "9990000212", "۹۹۹\u00a0۰۰۰۰۲۱\u00a0۲"),
        ("postal_code", "9396831171", "۹۳۹۶۸\u00a0۳۱۱۷۱"),
        ("iban", "IR950990000000000000000011", "IR95 0990 0000 0000 0000 0000 11".replace(" ", "\u00a0")),
        ("rial_amount", 1_600_000_000, "یک میلیارد و ششصد میلیون ریال (۱۶۰٬۰۰۰٬۰۰۰ تومان)"),
        ("jalali_date", "1404-05-12", "یکشنبه ۱۲ مرداد ۱۴۰۴"),
        ("case_no", "140499920000000003", "۱۸ رقم"),
        ("plate_no", "12ب345-67", "۱۲ ب ۳۴۵ ایران ۶۷"),
        ("fraction", "1/6", "یک سهم از شش سهم"),
        ("text", "نمونه", ""),
    ],
)
def test_the_echo_tells_what_was_understood(name: str, stored: object, echo: str) -> None:
    assert echo_field(_field(name), stored) == echo


@pytest.mark.parametrize(
    ("name", "stored", "shown"),
    [
        ("rial_amount", 1_600_000_000, "۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال"),
        ("jalali_date", "1405-09-01", "۱۴۰۵/۰۹/۰۱"),
        ("yes_no", False, "خیر"),
        ("choice", "court", "دادگاه"),
        ("choices", ["bank"], "بانک"),
        ("choices", ["bank", "court", "other"], "بانک، دادگاه و جای دیگر"),
        ("integer", 1404, "۱۴۰۴"),
        ("decimal", "12.5", "۱۲٫۵"),
        ("iban", "IR950990000000000000000011", "IR950990000000000000000011"),
        ("foreign_id", "A12345678", "A12345678"),
        ("text", "ماده 12", "ماده ۱۲"),
        ("party_reference", "plaintiffs[0]", "ردیف ۱"),
    ],
)
def test_values_are_shown_as_on_paper(name: str, stored: object, shown: str) -> None:
    assert show_field(_field(name), stored) == shown


@pytest.mark.parametrize("typed", ["yes", "بله", "بلی", "YES", "true"])
def test_yes_is_read(typed: str) -> None:
    assert parse_field(_field("yes_no"), typed) is True


@pytest.mark.parametrize("typed", ["no", "خیر", "خير"])
def test_no_is_read(typed: str) -> None:
    assert parse_field(_field("yes_no"), typed) is False


@pytest.mark.parametrize("typed", ["شاید", "1", "نمی‌دانم"])
def test_neither_yes_nor_no_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="yes_no_form"):
        parse_field(_field("yes_no"), typed)


def test_a_choice_is_read_by_value_or_label_and_only_among_the_options() -> None:
    field = _field("choice")
    assert parse_field(field, "bank") == parse_field(field, "بانك") == "bank"
    with pytest.raises(ValueProblem) as problem:
        parse_field(field, "خانه")
    assert problem.value.params["options"] == "«بانک»، «دادگاه»، «جای دیگر»"
    assert is_valid_field(field, "court")
    assert not is_valid_field(field, "home")


def test_choices_are_stored_once_each_in_the_order_of_the_form() -> None:
    field = _field("choices")
    assert parse_field(field, ["other", "bank", "other"]) == ["bank", "other"]
    assert parse_field(field, "جای دیگر، بانک") == ["bank", "other"]
    assert not is_valid_field(field, ["bank", "home"])
    assert not is_valid_field(field, ["bank", "bank"])
    assert not is_valid_field(field, [])


def test_a_narrowed_choice_refuses_what_its_form_left_out() -> None:
    field = Field("kind", "نوع", "choice", options=(Option("natural", "حقیقی"),))
    with pytest.raises(ValueProblem, match="choice_unknown"):
        parse_field(field, "legal")


def test_a_hidden_character_in_one_part_of_a_composite_is_refused() -> None:
    with pytest.raises(ValueProblem, match="hidden_character"):
        parse_field(_field("place"), {"province": "tehran", "city": "ری\u202e"})


@pytest.mark.parametrize("raw", [["a", "b"], {"a": "b"}])
def test_a_single_value_is_not_read_from_many(raw: Any) -> None:
    with pytest.raises(ValueProblem, match="single_value"):
        parse_field(_field("text"), raw)


@pytest.mark.parametrize(
    "typed", ["plaintiffs", "plaintiffs[]", "plaintiffs[0].name", "plaintiffs[00]", "Plaintiffs[0]"]
)
def test_a_party_reference_is_a_list_and_one_index(typed: str) -> None:
    with pytest.raises(ValueProblem, match="party_reference_form"):
        parse_field(_field("party_reference"), typed)
