"""Letters, digits, marks, colloquial and insulting words, party words, repetition, long sentences, personal data."""

import pytest

from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.checker import TextChecker
from assistant.text.style import TEXT_CHECKS, style_checks
from tests.text.rooms import known_words, word_lists

CHECKER = TextChecker(style_checks(word_lists(), known_words()), TEXT_CHECKS)


def found(text: str, kind: TextKind, case: TextCase | None = None) -> list[TextFinding]:
    return [each for each in CHECKER.check(text, case).findings if each.kind is kind]


def proposed(text: str, kind: TextKind, case: TextCase | None = None) -> dict[str, tuple[str, ...]]:
    return {each.span: each.suggestions for each in found(text, kind, case)}


def spans(text: str, kind: TextKind, case: TextCase | None = None) -> list[str]:
    return [each.span for each in found(text, kind, case)]


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("خوانده مالك است", "مالك", "مالک"),
        ("دعوى حاضر", "دعوى", "دعوی"),
        ("مي\u200cباشد", "مي\u200cباشد", "می\u200cباشد"),
        ("پرداخت\u00adکننده وجه", "پرداخت\u00adکننده", "پرداخت\u200cکننده"),
        ("قراردادـــها امضا شد", "قراردادـــها", "قراردادها"),
        ("ﻻزم به ذکر", "ﻻزم", "لازم"),
        ("خواهان\u200f حاضر شد", "\u200f", ""),
        ("خواهان\u00a0حاضر شد", "\u00a0", " "),
        ("مراجعة خواهان", "مراجعة", "مراجعه"),
    ],
)
def test_letters_are_coded_one_way(text: str, span: str, right: str):
    (finding,) = found(text, TextKind.ARABIC_LETTER)
    assert (finding.span, finding.suggestions[0], finding.safe) == (span, right, True)


def test_arabic_formulae_tanvin_and_hamza_stay():
    assert spans("مستنداً به رأی مورخ، رحمة الله علیه، خواندهٔ محترم، مسئول تأمین", TextKind.ARABIC_LETTER) == []


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("مبلغ 5000 ریال", "5000", "۵۰۰۰"),
        ("تاریخ 1404/05/۱۲ سررسید", "1404/05/۱۲", "۱۴۰۴/۰۵/۱۲"),
        ("مبلغ ٥٠٠ ریال", "٥٠٠", "۵۰۰"),
    ],
)
def test_digits_are_persian_in_persian_text(text: str, span: str, right: str):
    assert proposed(text, TextKind.DIGIT_MIX) == {span: (right,)}


def test_digits_of_latin_words_stay():
    assert spans("استاندارد ISO 9001 و شبای IR120170000000001234567890 و a1@b.ir", TextKind.DIGIT_MIX) == []


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("خواهان ، خوانده", " ،", "،"),
        ("خواهان،خوانده", "،", "، "),
        ("خواهان ،خوانده", " ،", "، "),
        ("پرداخت نشد.. سپس", "..", "."),
        ("پرداخت نشد؟؟ سپس", "؟؟", "؟"),
        ("خواهان, خوانده", ",", "،"),
        ("آیا پرداخت شد?", "?", "؟"),
        ("پرداخت شد; سپس", ";", "؛"),
        ("( خواهان) است", "( ", "("),
        ("(خواهان ) است", " )", ")"),
        ("«متن»و سپس", "»", "» "),
        ("خواهان  مالک", "  ", " "),
        ("پرداخت شد.سپس رفت", ".", ". "),
    ],
)
def test_marks_and_their_blanks(text: str, span: str, right: str):
    assert proposed(text, TextKind.PUNCTUATION) == {span: (right,)}


@pytest.mark.parametrize(
    "text",
    [
        "مبلغ ۱٬۲۵۰٬۰۰۰ یا ۱,۲۵۰,۰۰۰ یا ۳.۵ درصد در ساعت ۱۰:۳۰ مورخ ۱۴۰۴.۰۵.۱۲",
        "ق.آ.د.م. و ق.م. و نشانی a.b@c.ir و www.example.ir",
        "الف) نخست، ۱) دوم و خواهان(ها) و (سند)های پیوست…",
        "سپس گفت: «پرداخت شد.» و رفت؛ (چنین بود).",
        "نام: ........ تاریخ: ........",
    ],
)
def test_right_marks_are_left_alone(text: str):
    assert proposed(text, TextKind.PUNCTUATION) == {}


def test_a_bracket_without_its_other_half_is_told_without_a_proposal():
    assert proposed("خواهان (به وکالت آمد", TextKind.PUNCTUATION) == {"(": ()}
    assert proposed("خواهان» آمد", TextKind.PUNCTUATION) == {"»": ()}


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("دیگر پول نمیده", "نمیده", "نمی\u200cدهد"),
        ("چنین می شه", "می شه", "می\u200cشود"),
        ("چنین می\u200cگن", "می\u200cگن", "می\u200cگویند"),
        ("پول می\u200cخوام", "می\u200cخوام", "می\u200cخواهم"),
        ("هر روز تهدید می\u200cکردن", "می\u200cکردن", "می\u200cکردند"),
        ("به خونه رفت", "خونه", "خانه"),
        ("اومد و رفت", "اومد", "آمد"),
        ("بهش دادم", "بهش", "به او"),
    ],
)
def test_colloquial_words_are_told_with_the_formal_word(text: str, span: str, right: str):
    (finding,) = found(text, TextKind.INFORMAL)
    assert (finding.span, finding.suggestions[0], finding.safe) == (span, right, False)


def test_formal_words_that_look_colloquial_stay():
    text = "آینه و شمعدان، میان طرفین، میزان خسارت، می‌خواند، می‌گردند، میدان، نمی‌دانند، می‌داده است، برم"
    assert spans(text, TextKind.INFORMAL) == ["برم"]


@pytest.mark.parametrize("word", ["دزد", "شیادان", "بی‌شرف", "بی شرف", "بیشعور", "دروغگو", "کلاهبرداران"])
def test_insulting_words_are_told_in_any_spacing(word: str):
    assert len(found(f"خوانده {word} است", TextKind.INSULT)) == 1


def test_names_of_crimes_and_words_of_law_are_no_insults():
    text = "به اتهام سرقت، جعل و کلاهبرداری تعقیب شد؛ محجور، مجنون، عقد فاسد، پست سفارشی، سگ گله نگهداری می‌شد."
    assert spans(text, TextKind.INSULT) == []


def test_words_of_criminal_procedure_are_told_in_a_civil_petition():
    assert proposed("شاکی مالک ملک است و متهم آن را تصرف کرده", TextKind.ROLE_TERM) == {
        "شاکی": ("خواهان",),
        "متهم": ("خوانده",),
    }
    assert spans("در پروندهٔ کیفری شاکی اینجانب بودم", TextKind.ROLE_TERM) == []


def test_in_an_appeal_the_parties_have_the_names_of_that_stage():
    appeal = TextCase(stage="appeal")
    assert proposed("خواندگان مبلغ را نپرداختند", TextKind.ROLE_TERM, appeal) == {
        "خواندگان": ("تجدیدنظرخواندگان", "تجدیدنظرخواهان")
    }
    assert spans("خواهان بدوی دلیلی نداشت", TextKind.ROLE_TERM, appeal) == []
    assert spans("دادنامه خوانده شد", TextKind.ROLE_TERM, appeal) == []
    assert spans("خواهان مبلغ را مطالبه کرد", TextKind.ROLE_TERM) == []


def test_a_word_twice_in_a_row_is_told_over_both():
    assert proposed("کلیه خسارات خسارات وارده", TextKind.REPEATED_WORD) == {"خسارات خسارات": ("خسارات",)}
    assert spans("اولاد اولاد واقف، یک یک آنان، که، که", TextKind.REPEATED_WORD) == []
    person = NamedPerson("plaintiff.name", "علی علی", Side.PLAINTIFF)
    assert spans("آقای علی علی", TextKind.REPEATED_WORD, TextCase(persons=(person,))) == []


def test_a_long_sentence_is_told_when_it_has_many_verbs_or_is_very_long():
    clause = "خواهان مبلغ را به خوانده پرداخت کرد و رسید گرفت و "
    assert len(spans(clause * 6, TextKind.RUN_ON_SENTENCE)) == 1
    assert spans(clause * 3, TextKind.RUN_ON_SENTENCE) == []
    assert spans("خواهان مالک ملک و منافع آن " * 11, TextKind.RUN_ON_SENTENCE) == []
    assert len(spans("خواهان مالک ملک و منافع آن " * 16, TextKind.RUN_ON_SENTENCE)) == 1


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("به شماره کارت ۶۰۳۷-۹۹۱۱-۲۳۴۵-۶۷۸۱ واریز شد", "۶۰۳۷-۹۹۱۱-۲۳۴۵-۶۷۸۱"),
        ("شبای IR۱۲۰۱۷۰۰۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰ متعلق به او", "IR۱۲۰۱۷۰۰۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰"),
        ("تلفن همراه 09121234567 گواه", "09121234567"),
        ("کد ملی گواه ۰۰۱۲۳۴۵۶۷۹ است", "۰۰۱۲۳۴۵۶۷۹"),
        ("نشانی a.b@c.ir گواه", "a.b@c.ir"),
        ("رمز عبور حساب او abc1234 بود", "abc1234"),
    ],
)
def test_data_of_persons_are_told(text: str, span: str):
    assert spans(text, TextKind.PERSONAL_DATA) == [span]


def test_numbers_of_cheques_cases_and_answers_are_no_news():
    text = "شناسهٔ صیاد ۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶ و پروندهٔ ۱۴۰۳۶۸۹۲۰۰۰۱۲۳۴۵۶۷ و مبلغ ۱۰۰۰۰۰۰۰۰۰ ریال و رمز ارز"
    assert spans(text, TextKind.PERSONAL_DATA) == []
    case = TextCase(answers={"plaintiff": [{"mobile": "09121234567"}]})
    assert spans("تلفن همراه ۰۹۱۲۱۲۳۴۵۶۷", TextKind.PERSONAL_DATA, case) == []


@pytest.mark.parametrize(
    "text",
    [
        "\u200f\u202b\u2067",
        "می\u00adباشد\u00ad \u00ad",
        "\ud800 مي باشد \udfff",
        "😀 خواهان 😀 می باشد 👩‍⚖️",
        "،؛:؟!().«»…,,;;??",
        "\u200c\u200c \u200c",
        "ک" * 5_000,
        "ـ" * 300,
        "خواهان می باشد ، " * 1_200,
        "",
        "\r\n \t\r\n",
        "ي\u0640ك\u00ad\u200c\u200d\ufeff ة",
    ],
)
def test_places_always_fit_the_text_as_given(text: str):
    report = CHECKER.check(text)
    assert report.is_finished
    assert all(text[each.start : each.end] == each.span and each.span for each in report.findings)


@pytest.mark.parametrize(
    "text",
    [
        "زوج مرا متهم به بدرفتاری می‌کند.",
        "خوانده متهم به سرقت شده بود.",
        "همسایگان از سر و صدا شاکی هستند.",
    ],
)
def test_a_party_word_that_only_describes_somebody_is_let_pass(text: str):
    assert spans(text, TextKind.ROLE_TERM) == []


def test_a_party_word_is_told_before_its_spacing():
    assert spans("مشتکی عنه بدهکار است.", TextKind.ROLE_TERM) == ["مشتکی عنه"]
    assert spans("مشتکی عنه بدهکار است.", TextKind.HALF_SPACE) == []


def test_a_surname_is_no_insult():
    assert spans("آقای گدایی گواه معامله بود.", TextKind.INSULT) == []
    assert spans("این گدا گواه معامله بود.", TextKind.INSULT) == ["گدا"]


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("قفل را شکستن و وارد شدند.", "شکستن", "شکستند"),
        ("به ما گفتن که ملک آزاد است.", "گفتن", "گفتند"),
        ("این سند رسمیه.", "رسمیه", "رسمی است"),
        ("مدارکمو به دفترخانه دادم.", "مدارکمو", "مدارکم را"),
    ],
)
def test_endings_of_speech(text: str, span: str, right: str):
    assert proposed(text, TextKind.INFORMAL) == {span: (right,)}


@pytest.mark.parametrize(
    "text", ["شکستن قفل ثابت است.", "گفتن این مطلب لازم است.", "وراث از فروختن آن خودداری کردند.", "قوانین موضوعه رسمی"]
)
def test_infinitives_are_no_speech(text: str):
    assert proposed(text, TextKind.INFORMAL) == {}
