"""Spelling over the shipped words: floors of the tuning set, ordinary prose untouched, what is loaded."""

import json

import pytest

from assistant.domain.text_finding import TextKind
from tests.text.spelling_set import TUNING, found, lines, score


def test_the_tuning_set_is_large_enough_and_its_marks_are_in_place():
    items = list(lines(TUNING))
    assert len(items) >= 150
    assert sum(not each["errors"] for each in items) >= len(items) // 2
    for item in items:
        for error in item["errors"]:
            assert item["text"][error["start"] : error["end"]] == error["span"], json.dumps(item, ensure_ascii=False)


def test_the_tuning_set_is_found_as_well_as_was_measured():
    total = score(lines(TUNING))
    assert total.recall >= 0.88, total
    assert total.precision >= 0.97, total
    assert total.among / total.hits >= 0.97, total
    assert total.per_thousand_clean <= 1.3, total


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("دادخاست", "دادخواست"),
        ("محترمم", "محترم"),
        ("خواهدشد", "خواهد شد"),
        ("بدهکارمیباشد", "بدهکار می‌باشد"),
        ("نمودهاست", "نموده است"),
        ("مزکور", "مذکور"),
    ],
)
def test_frequent_slips_of_petitions(wrong: str, right: str):
    (finding,) = [each for each in found(f"خوانده در این پرونده {wrong} و موضوع روشن است") if each.span == wrong]
    assert right in finding.suggestions


def test_a_confused_word_is_told_as_such():
    (finding,) = found("خواهان دادخواست اعصار تقدیم کرده است")
    assert (finding.kind, finding.suggestions) == (TextKind.CONFUSION, ("اعسار",))


@pytest.mark.parametrize(
    "word", ["محکوم‌علیه", "اجرت‌المثل", "محال‌علیه", "شکلاً", "مبایعه‌نامه", "یوم‌الاداء", "کوهدشت", "صدوبیست"]
)
def test_terms_of_law_names_and_numbers_are_words(word: str):
    assert found(f"خوانده در این پرونده {word} و موضوع روشن است") == ()


@pytest.mark.parametrize(
    "text",
    [
        "دخترم ده سالش تمام نشده و کارش را خودم می‌کنم",
        "عمویم مدارکم را به حسابم سنجاق کرد و برایم توضیح داد",
        "اجرت‌المسمای همان سال در فاصلهٔ سیصدمتری و دورهٔ بیست‌روزه",
        "بزرگ‌ترها تقاضایی از ما نداشتند و ابرائی به عمل نیامد",
        "گواه سند را توشیح کرد و قیمت سوقیهٔ منافع مستوفات معلوم است",
    ],
)
def test_endings_and_terms_of_petitions_are_no_slips(text: str):
    assert found(text) == ()
