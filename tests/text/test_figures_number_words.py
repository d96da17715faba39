"""Numbers in words, glued or apart, alone or with digits, are read as what they say."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.money import group_thousands
from assistant.domain.number_words import number_in_words
from assistant.text.figures.digits import plain_value
from assistant.text.figures.mentions import Unit, mentions
from assistant.text.figures.number_words import phrase_at
from assistant.text.sentences import sentences
from assistant.text.tokens import tokens


def value(text):
    """What the whole text says, None when it is no number or only begins with one."""
    words = tokens(text)
    phrase = phrase_at(words, 0)
    return phrase.value if phrase is not None and phrase.after == len(words) else None


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 15).flatmap(lambda digits: st.integers(10 ** max(0, digits - 1), 10**digits)))
def test_what_is_written_in_words_is_read_back_however_it_is_glued(number):
    words = number_in_words(number)
    assert value(words) == number
    assert value(words.replace(" و ", "‌و‌")) == number
    assert value(words.replace(" و ", "و")) == number
    assert value(words.replace(" ", "‌")) == number


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**15))
def test_grouped_digits_are_read_back(number):
    for separator in "٬،,":
        assert plain_value(group_thousands(number).replace("٬", separator)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("صدوبیست‌وپنج", 125),
        ("یک هزار میلیارد", 10**12),
        ("یک هزار و دویست میلیارد", 1_200 * 10**9),
        ("دویست هزار میلیارد", 2 * 10**14),
        ("دو و نیم میلیارد", 2_500_000_000),
        ("یک میلیون و نیم", 1_500_000),
        ("نیم میلیارد", 500_000_000),
        ("دو میلیارد پانصد میلیون", 2_500_000_000),
        ("هزار و سیصد و نود و پنج", 1395),
        ("پنجاه‌میلیون", 50_000_000),
        ("یکصدوپنجاه میلیون", 150_000_000),
        ("بیست میلیون وپانصد هزار", 20_500_000),
        ("صفر", 0),
    ],
)
def test_spoken_forms(text, number):
    assert value(text) == number


@pytest.mark.parametrize(
    "text", ["سینه", "دوده", "میلیون", "میلیون‌ها", "یک سوم", "دو صد", "ده و بیست", "پنج و صد", "و"]
)
def test_what_is_no_number(text):
    assert value(text) is None


def test_ordinals_are_told_from_amounts():
    phrase = phrase_at(tokens("بیست و پنجم"), 0)
    assert phrase is not None
    assert (phrase.value, phrase.is_ordinal) == (25, True)


def test_an_elliptic_number_may_be_said_of_two():
    phrase = phrase_at(tokens("پنج میلیون و پانصد"), 0)
    assert phrase is not None
    assert (phrase.value, phrase.elliptic) == (5_000_500, 5_500_000)


def mentioned(text):
    return [(each.text, each.value, each.unit) for each in mentions(sentences(text)[0])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("۲ میلیارد و ۵۰۰ میلیون ریال", ("۲ میلیارد و ۵۰۰ میلیون", 2_500_000_000, Unit.RIAL)),
        ("۵۰ ۰۰۰ ۰۰۰ ریال", ("۵۰ ۰۰۰ ۰۰۰", 50_000_000, Unit.RIAL)),
        ("۵۰۰/۰۰۰ تومان", ("۵۰۰/۰۰۰", 500_000, Unit.TOMAN)),
        ("545/500/000ریال", ("545/500/000", 545_500_000, Unit.RIAL)),
        ("۲/۵ میلیارد تومن", ("۲/۵ میلیارد", 2_500_000_000, Unit.TOMAN)),
        ("۲٫۵ درصد", ("۲٫۵", Fraction(5, 2), Unit.NONE)),
        ("پنجاه میلیون تومانی", ("پنجاه میلیون", 50_000_000, Unit.TOMAN)),
    ],
)
def test_amounts_are_found_with_their_unit(text, found):
    assert mentioned(text) == [found]


@pytest.mark.parametrize("text", ["۱۴۰۴/۰۵/۱۲", "۱۲:۳۰", "۰۲۱۸۸۷۷۶۶۵۵", "۱۰ میلیون و ۵۰۰ ریال", "بند الف"])
def test_what_is_no_plain_number_is_not_read(text):
    assert mentioned(text) == []
