"""Amounts, numbers and dates the text calls by the name of an answer, against that answer."""

import pytest

from assistant.domain.text_case import TextCase
from assistant.text.figures.answer_names import names_of
from tests.text.figure_samples import cases, found, spans

CHEQUE, EVICTION, APPEAL, MONEY = (cases()[name] for name in ("cheque", "eviction", "appeal", "money"))


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("مبلغ یا بهای خواسته", ["خواسته"]),
        ("مبلغ مهریه در سند", ["مهریه"]),
        ("ودیعه یا قرض‌الحسنه", ["ودیعه", "قرضالحسنه"]),
        ("تاریخ مندرج در چک", ["چک"]),
        ("شماره پرونده", ["پرونده"]),
        ("مبلغ", []),
        ("جمع سهم خواهان‌ها از خواسته", []),
    ],
)
def test_an_answer_is_called_by_the_telling_words_of_its_label(label, names):
    assert [each.word for each in names_of(label)] == names


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("خواسته به مبلغ ۸۰۵٬۰۰۰٬۰۰۰ ریال است.", "۸۰۵٬۰۰۰٬۰۰۰"),
        ("خواسته مقوم به هشتاد میلیون تومان است.", "هشتاد میلیون"),
        ("مبلغ ۹۰۰٬۰۰۰٬۰۰۰ ریال بابت اصل خواسته مطالبه می‌شود.", "۹۰۰٬۰۰۰٬۰۰۰"),
        ("مبلغ ۹۰۰٬۰۰۰٬۰۰۰ (نهصد میلیون) ریال به‌عنوان خواسته", "۹۰۰٬۰۰۰٬۰۰۰"),
        ("محکومیت خوانده به پرداخت مبلغ ۹۰۰٬۰۰۰٬۰۰۰ ریال", "۹۰۰٬۰۰۰٬۰۰۰"),
        ("چک شماره ۴۵۸۷۱۲ مورخ ۱۴۰۴/۰۵/۱۲ عهده بانک ملت به مبلغ ۵۵۰ میلیون ریال است.", "۵۵۰ میلیون"),
    ],
)
def test_an_amount_of_that_name_that_is_another(text, span):
    assert spans(text, CHEQUE) == [("amount-mismatch", span)]


@pytest.mark.parametrize(
    "text",
    [
        "خواسته به مبلغ ۸۵۰٬۰۰۰٬۰۰۰ ریال است.",
        "خواسته مقوم به هشتاد و پنج میلیون تومان است.",
        "جمع دو فقره چک مبلغ ۸۵۰٬۰۰۰٬۰۰۰ ریال است.",
        "از خواسته مبلغ ۱۰۰٬۰۰۰٬۰۰۰ ریال پرداخت شده است.",
        "بخشی از مبلغ چک به میزان ۱۰۰٬۰۰۰٬۰۰۰ ریال پرداخت شده است.",
        "یک فقره چک دیگر به مبلغ ۲۰۰٬۰۰۰٬۰۰۰ ریال وصول شده است.",
        "هزینه دادرسی به مبلغ ۲۰٬۰۰۰٬۰۰۰ ریال پرداخت شد.",
        "محکومیت خوانده به پرداخت مبلغ ۲۰٬۰۰۰٬۰۰۰ ریال بابت هزینه دادرسی",
        "مبلغ سه فقره چک پرداخت نشده است.",
        "خواسته ۸۵۰٬۰۰۰٬۰۰۰ (هشتصد و پنجاه میلیون) ریال است.",
        "خواسته نخست به مبلغ ۶۰۰٬۰۰۰٬۰۰۰ ریال است. خواسته به مبلغ ۶۰۰٬۰۰۰٬۰۰۰ ریال و خواسته به مبلغ ۲۵۰٬۰۰۰٬۰۰۰ ریال.",
    ],
)
def test_the_amount_itself_its_parts_its_sum_and_other_amounts_are_let_pass(text):
    assert spans(text, CHEQUE) == []


def test_tomans_with_the_digits_of_a_rial_answer():
    text = "مبلغ ۱٬۲۰۰٬۰۰۰٬۰۰۰ تومان از خوانده طلب دارم."
    (finding,) = found(text, MONEY)
    assert (finding.kind.value, finding.span) == ("rial-toman-mismatch", "۱٬۲۰۰٬۰۰۰٬۰۰۰ تومان")
    assert finding.suggestions == ("۱٬۲۰۰٬۰۰۰٬۰۰۰ ریال",)
    assert finding.points_at == ("claim_amount",)


def test_tomans_are_let_pass_where_the_text_has_the_answer_in_rials_too():
    assert spans("بهای کالا ۱٬۲۰۰٬۰۰۰٬۰۰۰ تومان و طلب من ۱٬۲۰۰٬۰۰۰٬۰۰۰ ریال است.", MONEY) == []


def test_the_monthly_rent_is_compared_only_where_the_text_says_monthly():
    assert spans("اجاره‌بهای ماهانه ۱۰۰٬۰۰۰٬۰۰۰ ریال است.", EVICTION) == [("amount-mismatch", "۱۰۰٬۰۰۰٬۰۰۰")]
    assert spans("اجاره‌بها ۱۰۰٬۰۰۰٬۰۰۰ ریال است.", EVICTION) == []


def test_in_an_appeal_a_condemnation_need_not_be_of_the_whole_claim():
    assert spans("محکومیت به پرداخت مبلغ ۱٬۰۰۰٬۰۰۰٬۰۰۰ ریال", APPEAL) == []
    assert spans("خواسته به مبلغ ۱٬۰۰۰٬۰۰۰٬۰۰۰ ریال", APPEAL) == [("amount-mismatch", "۱٬۰۰۰٬۰۰۰٬۰۰۰")]


def test_the_suggestion_has_the_form_of_what_it_replaces():
    (finding,) = found("خواسته مقوم به هشتاد میلیون تومان است.", CHEQUE)
    assert finding.suggestions == ("هشتاد و پنج میلیون",)


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("چک شماره ۴۵۸۷۲۱ عهده بانک ملت", "۴۵۸۷۲۱", "۴۵۸۷۱۲"),
        ("چک به شماره 45872 عهده بانک ملت", "45872", "۴۵۸۷۱۲"),
        ("شناسه صیاد ۷۴۱۲۵۸۹۶۳۰۱۴۷۸۲۵", "۷۴۱۲۵۸۹۶۳۰۱۴۷۸۲۵", "۷۴۱۲۵۸۹۶۳۰۱۴۷۸۵۲"),
    ],
)
def test_a_number_nearly_that_of_a_cheque(text, span, right):
    (finding,) = found(text, CHEQUE)
    assert (finding.kind.value, finding.span, finding.suggestions) == ("amount-mismatch", span, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "چک‌های شماره ۴۵۸۷۱۲ و ۴۵۸۷۱۳ عهده بانک ملت",
        "چک شماره ۴۵۸۷۱۲ و چک شماره ۴۵۸۷۱۴ که وصول شد",
        "چک شماره ۱۰۴۵۸۷۱۲ با سری آن",
        "چک شماره ۹۹۲۲۳۳ بابت معامله دیگر",
        "پرونده شماره ۴۵۸۷۲۱ شعبه سوم",
    ],
)
def test_the_number_itself_its_neighbours_and_other_numbers_are_let_pass(text):
    assert spans(text, CHEQUE) == []


def test_plots_are_compared_in_digits_and_in_words():
    assert spans("پلاک ثبتی ۲۴۵۱/۷۳ مورد اجاره است.", EVICTION) == [("amount-mismatch", "۲۴۵۱/۷۳")]
    (finding,) = found("پلاک ۲۴۱۶ فرعی از ۷۳ اصلی مورد اجاره است.", EVICTION)
    assert (finding.span, finding.suggestions) == ("۲۴۱۶ فرعی از ۷۳ اصلی", ("۲۴۱۵ فرعی از ۷۳ اصلی",))
    assert spans("پلاک ثبتی ۲۴۱۵/۷۳ و پلاک ثبتی ۷۳/۲۴۱۵ و پلاک ۲۱ خیابان نمونه", EVICTION) == []


def test_judgment_and_case_have_numbers_of_their_own():
    assert spans("دادنامه شماره ۱۴۰۴۶۸۳۹۰۰۰۵۱۲۷۷۶۴ صادر شد.", APPEAL) == [("amount-mismatch", "۱۴۰۴۶۸۳۹۰۰۰۵۱۲۷۷۶۴")]
    assert spans("پرونده کلاسه ۱۴۰۳۶۸۹۲۰۰۰۳۴۱۵۵۸۲ مطرح شد.", APPEAL) == [("amount-mismatch", "۱۴۰۳۶۸۹۲۰۰۰۳۴۱۵۵۸۲")]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("چک شماره ۴۵۸۷۱۲ مورخ ۱۴۰۴/۰۵/۲۱ برگشت خورد.", "۱۴۰۴/۰۵/۲۱"),
        ("گواهینامه عدم پرداخت مورخ ۱۴۰۴/۰۶/۱۰ پیوست است.", "۱۴۰۴/۰۶/۱۰"),
    ],
)
def test_a_date_of_that_name_that_is_another_day(text, span):
    assert spans(text, CHEQUE) == [("impossible-date", span)]


@pytest.mark.parametrize(
    "text",
    [
        "چک شماره ۴۵۸۷۱۲ مورخ ۱۴۰۴/۰۵/۱۲ برگشت خورد.",
        "چک شماره ۴۵۸۷۱۲ که در تاریخ ۱۴۰۴/۰۲/۱۱ صادر شد.",
        "در تاریخ ۱۴۰۴/۰۵/۲۱ به دفتر آمدم.",
    ],
)
def test_the_day_itself_and_days_of_other_events_are_let_pass(text):
    assert spans(text, CHEQUE) == []


def test_without_answers_nothing_is_compared():
    assert spans("خواسته به مبلغ ۵ میلیون ریال، چک شماره ۱۲۳۴۵۶ مورخ ۱۴۰۳/۰۱/۰۱", TextCase()) == []
