"""The whole checker over any text at all: it never fails, and every place it names is true."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.text_case import NamedAmount, NamedPerson, Side, TextCase
from tests import ROOT
from tests.text.real_checker import real_checker
from tests.text.test_reading import NASTY

CASE = TextCase(
    template="money-claim",
    persons=(NamedPerson("plaintiffs[0].last_name", "زهرا نمونه‌ای", Side.PLAINTIFF),),
    amounts=(NamedAmount("claim_amount", "مبلغ خواسته", 500_000_000),),
)
WORDS = sorted(
    {word for line in (ROOT / "tests/text/paragraphs.txt").read_text("utf-8").splitlines() for word in line.split()}
)
ENDINGS = ("ها", "های", "هایی", "ان", "ات", "ی", "ش", "م", "‌ها", "‌اند", "ترین", "اً")


def assert_true_places(text: str) -> None:
    for found in real_checker().check(text, CASE).findings:
        assert text[found.start : found.end] == found.span
        assert all(suggestion != found.span for suggestion in found.suggestions)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_are_read(text):
    assert_true_places(text)


@settings(max_examples=60)
@given(st.text(alphabet="ابتکگلمنهیویآأئءةيكًٔ‌\u00ad\u200f۰۱۲345/.،؛:()«» \nreAB", max_size=80))
def test_letters_in_any_order_are_read(text):
    assert_true_places(text)


@pytest.mark.parametrize("seed", range(6))
def test_words_with_any_slip_and_any_ending_are_read(seed):
    chance = random.Random(seed)
    made = []
    for word in chance.sample(WORDS, 120):
        at = chance.randrange(len(word) + 1)
        slips = (word, word[:at] + word[at + 1 :], word[:at] + chance.choice("اینمسص") + word[at:], word[:at] * 2)
        made.append(chance.choice(slips) + chance.choice(ENDINGS))
    assert_true_places(" ".join(made))
