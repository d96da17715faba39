"""Refused and required wording."""

import pytest

from assistant.checks.wording import PatternError, Wording, WordingPattern, comparable, compile_patterns


def pattern(*sources: str, **more: object) -> WordingPattern:
    return WordingPattern("advice", "توصیه", "error", compile_patterns(sources), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["بهتر است", "بهتر  است", "بهتر\u200cاست", "این بهتر است که", "بهتر\nاست"])
def test_a_refused_phrase_is_found_however_its_blanks_are_written(text: str):
    assert pattern("بهتر است").refused_part(text) == "بهتر است"


@pytest.mark.parametrize(
    ("source", "text"),
    [("حتماً", "حتما می‌آید"), ("حتما", "حتماً می‌آید"), ("می‌شود", "مي شود"), ("کافی", "كافي"), ("خانهٔ", "خانه"),
     ("ماده [0-9]+", "ماده ۵۱"), ("ماده [۰-۹]+", "ماده 51")],
)  # fmt: skip
def test_letters_digits_and_diacritics_of_pattern_and_text_meet(source: str, text: str):
    assert pattern(source).refused_part(text) is not None


def test_different_words_stay_different():
    assert pattern("مؤثر").refused_part("موثر") is None
    assert comparable("آن") != comparable("ان")


def test_an_exception_is_taken_out_before_looking():
    advice = pattern("مشاوره", exceptions=compile_patterns(["مرکز مشاوره خانواده"]))
    assert advice.refused_part("گواهی مرکز مشاوره خانواده") is None
    assert advice.refused_part("مشاوره در مرکز مشاوره خانواده") == "مشاوره"


def test_words_are_counted_with_their_half_spaces_whole():
    short = pattern(max_words=3)
    assert short.refused_part("می‌شود گفت نمی‌شود") is None
    assert short.refused_part("این چهار واژه است") == "4 واژه"


def test_a_pattern_speaks_only_in_its_scope():
    wording = Wording((pattern("وارد کنید", scope=("notice",)),))
    assert wording.problems("نام را وارد کنید", "help") == ()
    assert [each.found for each in wording.problems("نام را وارد کنید", "notice")] == ["وارد کنید"]


def test_a_required_pattern_refuses_nothing_but_misses():
    wording = Wording((pattern("رویه یکسان نیست", required_in="disputed"),))
    assert wording.problems("رویه یکسان نیست") == ()
    assert wording.missing("رویهٔ یکسان نیست", "disputed") == ()
    assert [each.reason for each in wording.missing("چیز دیگر", "disputed")] == ["توصیه"]


@pytest.mark.parametrize("source", ["(", "[", "(a+)+", "(.*)*"])
def test_a_pattern_that_cannot_be_read_or_could_run_on_is_refused(source: str):
    with pytest.raises(PatternError):
        compile_patterns([source])
