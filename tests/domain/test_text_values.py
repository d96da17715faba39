"""Free text: what is stored, and which characters are refused with their place."""

import pytest

from assistant.domain.text_values import LONGEST_LINE, LONGEST_TEXT, is_long_text, is_text, parse_long_text, parse_text
from assistant.domain.value_problem import ValueProblem


def test_a_line_is_stored_in_normal_form() -> None:
    assert parse_text("  علي \r\n كريمى ") == "علی کریمی"


def test_long_text_keeps_its_lines_and_inner_blanks() -> None:
    assert parse_long_text("\n سطر  یک\r\n\r\nسطر دو \n") == "سطر  یک\n\nسطر دو"


@pytest.mark.parametrize("hidden", ["\u200f", "\u200b", "\u202e", "\x07", "\ufeff", "\ud800"])
def test_a_name_with_an_invisible_character_is_refused_with_its_place(hidden: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_text(f"نام{hidden}خانوادگی")
    assert problem.value.code == "hidden_character"
    assert problem.value.params["position"] == 4


def test_long_text_with_an_unprintable_character_is_refused_with_line_and_place() -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_long_text("سطر یک\r\nسطر\u202e دو")
    assert problem.value.code == "unprintable_character"
    assert problem.value.params == {"line": 2, "position": 4, "character": "U+202E"}


def test_long_text_may_hold_a_direction_mark() -> None:
    assert parse_long_text("شماره\u200f (۱)") == "شماره\u200f (۱)"


@pytest.mark.parametrize("typed", ["", "   ", "\n", "\u200c"])
def test_nothing_is_no_text(typed: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_text(typed)
    assert problem.value.code == "empty"


def test_text_has_a_longest_length() -> None:
    assert parse_text("ا" * LONGEST_LINE)
    assert parse_long_text("ا" * LONGEST_TEXT)
    for parse, longest in ((parse_text, LONGEST_LINE), (parse_long_text, LONGEST_TEXT)):
        with pytest.raises(ValueProblem) as problem:
            parse("ا" * (longest + 1))
        assert problem.value.params == {"count": longest + 1, "limit": longest}


def test_text_from_a_file_need_not_be_in_normal_form() -> None:
    assert is_text("علي")
    assert is_long_text("شرح\n")


@pytest.mark.parametrize("stored", [None, 5, True, "", "دو\nسطر", "نام\u200f", ["نام"]])
def test_what_is_not_one_line_is_no_text(stored: object) -> None:
    assert not is_text(stored)
