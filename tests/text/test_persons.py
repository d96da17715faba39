"""Names of the parties in the text against those of the form."""

import pytest

from assistant.domain.text_case import NamedPerson, Side, TextCase
from tests.text.figure_samples import cases, found, spans

CASE = TextCase(
    persons=(
        NamedPerson("plaintiffs[0].last_name", "علی رضایی", Side.PLAINTIFF),
        NamedPerson("plaintiffs[1].last_name", "زهرا سادات موسوی", Side.PLAINTIFF),
        NamedPerson("defendants[0].last_name", "سید حسن احمدی‌پور", Side.DEFENDANT),
        NamedPerson("defendants[1].entity_name", "شرکت نمونه‌گستر پارس (سهامی خاص)", Side.DEFENDANT, is_company=True),
        NamedPerson("representatives[0].last_name", "محمد رضا گلستان", Side.REPRESENTATIVE),
    )
)
APPEAL = cases()["appeal"]


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("آقای علی رضانی طلبکار است.", "رضانی", "رضایی"),
        ("آقای عیل رضایی طلبکار است.", "عیل", "علی"),
        ("آقای سید حسن احمدی‌بور بدهکار است.", "احمدی‌بور", "احمدی‌پور"),
        ("شرکت نمونه گستر پارسش بدهکار است.", "پارسش", "پارس"),
        ("وکیل خواهان آقای محمدرضا گلستاب است.", "گلستاب", "گلستان"),
        ("آقای حسن احمدی بور بدهکار است.", "احمدی بور", "احمدی‌پور"),
        ("آقای گلستات وکالت دارد.", "گلستات", "گلستان"),
    ],
)
def test_a_slip_in_a_name(text, span, right):
    (finding,) = found(text, CASE)
    assert (finding.kind.value, finding.span, finding.suggestions) == ("name-mismatch", span, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "آقای علی رضائی و علی‌رضایی طلبکارند.",
        "آقای حسن احمدی پور و آقای سید حسن احمدیپور",
        "خانم زهرا السادات موسوی و زهرا موسوی",
        "شرکت نمونه گستر پارس",
        "آقای محمدرضا گلستان و محمد‌رضا گلستان",
        "علی رضایی‌ها را ندیده‌ام و از علی رضایی‌ام",
    ],
)
def test_spacing_hamza_honorifics_and_endings_make_no_other_name(text):
    assert spans(text, CASE) == []


@pytest.mark.parametrize(
    "text",
    [
        "گواه آقای علی رضوانی حضور دارد.",
        "برادر خواهان آقای حسین رضایی است.",
        "آقای حسین احمدی‌پور از ماجرا خبر دارد.",
        "آقای علی رضایت داد.",
        "آقای بهمن کاظمی و خانم زهره موسوی‌زاده",
        "خیابان علی رضائیان",
        "مرحوم علی رضاوی مورث طرفین بود.",
        "آقای علی رضاوی به عنوان شاهد حاضر شد.",
        "به شهادت آقای علی رضاوی",
        "آقای رضا گلستانی و آقای احمدی",
    ],
)
def test_relatives_witnesses_and_common_words_are_let_pass(text):
    assert spans(text, CASE) == []


def test_a_common_name_beside_the_role_is_still_the_party():
    one = TextCase(persons=(NamedPerson("plaintiffs[0].last_name", "حسن بهاری", Side.PLAINTIFF),))
    assert spans("خواهان آقای حسین بهاری است.", one) == [("name-mismatch", "حسین")]
    assert spans("آقای حسین بهاری آمد.", one) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("خوانده آقای علی رضایی بدهکار است.", "علی رضایی"),
        ("علیه خواهان، آقای سید حسن احمدی‌پور", "حسن احمدی‌پور"),
        ("آقای علی رضایی (خوانده) بدهکار است.", "علی رضایی"),
        ("آقای علی رضایی به عنوان خوانده بدهکار است.", "علی رضایی"),
        ("خواندگان آقای علی رضایی و دیگری", "علی رضایی"),
        ("خوانده ردیف اول به نام آقای علی رضایی", "علی رضایی"),
        ("دعوا به طرفیت آقای علی رضایی اقامه می‌شود.", "علی رضایی"),
        ("آقای علی رضایی، خوانده پرونده، بدهکار است.", "علی رضایی"),
    ],
)
def test_a_role_given_to_the_other_side(text, span):
    assert spans(text, CASE) == [("name-mismatch", span)]


@pytest.mark.parametrize(
    "text",
    [
        "خواهان آقای علی رضایی است.",
        "وکیل خوانده آقای علی رضایی است.",
        "همسر خواهان آقای سید حسن احمدی‌پور است.",
        "خوانده از آقای علی رضایی پول گرفت.",
        "خوانده به آقای علی رضایی بدهکار است.",
        "به طرفیت خوانده آقای سید حسن احمدی‌پور",
        "علی رضایی خواهان خسارت است.",
        "آقای سید حسن احمدی‌پور خوانده پرونده است.",
        "خواهان و خوانده، آقای سید حسن احمدی‌پور، آشنا بودند.",
    ],
)
def test_a_role_given_rightly_or_to_somebody_else(text):
    assert spans(text, CASE) == []


def test_a_person_on_both_sides_has_either_role():
    both = TextCase(
        persons=(
            NamedPerson("plaintiffs[0].last_name", "علی رضایی", Side.PLAINTIFF),
            NamedPerson("defendants[0].last_name", "علی رضایی", Side.DEFENDANT),
        )
    )
    assert spans("خوانده آقای علی رضایی", both) == []


def test_an_appeal_has_roles_of_its_own():
    assert spans("تجدیدنظرخوانده آقای ایرج نیک‌بخت", APPEAL) == [("name-mismatch", "ایرج نیک‌بخت")]
    assert spans("تجدیدنظر خوانده آقای ایرج نیک بخت", APPEAL) == [("name-mismatch", "ایرج نیک بخت")]
    assert spans("خواهان بدوی خانم سهیلا مرادی و خوانده بدوی آقای ایرج نیک‌بخت", APPEAL) == []


SAYYED = TextCase(
    persons=(
        NamedPerson("plaintiffs[0].last_name", "سیدمحسن حسینی‌نژاد", Side.PLAINTIFF),
        NamedPerson("plaintiffs[1].entity_name", "شرکت بازرگانی مهرگستر نوین", Side.PLAINTIFF, is_company=True),
        NamedPerson("defendants[0].last_name", "سید جواد رستگار", Side.DEFENDANT),
        NamedPerson("defendants[1].last_name", "مراد گلستان", Side.DEFENDANT),
        NamedPerson("cheques[0].drawer_name", "سید جواد رستگار", Side.OTHER),
    )
)


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("آقای سید محسین حسینی‌نژاد طلبکار است.", "محسین", "محسن"),
        ("آقای سیدمحسین حسینی‌نژاد طلبکار است.", "سیدمحسین", "سیدمحسن"),
        ("آقای سیدجواد رستگاز چک داد.", "رستگاز", "رستگار"),
        ("آقای رستگاز چک داد.", "رستگاز", "رستگار"),  # who drew the cheque is the defendant as well
        ("خوانده ردیف دوم آقای مرادد گلستان حاضر نشد.", "مرادد", "مراد"),
    ],
)
def test_sayyed_is_no_part_of_the_name(text: str, span: str, right: str):
    (finding,) = found(text, SAYYED)
    assert (finding.span, finding.suggestions) == (span, (right,))


@pytest.mark.parametrize("text", ["خواهان سید جواد رستگار است.", "خوانده شرکت بازرگانی مهرگستر نوین کالا گرفت."])
def test_the_other_side_by_a_name_of_two_kinds_or_of_a_company(text: str):
    (finding,) = found(text, SAYYED)
    assert finding.span in ("جواد رستگار", "سید جواد رستگار", "بازرگانی مهرگستر نوین")


def test_sayyed_together_or_apart_is_right():
    assert found("آقای سیدمحسن حسینی‌نژاد و سید محسن حسینی‌نژاد و محسن حسینی‌نژاد یکی هستند.", SAYYED) == []
    assert found("آقای جواد رستگاری خواهر ندارد و آقای محسن رضایی خواهر خوانده را می‌شناسد.", CASE) == []
