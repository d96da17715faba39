"""What is said to the clerk about letters, spacing and style holds to the wording of the whole product."""

from assistant.checks.wording import NOTICE
from assistant.domain.text_finding import TextKind
from tests.text.real_checker import real_library
from tests.text.test_style_checks import CHECKER

SAMPLES = (
    "شاکي  مي باشد ، ( متهم دزد است. خواهان\u200f مبلغ 500 و ۵0 ریال را خسارات خسارات نمیده?? کتـــاب به\u200c موجب",
    "تلفن ۰۹۱۲۱۲۳۴۵۶۷ و نشانی a@b.ir و کارت ۶۰۳۷۹۹۱۱۲۳۴۵۶۷۸۱ و رمز عبور abc123 و کد ملی ۰۰۱۲۳۴۵۶۷۹",
    "خواهان مبلغ را به خوانده پرداخت کرد و رسید گرفت و " * 7,
)


def test_every_message_passes_the_wording_check():
    found = [each for text in SAMPLES for each in CHECKER.check(text).findings]
    assert {each.kind for each in found} == {
        TextKind.ARABIC_LETTER, TextKind.HALF_SPACE, TextKind.DIGIT_MIX, TextKind.PUNCTUATION, TextKind.INFORMAL,
        TextKind.INSULT, TextKind.ROLE_TERM, TextKind.REPEATED_WORD, TextKind.RUN_ON_SENTENCE, TextKind.PERSONAL_DATA,
    }  # fmt: skip
    wording = real_library().wording
    assert [(each.message, problem.id) for each in found for problem in wording.problems(each.message, NOTICE)] == []
