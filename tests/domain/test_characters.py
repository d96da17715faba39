"""The normal form, the form for comparison, and the characters that cannot be printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.characters import (
    ZWNJ,
    find_hidden,
    find_unprintable,
    folded,
    latin_digits,
    normal_form,
    one_line,
    persian_digits,
    printed_text,
)

PERSIAN = st.text(st.sampled_from("يیىكکةهٔۀأإآاؤئ۱١1 \n\r\t\u200c\u200c\u00ad\u00a0ﻻﯽﻚـ\u064e\u0654ab"), max_size=40)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("علي", "علی"),
        ("موسى", "موسی"),
        ("كريم", "کریم"),
        ("دايرة", "دایرة"),
        ("مسأله مسؤول جزئی", "مسأله مسؤول جزئی"),
        ("آقا\r\nسطر\rسطر", "آقا\nسطر\nسطر"),
        ("می\u200c\u200cشود", "می\u200cشود"),
        ("خانه \u200cها\u200c ", "خانه ها "),
        ("\u200cمتن\u200c", "متن"),
        ("می\u00adباشد", "می\u200cباشد"),
        ("ﻻزم", "لازم"),
        ("ماده ١٢", "ماده ۱۲"),
        ("الف\u00a0ب", "الف ب"),
        ("ا\u0653ب", "آب"),
    ],
)
def test_text_has_one_normal_form(typed: str, normal: str) -> None:
    assert normal_form(typed) == normal


@given(PERSIAN | st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) == once
    assert one_line(one_line(text)) == one_line(text)


@given(PERSIAN)
def test_the_normal_form_loses_no_letter(text: str) -> None:
    assert folded(normal_form(text)) == folded(text)


def test_a_half_space_between_letters_is_kept() -> None:
    assert normal_form(f"نمی{ZWNJ}شود") == f"نمی{ZWNJ}شود"


def test_a_single_line_has_single_blanks() -> None:
    assert one_line("  نام \t خانوادگی \n ") == "نام خانوادگی"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("علي كريمي", "علی کریمی"),
        ("می‌شود", "میشود"),
        ("فاطمة", "فاطمه"),
        ("رضائی", "رضایی"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("پلاک ۱۲", "پلاک 12"),
        ("پلاک ١٢", "پلاک 12"),
        ("نام   خانوادگی ", "نام خانوادگی"),
        ("رادمﮩر", "رادمهر"),
        ("رادمھر", "رادمهر"),
        ("ABC", "abc"),
    ],
)
def test_lookalikes_are_equal_for_comparison(first: str, second: str) -> None:
    assert folded(first) == folded(second)


@pytest.mark.parametrize(("first", "second"), [("حسن", "حسین"), ("آذر", "آزر"), ("علی", "عالی"), ("12", "21")])
def test_different_names_stay_different_for_comparison(first: str, second: str) -> None:
    assert folded(first) != folded(second)


@given(PERSIAN | st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("digits", ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"])
def test_digits_of_three_scripts_turn_into_each_other(digits: str) -> None:
    assert latin_digits(digits) == "0123456789"
    assert persian_digits(digits) == "۰۱۲۳۴۵۶۷۸۹"


def test_words_with_latin_letters_keep_their_digits_in_print() -> None:
    assert printed_text("شماره 12 و VIN NAAB12 تا 34") == "شماره ۱۲ و VIN NAAB12 تا ۳۴"


@pytest.mark.parametrize(
    "code_point",
    [
        *(0x00, 0x08, 0x0B, 0x0C, 0x1F, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF),
        *(0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF),
    ],
)
def test_what_a_document_cannot_carry_is_found_with_its_place(code_point: int) -> None:
    assert find_unprintable(f"الف{chr(code_point)}ب") == ((3, code_point),)


@pytest.mark.parametrize("kept", ["\t", "\n", ZWNJ, "\u200f", "\u200e", "ۀ", "﷼", "😀"])
def test_what_a_document_can_carry_is_not_found(kept: str) -> None:
    assert find_unprintable(f"الف{kept}ب") == ()


@pytest.mark.parametrize("hidden", ["\u200f", "\u200e", "\u200b", "\u200d", "\u2060", "\u061c", "\u202e", "\ufeff"])
def test_a_name_holds_no_invisible_character(hidden: str) -> None:
    assert find_hidden(f"نام{hidden}") == ((3, ord(hidden)),)


def test_a_half_space_is_not_hidden() -> None:
    assert find_hidden(f"نمی{ZWNJ}شود") == ()
