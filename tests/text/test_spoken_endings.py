"""Endings of speech on ordinary words."""

import pytest

from assistant.text.spoken_endings import formal_copula, formal_ending

KNOWN = frozenset(("پول", "مدرسه", "کتاب", "مضمون", "قانون", "رسمی", "دستش", "حقوقی", "حقوقیه", "مض", "مدارک"))


@pytest.mark.parametrize(
    ("word", "formal"),
    [
        ("پولمو", "پولم را"),
        ("پولشو", "پولش را"),
        ("مدارکتو", "مدارکت را"),
        ("مدرسه‌شون", "مدرسه‌شان"),
        ("مدرسه‌مو", "مدرسه‌ام را"),
        ("کتابامو", None),
        ("کتاب‌هامو", "کتاب‌هایم را"),
        ("مضمون", None),
        ("قانون", None),
        ("پول", None),
    ],
)
def test_what_is_said_is_written_otherwise(word: str, formal: str | None):
    assert formal_ending(word, KNOWN) == formal


@pytest.mark.parametrize(
    ("word", "formal"),
    [("رسمیه", "رسمی است"), ("دستشه", "دستش است"), ("حقوقیه", None), ("رسمی", None), ("کوهیه", None)],
)
def test_the_copula_of_speech(word: str, formal: str | None):
    assert formal_copula(word, KNOWN) == formal
