"""How a found cue stands: denied by whatever words, supposed, or laid to another."""

import pytest

from assistant.domain.cue import PolarityFrom
from assistant.domain.text_finding import Polarity, Status
from tests.text.test_cues import ASSERTED, LENT, NEGATED, cue, pattern, stands

CLAIMED, SUPPOSED = (Polarity.AFFIRMED, Status.ATTRIBUTED), (Polarity.AFFIRMED, Status.HYPOTHETICAL)
LENDING = cue(pattern("امانت …1 کتاب", polarity_from=PolarityFrom.WORDS))


@pytest.mark.parametrize(
    "text",
    [
        "اینکه کتاب امانت بوده است کذب است.",
        "این ادعا که کتاب امانت است خلاف واقع است.",
        "قبول ندارم که کتاب امانت باشد.",
        "محرز نیست که کتاب امانت بوده است.",
        "چنین نیست که کتاب امانت باشد.",
        "نمی‌توان گفت که کتاب امانت است.",
        "خوانده نمی‌تواند ادعا کند که کتاب امانت است.",
        "دلیلی در دست نیست که کتاب امانت باشد.",
        "حاضر نشد کتاب را امانت دهد.",
        "اجازه نداد که کتاب امانت شود.",
        "به جای آنکه کتاب امانت شود فروخته شد.",
        "نه شفاهی و نه کتبی، کتاب امانت نشده است.",
    ],
)
def test_what_is_called_untrue_or_was_refused_is_denied(text: str):
    assert stands(text, LENT) == NEGATED


@pytest.mark.parametrize(
    "text", ["امانت کتاب صحت ندارد.", "امانت کتاب کذب است.", "هیچ امانت کتابی نکردم.", "امانت کتاب را انکار می‌کنم."]
)
def test_a_noun_whose_verb_says_nothing_of_it_is_denied_by_what_calls_it_untrue(text: str):
    assert stands(text, LENDING) == NEGATED


@pytest.mark.parametrize(
    "text",
    [
        "کتاب امانت بوده و این حرف کذب است.",
        "نمی‌توان گفت که کتاب امانت نیست.",
        "خوانده منکر خرید، کتاب امانت است.",
        "امانت بودن کتاب کذب نیست، کتاب امانت است.",
    ],
)
def test_a_denial_reaches_no_further_than_what_it_speaks_of(text: str):
    assert stands(text, LENT)[0] is Polarity.AFFIRMED


@pytest.mark.parametrize(
    "text",
    [
        "برادر خوانده می‌گوید که کتاب امانت است.",
        "آقای کریمی گفته است کتاب امانت است.",
        "می‌گوید کتاب امانت است.",
        "وکیل خوانده ایراد کرد که کتاب امانت است.",
        "شهود شهادت دادند که کتاب امانت است.",
        "خوانده در لایحه خود نوشته است که کتاب امانت است.",
        "در دادخواست متقابل آمده است که کتاب امانت است.",
        "به گفته آقای کریمی کتاب امانت است.",
        "از نظر خوانده کتاب امانت است.",
        "حسب اظهارات همسایه، کتاب امانت است.",
        "دفاع خوانده آن است که کتاب امانت است.",
        "خوانده ادعایش این است که کتاب امانت است.",
        "طرف مقابل بر این باور است که کتاب امانت است.",
        "خوانده بر این نکته پای می‌فشارد که کتاب امانت است.",
        "خوانده آن را کتاب امانت می‌داند.",
        "خوانده آن را کتاب امانت قلمداد می‌کند.",
        "ادعا شده که کتاب امانت است.",
        "خوانده مدعی است که آن را نخریده بلکه کتاب امانت است.",
        "ادعای خوانده مبنی بر اینکه کتاب امانت است کذب محض است.",
        "خوانده به دروغ می‌گوید کتاب امانت است.",
    ],
)
def test_whatever_another_says_believes_or_writes_is_laid_to_him(text: str):
    assert stands(text, LENT) == CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "خوانده منکر است که کتاب امانت بوده است.",
        "خوانده تکذیب می‌کند که کتاب امانت است.",
        "خوانده می‌گوید صحت ندارد که کتاب امانت بوده است.",
    ],
)
def test_what_another_denies_is_denied_by_him(text: str):
    assert stands(text, LENT) == (Polarity.NEGATED, Status.ATTRIBUTED)


@pytest.mark.parametrize(
    "text",
    [
        "موکل اظهار می‌دارد که کتاب امانت است.",
        "وکیل خواهان عنوان کرد که کتاب امانت است.",
        "عرض می‌کنم که کتاب امانت است.",
        "ادعای اینجانب این است که کتاب امانت است.",
        "به گفته اینجانب کتاب امانت است.",
        "به خوانده گفتم که کتاب امانت است.",
        "دادگاه اعلام نمود که کتاب امانت است.",
        "بانک گواهی نمود که کتاب امانت است.",
        "خوانده نگفته است که کتاب امانت است.",
        "برخلاف ادعای خوانده کتاب امانت است.",
        "برخلاف آنچه خوانده می‌گوید، کتاب امانت است.",
        "خوانده مدعی بیماری است و کتاب امانت است.",
        "خوانده مدعی خرید است، لذا کتاب امانت است.",
        "خوانده می‌گوید خریده است در صورتی که کتاب امانت است.",
        "اجاره به قول و قرار شفاهی بود و کتاب امانت است.",
        "خوانده نیک می‌داند که کتاب امانت است.",
        "خوانده به خط خود نوشته که کتاب امانت است.",
        "ادعای خوانده صحیح نیست بلکه کتاب امانت است.",
    ],
)
def test_what_the_applicant_says_a_court_finds_or_an_office_certifies_is_told(text: str):
    assert stands(text, LENT) == ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "شاید کتاب امانت بوده است.",
        "ای کاش کتاب امانت بود.",
        "گیریم کتاب امانت است.",
        "بعید نیست کتاب امانت بوده است.",
        "چه بسا کتاب امانت است.",
        "در فرضی که کتاب امانت است.",
        "هر آینه معلوم شود کتاب امانت است.",
        "پرونده بسته می‌شود اگر کتاب امانت است.",
        "کتاب امانت خواهد شد.",
        "ادعای احتمالی خوانده که کتاب امانت است.",
        "خوانده می‌گوید اگر بخواهد کتاب امانت است.",
    ],
)
def test_what_may_be_might_have_been_or_will_be_is_supposed(text: str):
    assert stands(text, LENT) == SUPPOSED


def test_what_a_contract_says_will_be_was_agreed():
    assert stands("طبق قرارداد کتاب امانت خواهد شد.", LENT) == ASSERTED
