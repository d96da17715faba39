"""One amount said twice in a sentence must be one amount."""

import pytest

from tests.text.figure_samples import found, spans


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("مبلغ ۵۰٬۰۰۰٬۰۰۰ (پنج میلیون) ریال مطالبه می‌شود.", "۵۰٬۰۰۰٬۰۰۰ (پنج میلیون) ریال"),
        ("مبلغ صد میلیون ریال (۱۰٬۰۰۰٬۰۰۰ ریال) مطالبه می‌شود.", "صد میلیون ریال (۱۰٬۰۰۰٬۰۰۰ ریال)"),
        ("تعداد ۱۱۴ (یکصد و چهار) سکه", "۱۱۴ (یکصد و چهار)"),
        ("سه (۴) فقره چک", "سه (۴)"),
        ("۲۵۰٬۰۰۰ ریال به حروف دویست هزار ریال", "۲۵۰٬۰۰۰ ریال به حروف دویست هزار ریال"),
        ("مبلغ ۵۰۰۰۰۰۰۰ پنج میلیون ریال", "۵۰۰۰۰۰۰۰ پنج میلیون ریال"),
        ("۵۰۰ میلیون ریال معادل شصت میلیون تومان", "۵۰۰ میلیون ریال معادل شصت میلیون تومان"),
    ],
)
def test_digits_and_words_that_differ(text, span):
    assert spans(text) == [("number-word-mismatch", span)]


@pytest.mark.parametrize(
    "text",
    [
        "۵۰۰٬۰۰۰٬۰۰۰ ریال معادل پانصد میلیون تومان",
        "پانصد میلیون ریال (پانصد میلیون تومان)",
        "۵۰ میلیون ریال (۵۰۰ میلیون تومان)",
    ],
)
def test_a_factor_of_ten_between_the_two_units_is_a_remark_of_its_own(text):
    assert spans(text) == [("rial-toman-mismatch", text)]


@pytest.mark.parametrize(
    "text",
    [
        "مبلغ ۵۰٬۰۰۰٬۰۰۰ (پنجاه میلیون) ریال",
        "۵۰۰٬۰۰۰٬۰۰۰ ریال معادل پنجاه میلیون تومان",
        "صد و پنجاه میلیون تومان (یک میلیارد و پانصد میلیون ریال)",
        "سه (۳) فقره چک",
        "پنج میلیون و پانصد تومان (۵٬۵۰۰٬۰۰۰ تومان)",
        "چک شماره ۷۸۱۲۳۴ (پنجاه میلیون ریال) نزد بانک است",
        "۱۰۰ سکه معادل ۷ میلیارد ریال",
        "حدود ۵۰۰ میلیون تومان معادل ۴ میلیارد ریال",
        "ماهانه ۵ میلیون ریال و سالانه شصت میلیون ریال",
        "ماده ۱۰ (ده) قانون مدنی و ماده ۲ (قانون چک)",
        "طبقه ۲ (واحد سه)",
    ],
)
def test_equal_amounts_and_amounts_that_do_not_belong_together_are_let_pass(text):
    assert spans(text) == []


def test_either_of_two_amounts_may_be_the_right_one():
    (finding,) = found("مبلغ ۵۰٬۰۰۰٬۰۰۰ (پنج میلیون) ریال")
    assert finding.suggestions == ("۵۰٬۰۰۰٬۰۰۰ (پنجاه میلیون) ریال", "۵٬۰۰۰٬۰۰۰ (پنج میلیون) ریال")
    assert finding.message == "«۵۰٬۰۰۰٬۰۰۰» و «پنج میلیون» یک مبلغ نیستند."


def test_of_two_units_either_is_put_into_the_other():
    (finding,) = found("۵۰۰٬۰۰۰٬۰۰۰ ریال (پانصد میلیون تومان)")
    assert finding.suggestions == ("۵۰۰٬۰۰۰٬۰۰۰ ریال (پنجاه میلیون تومان)", "۵٬۰۰۰٬۰۰۰٬۰۰۰ ریال (پانصد میلیون تومان)")
