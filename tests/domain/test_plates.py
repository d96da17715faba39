"""Vehicle plates."""

import pytest

from assistant.domain.plates import parse_plate_no, show_plate_no
from assistant.domain.value_problem import ValueProblem


@pytest.mark.parametrize(
    "typed",
    [
        "12ب345-67",
        "۱۲ ب ۳۴۵ ایران ۶۷",
        "12 ب 345 - 67",
        "12ب34567",
        "١٢ب٣٤٥/٦٧",
        "ایران ۶۷ ـ ۳۴۵ ب ۱۲",
        "ایران 67 | 345 ب 12",
    ],
)
def test_a_plate_is_read_from_either_end(typed: str) -> None:
    assert parse_plate_no(typed) == "12ب345-67"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("99ه999-99", "99ه999-99"),
        ("12 الف 345 ایران 67", "12الف345-67"),
        ("12 ا 345 ایران 67", "12الف345-67"),
        ("12 ي 345 ایران 67", "12ی345-67"),
        ("12 ك 345 ایران 67", "12ک345-67"),
        ("12 d 345 ایران 67", "12D345-67"),
    ],
)
def test_letters_have_one_form(typed: str, stored: str) -> None:
    assert parse_plate_no(typed) == stored


@pytest.mark.parametrize(
    "typed", ["", "12ب345", "123ب45-67", "12بب345-67", "12X345-67", "12345-67", "12ب345-678", "12ء345-67"]
)
def test_what_is_not_a_car_plate_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="plate_no_form"):
        parse_plate_no(typed)


def test_a_plate_is_shown_as_it_is_read_aloud() -> None:
    assert show_plate_no("12ب345-67") == "۱۲ ب ۳۴۵ ایران ۶۷"
    assert show_plate_no("12الف345-67") == "۱۲ الف ۳۴۵ ایران ۶۷"
