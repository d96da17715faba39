"""Half-spaces: verbs, endings, compounds; and what stays apart."""

import pytest

from assistant.domain.legal_term import LegalTerm
from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_finding import TextFinding
from assistant.text.half_spaces import HalfSpaces
from assistant.text.sentences import sentences
from tests.text.rooms import known_words, word_lists

CHECK = HalfSpaces(word_lists(), known_words())


def found(text: str, case: TextCase | None = None) -> list[TextFinding]:
    case = case or TextCase()
    findings = [each.moved(part.start) for part in sentences(text) for each in CHECK(part, case)]
    assert all(text[each.start : each.end] == each.span for each in findings)
    return findings


def proposed(text: str, case: TextCase | None = None) -> dict[str, str]:
    return {each.span: each.suggestions[0].replace("\u200c", "|") for each in found(text, case)}


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("خواهان مالک می باشد.", "می باشد", "می|باشد"),
        ("مبلغ پرداخت نمی گردد و", "نمی گردد", "نمی|گردد"),
        ("خوانده بدهکار میباشد.", "میباشد", "می|باشد"),
        ("این ادعا پذیرفته نمیشود", "نمیشود", "نمی|شود"),
        ("به خانه بر نمی گردد", "بر نمی گردد", "برنمی|گردد"),
        ("به خانه برمیگردد", "برمیگردد", "برمی|گردد"),
        ("چنین می توان گفت", "می توان", "می|توان"),
        ("توافق کرده اند", "کرده اند", "کرده|اند"),
        ("توافق کردهاند", "کردهاند", "کرده|اند"),
        ("خواسته ها و دلایل", "خواسته ها", "خواسته|ها"),
        ("خواسته هایشان مسموع است", "خواسته هایشان", "خواسته|هایشان"),
        ("قرارداد ها امضا شد", "قرارداد ها", "قراردادها"),
        ("چکهای یادشده", "چکهای", "چک|های"),
        ("جلسهای برگزار شد", "جلسهای", "جلسه|ای"),
        ("مبایعه نامه ای تنظیم شد", "مبایعه نامه ای", "مبایعه|نامه|ای"),
        ("محکوم علیه حاضر نشد", "محکوم علیه", "محکوم|علیه"),
        ("محکومعلیه حاضر نشد", "محکومعلیه", "محکوم|علیه"),
        ("قائم مقامی خواهان", "قائم مقامی", "قائم|مقامی"),
        ("اجرت المثل ایام تصرف", "اجرت المثل", "اجرت|المثل"),
        ("من حیث المجموع", "من حیث المجموع", "من|حیث|المجموع"),
        ("محکوم به را وصول کرد", "محکوم به", "محکوم|به"),
        ("دلیل مهم تر آن", "مهم تر", "مهم|تر"),
        ("خانه اش را فروخت", "خانه اش", "خانه|اش"),
        ("ادعای بی اساس خوانده", "بی اساس", "بی|اساس"),
        ("هم چنین درخواست", "هم چنین", "همچنین"),
        ("تجدید نظر خواهی از دادنامه", "تجدید نظر خواهی", "تجدیدنظرخواهی"),
        ("می\u200c\u200cباشد", "می\u200c\u200cباشد", "می|باشد"),
        ("به\u200c موجب سند", "به\u200c", "به"),
        ("آن\u200cرا تحویل داد", "آن\u200cرا", "آن را"),
        ("قرار\u200cداد اجاره", "قرار\u200cداد", "قرارداد"),
        ("ماده\u200c۲ قانون", "ماده\u200c", "ماده "),
    ],
)
def test_a_missing_or_wrong_half_space_is_told_over_the_whole_word(text: str, span: str, right: str):
    assert proposed(text) == {span: right}


@pytest.mark.parametrize(
    "text",
    [
        "رأی قطعی اعلام شده است و دادنامه تنظیم نشده است.",
        "مال‌الاجاره آن پرداخت شد و من خانه دارم.",
        "این را هم عرض کنم و یک ریال هم کف دستم نماند.",
        "دارنده با حسن نیت دسته چکم را به صاحبخانه داد.",
        "ملک در ید خوانده است و شش دانگ آن اجاره شده.",
        "خوانده محکوم به پرداخت مبلغ خواسته شد.",
        "ماه می سال گذشته به میدان رفت و میراث میان ورثه تقسیم شد.",
        "آنها تنها بهای کالا را پرداختند و قراردادها را فسخ کردند.",
        "بندهای قرارداد و روزهای تعطیل و کارهای ساختمان",
        "می‌باشد، خواسته‌ها، محکوم‌علیه، مبایعه‌نامه‌ای، قائم‌مقام، کرده‌اند، پیش‌بینی‌شده",
        "تا پایان سال ۱۲‌ساله بود و در ماده ۲ قانون آمده است.",
        "به عنوان شاهد و بر اساس قانون و از این رو",
        "مبلغ را خواهان قرار داد و خوانده به آن عمل کرد.",
    ],
)
def test_what_is_rightly_written_is_left_alone(text: str):
    assert proposed(text) == {}


def test_where_two_words_are_possible_both_are_offered_and_none_is_safe():
    (finding,) = found("نامهای شهود")
    assert finding.suggestions == ("نام\u200cهای", "نامه\u200cای")
    assert not finding.safe


def test_the_letters_are_recoded_in_the_same_step():
    assert proposed("مالك مي باشد") == {"مي باشد": "می|باشد"}


def test_names_of_the_case_stay_as_they_are_written():
    person = NamedPerson("plaintiff.name", "زهرا نامه ای", Side.PLAINTIFF)
    assert proposed("خانم زهرا نامه ای حاضر شد", TextCase(persons=(person,))) == {}


def test_the_ezafe_sign_is_kept_as_it_was_typed():
    assert proposed("مبایعه نامهٔ عادی") == {"مبایعه نامهٔ": "مبایعه|نامهٔ"}
    assert proposed("مبایعهنامهٔ عادی") == {"مبایعهنامهٔ": "مبایعه|نامهٔ"}


def test_terms_of_the_legal_lexicon_are_compounds_too():
    check = HalfSpaces(word_lists(), known_words(), (LegalTerm("ارش\u200cالنقص", "arabic-compound"),))
    (finding,) = check(sentences("مطالبهٔ ارش النقص")[0], TextCase())
    assert finding.suggestions == ("ارش\u200cالنقص",)
