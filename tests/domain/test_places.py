"""Provinces and places."""

import pytest

from assistant.domain.places import PROVINCES, edit_place, is_place, parse_place, parse_province, show_place
from assistant.domain.value_problem import ValueProblem


def test_there_are_thirty_one_provinces_with_short_codes() -> None:
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 31
    assert all(len(code) <= 16 and code.isascii() for code in PROVINCES)


@pytest.mark.parametrize("code", PROVINCES)
def test_a_province_is_read_by_code_and_by_name(code: str) -> None:
    name = PROVINCES[code]
    assert parse_province(code) == parse_province(name) == parse_province(f"استان {name}") == code
    assert parse_province(name.replace("ی", "ي").replace("ک", "ك")) == code


@pytest.mark.parametrize("typed", ["آذربایجان‌شرقی", "آذربایجانشرقی", "آذربايجان  شرقی"])
def test_blanks_inside_a_name_do_not_matter(typed: str) -> None:
    assert parse_province(typed) == "azarbaijan_east"


@pytest.mark.parametrize("typed", ["", "خراسان", "کاشان", "استان", "Tehran "[:3]])
def test_what_is_no_province_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="province_unknown"):
        parse_province(typed)


@pytest.mark.parametrize(
    "typed", ["اصفهان، کاشان", "استان اصفهان، کاشان", "isfahan, کاشان", "اصفهان / کاشان", "اصفهان\nکاشان"]
)
def test_a_place_is_a_province_and_a_town(typed: str) -> None:
    assert parse_place(typed) == {"province": "isfahan", "city": "کاشان"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("اصفهان", "place_form"),
        ("اصفهان، ", "place_form"),
        ("، کاشان", "place_form"),
        ("نمونه، کاشان", "province_unknown"),
    ],
)
def test_what_is_not_a_place_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_place(typed)
    assert problem.value.code == code


def test_a_place_is_shown_and_read_back() -> None:
    place = {"province": "isfahan", "city": "کاشان / قمصر، نیاسر"}
    assert show_place(place) == "استان اصفهان، کاشان / قمصر، نیاسر"
    assert parse_place(edit_place(place)) == place


@pytest.mark.parametrize(
    "stored",
    [None, {}, {"province": "isfahan"}, {"province": "اصفهان", "city": "کاشان"}, {"province": "isfahan", "city": ""}],
)
def test_what_is_stored_otherwise_is_no_place(stored: object) -> None:
    assert not is_place(stored)
