"""Confused words: every pair of the real files is proven by its own sentences; the engine by made-up pairs."""

from functools import cache

import pytest

from assistant.content.confusion_builder import build_confusions
from assistant.content.content import Content
from assistant.content.reading import read_content
from assistant.content.sources import Sources, hash_of, read_sources
from assistant.domain.confusion import Confusion
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.confusions import ConfusionCheck, prove_confusions
from assistant.text.sentences import sentences
from tests import ROOT

BAHR = Confusion("بحر", "بهر", "بهره «بهر» است", near=("نصیب",), unless=("دریا",), within=2)


def found(check: ConfusionCheck, text: str, case: TextCase | None = None) -> list[TextFinding]:
    return [each.moved(part.start) for part in sentences(text) for each in check(part, case or TextCase())]


@cache
def real_pairs() -> tuple[Confusion, ...]:
    files = {
        path: raw
        for path, raw in read_sources(ROOT).files.items()
        if path.startswith(("schemas/", "rules/confusions/"))
    }
    content, problems = read_content(Sources(files, hash_of(files)))
    assert isinstance(content, Content)
    assert problems == ()
    return build_confusions(content)


@pytest.mark.parametrize("pair", real_pairs(), ids=lambda pair: f"{pair.wrong}-{pair.right}")
def test_a_pair_is_found_in_its_own_sentences_and_not_in_the_others(pair: Confusion):
    check = ConfusionCheck([pair])
    for text in pair.match:
        assert [each.kind for each in found(check, text)][:1] == [TextKind.CONFUSION], text
        assert all(text[each.start : each.end] == each.span for each in found(check, text))
    for text in pair.no_match:
        assert found(check, text) == [], text


def test_no_pair_finds_anything_in_the_sentences_that_are_right_for_another():
    check = ConfusionCheck(real_pairs())
    wrong = {text: found(check, text) for pair in real_pairs() for text in pair.no_match}
    assert {text: [each.span for each in each_found] for text, each_found in wrong.items() if each_found} == {}


def test_there_are_enough_pairs():
    assert len(real_pairs()) >= 80


def test_the_ending_of_the_word_stays():
    (finding,) = found(ConfusionCheck([BAHR]), "نصیب و بحرهای او")
    assert (finding.span, finding.suggestions) == ("بحرهای", ("بهرهای",))


def test_a_word_farther_away_than_told_does_not_count():
    assert found(ConfusionCheck([BAHR]), "نصیب و سهم دیگر او بحر است") == []


def test_one_of_the_excluding_words_silences_the_pair():
    assert found(ConfusionCheck([BAHR]), "نصیب بحر دریا") == []


def test_words_before_and_after_are_told_apart():
    check = ConfusionCheck([Confusion("سد", "صد", "عدد است", after=("میلیون",), within=1, inflected=False)])
    assert [each.span for each in found(check, "سد میلیون")] == ["سد"]
    assert found(check, "میلیون سد") == []


def test_a_word_of_the_case_is_no_confusion():
    assert found(ConfusionCheck([BAHR]), "نصیب بحر", TextCase(words=frozenset(("بحر",)))) == []


def test_the_span_is_as_typed_with_marks_inside_the_word():
    text = "\u200eنصیب او\u200f ب\u064eحر\u0640 است"
    (finding,) = found(ConfusionCheck([BAHR]), text)
    assert text[finding.start : finding.end] == finding.span
    assert finding.suggestions == ("بهر",)


def test_a_pair_that_misses_its_own_sentence_or_marks_the_other_is_told():
    broken = Confusion("بحر", "بهر", "x", near=("نصیب",), match=("بحر",), no_match=("نصیب بحر",), place="a.yaml#3")
    assert [(each.file, each.text) for each in prove_confusions([broken])] == [
        ("a.yaml", "بحر"),
        ("a.yaml", "نصیب بحر"),
    ]
    assert list(prove_confusions(real_pairs())) == []
