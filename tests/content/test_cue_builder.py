"""Cue files become typed cues, and the place of a failing sentence is known."""

from assistant.domain.cue import PolarityFrom, Scope
from assistant.domain.cue_pattern import Gap, Sign, VerbElement
from assistant.domain.text_finding import Polarity, Status
from tests.content.cases.cues import CUE, SOUND
from tests.content.tree import check, line_of


def test_a_cue_file_is_in_the_library_with_its_words_and_answers():
    library = check(SOUND).library
    assert library is not None
    cue = library.cues.cues["kept-book"]
    assert (cue.asks, cue.contradicts) == (("fine",), {Polarity.AFFIRMED: {"reason": ("late",)}})
    assert [each.citation for each in cue.basis] == ["ماده ۳ آیین‌نامهٔ باشگاه"]
    assert cue.is_shown_in("book-return", "", "")
    assert not cue.is_shown_in("card-renewal", "", "")
    assert library.cues.classes["paper"] == ("کتاب", "مجله")
    (pattern,) = cue.any
    assert (pattern.scope, pattern.says, pattern.polarity_from) == (
        Scope.CLAUSE,
        Polarity.AFFIRMED,
        PolarityFrom.VERB,
    )
    assert pattern.sequences[0][1] == Gap(3)
    assert pattern.sequences[0][-1] == VerbElement(("بودن",), Sign.EITHER)
    assert [(each.polarity, each.status) for each in cue.match] == [(Polarity.AFFIRMED, Status.ASSERTED)] * 2


def test_a_failing_sentence_is_told_at_its_line():
    loaded = check(SOUND)
    assert loaded.cue_line(CUE, "مجله‌ها امانت بوده‌اند.") == line_of(SOUND, CUE, "مجله‌ها امانت بوده‌اند.")
    assert loaded.cue_line(CUE, "") == line_of(SOUND, CUE, "any:")
