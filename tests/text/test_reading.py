"""Tokens and sentences: every place true to the text as typed, numbers and abbreviations whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.sentences import LONGEST, sentences
from assistant.text.tokens import TokenKind, tokens

NASTY = [
    "",
    " \n\n ",
    "...؟!،؛«»",
    "😀 متن \ud800 نیمه",
    "\u202eمتن\u202c و \u200fکلمه\u200e‌ها",
    "م" * 5_000,
    "کلمه " * 4_000,
    "abc متن def@example.ir ۱۲۳/۴۵۶",
    "می\u00adباشد می\u200cباشد مـــتن",
]


def texts_of(text, kind):
    return [token.text for token in tokens(text) if token.kind is kind]


@pytest.mark.parametrize(
    "number",
    ["۱۴۰۴/۰۵/۱۲", "1404-05-12", "۱٬۲۵۰٬۰۰۰٬۰۰۰", "545/500/000", "۱۲۳۴۵۶/۷۸۹", "۳.۵", "10%", "۳۰۰،۰۰۰،۰۰۰", "۱۰:۳۰"],
)
def test_a_number_with_its_separators_is_one_token(number):
    assert texts_of(f"مبلغ ({number} ریال) است.", TokenKind.NUMBER) == [number]


@pytest.mark.parametrize("short", ["ق.آ.د.م.", "ق.م", "م.ص."])
def test_an_abbreviation_is_one_token_and_ends_no_sentence(short):
    text = f"به استناد {short} و مواد بعدی رأی صادر شد."
    assert texts_of(text, TokenKind.ABBREVIATION) == [short]
    assert len(sentences(text)) == 1


def test_an_initial_ends_no_sentence():
    assert len(sentences("آقای م. رضایی حاضر شد.")) == 1


def test_a_list_number_and_a_cheque_number_stay_apart():
    assert texts_of("۱ - ۲۸۲۱۵۳", TokenKind.NUMBER) == ["۱", "۲۸۲۱۵۳"]


def test_addresses_and_accounts_are_whole():
    assert texts_of("به a.b@c.ir و IR120170000000 واریز شد", TokenKind.LATIN) == ["a.b@c.ir", "IR120170000000"]


def test_a_word_is_folded_and_its_text_kept():
    (token,) = tokens("مي\u00adباشد")
    assert (token.text, token.folded, token.loose) == ("مي\u00adباشد", "می\u200cباشد", "میباشد")


def test_sentences_end_at_marks_and_lines():
    parts = [part.text.strip() for part in sentences("یک. دو؟ سه؛ چهار\nپنج: شش!» هفت")]
    assert parts == ["یک.", "دو؟", "سه؛", "چهار", "پنج: شش!»", "هفت"]


def test_what_never_ends_is_cut():
    parts = sentences("کلمه " * (LONGEST * 2 + 10))
    assert [len(part.tokens) for part in parts] == [LONGEST, LONGEST, 10]


@pytest.mark.parametrize("text", NASTY)
def test_places_are_true_for_any_text(text):
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
    for part in sentences(text):
        assert text[part.start : part.end] == part.text
        for token in part.tokens:
            assert part.text[token.start : token.end] == token.text


@given(st.text(alphabet="اب کي‌\u00ad۱2/.،؛\n«»(a@\u202e\ud800😀ً", max_size=60))
def test_sentences_hold_every_letter_once(text):
    assert "".join(part.text for part in sentences(text)) == text.replace("\n", "")
    for part in sentences(text):
        assert text[part.start : part.end] == part.text
