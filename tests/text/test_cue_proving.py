"""The sentences beside a cue are its proof."""

from assistant.domain.cue import Cue, CueBook, CuePattern, CueTest
from assistant.domain.cue_pattern import parse_pattern
from assistant.domain.rule import Verified
from assistant.domain.text_finding import Polarity, Status
from assistant.text.cues.proving import prove_cues


def failures(pattern: str, *match: CueTest, no_match: tuple[str, ...] = ()) -> list[str]:
    patterns = (CuePattern((parse_pattern(pattern),)),)
    cue = Cue("lent", "امانت", "؟", patterns, Verified("own"), match=match, no_match=no_match, file="lent.yaml")
    found = list(prove_cues(CueBook({"lent": cue})))
    assert all(each.file == "lent.yaml" for each in found)
    return [each.message for each in found]


def test_a_sentence_read_as_the_file_says_proves_the_cue():
    right = CueTest("کتاب امانت نیست.", Polarity.NEGATED, Status.ASSERTED, "کتاب امانت نیست")
    assert failures("کتاب امانت ~بودن", right, no_match=("کتاب آمد.",)) == []


def test_a_sentence_not_found_is_told():
    assert failures("کتاب امانت ~بودن", CueTest("کتاب آمد.")) == ["یافته نشد: «کتاب آمد.»"]


def test_a_sentence_read_otherwise_is_told_with_what_was_read():
    (told,) = failures("کتاب امانت ~بودن", CueTest("کتاب امانت نیست."))
    assert told == "انتظار (مثبت، بیان شده) بود و «کتاب امانت نیست» (منفی، بیان شده) یافته شد: «کتاب امانت نیست.»"


def test_a_span_other_than_the_promised_one_is_told():
    assert failures("کتاب امانت ~بودن", CueTest("این کتاب امانت است.", span="امانت است"))


def test_a_sentence_that_must_not_be_found_is_told():
    (told,) = failures("کتاب", CueTest("کتاب."), no_match=("کتاب صوتی.",))
    assert "نباید یافته می‌شد: «کتاب»" in told


def test_a_verb_nobody_can_conjugate_fails_the_cue_itself():
    assert failures("کتاب ~کتابیدن") == ["الگو: صرف فعل «کتابیدن» شناخته نیست"]
