"""Typing errors: the weighing in a made-up language of a few words, the suggestions, the places in the text."""

from collections.abc import Mapping
from math import log

import pytest

from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.words import PersonalNames, Words
from assistant.text.letters import ZWNJ
from assistant.text.sentences import sentences
from assistant.text.spelling.check import SpellingCheck
from assistant.text.spelling.edits import distance, heard_alike, one_slip_away, slip_cost

COMMON = (
    "از",
    "به",
    "را",
    "است",
    "شد",
    "و",
    "این",
    "بوستان",
    "گلستان",
    "دبستان",
    "نویسنده",
    "خواننده",
    "باغبان",
    "درختان",
)
NAMES = PersonalNames(
    first_names=frozenset(("بهرام",)),
    surname_endings=("زاده",),
    titles=frozenset(("آقای",)),
    labels=frozenset(("خیابان",)),
)


def words(pairs: Mapping[str, int] | None = None) -> Words:
    trusted = {word: log(1e-4) for word in COMMON} | {"آقای": log(1e-4), "خیابان": log(1e-4)} | {"سرو": log(1e-6)}
    return Words(trusted, frozenset(trusted), frozenset(("بوستانه", "کوهسار")), pairs or {}, NAMES)


CHECK = SpellingCheck(words)


def found(text: str, case: TextCase | None = None, check: SpellingCheck = CHECK) -> list[TextFinding]:
    return [each.moved(part.start) for part in sentences(text) for each in check(part, case or TextCase())]


def test_a_word_one_slip_from_a_common_one_is_an_error_with_that_suggestion():
    text = "این نویصنده از گلستان است"
    (finding,) = found(text)
    assert finding.kind is TextKind.SPELLING
    assert finding.level is TextLevel.ERROR
    assert text[finding.start : finding.end] == finding.span == "نویصنده"
    assert finding.suggestions == ("نویسنده",)
    assert not finding.safe


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("نویصنده", "نویسنده"),  # the same sound
        ("باغنان", "باغبان"),  # a dot
        ("خوانندخ", "خواننده"),  # the key beside
        ("دبستتان", "دبستان"),  # a letter twice
        ("گلسان", "گلستان"),  # a letter missing
        ("درتخان", "درختان"),  # two letters swapped
        ("خانننده", "خواننده"),  # two slips
        ("گلستان‌حای", "گلستان‌های"),  # in the ending
        ("نویصنده‌های", "نویسنده‌های"),  # before the ending
    ],
)
def test_each_kind_of_slip_finds_its_word(wrong: str, right: str):
    (finding,) = found(f"این {wrong} است")
    assert finding.span == wrong
    assert right in finding.suggestions


@pytest.mark.parametrize(
    "word",
    [
        *COMMON,
        "گلستان‌های",
        "گلستانهای",  # without its half-space: another check's business
        "گلستانی",
        "گلستان‌ها",
        "می‌شود",  # a verb form
        "نشده",
        "کوهسار",  # only in a dictionary, and nothing near it
        "ژغکچپ",  # nothing explains it
        "م",
    ],
)
def test_what_may_be_right_is_left_alone(word: str):
    assert found(f"این {word} است") == []


def test_a_word_of_a_dictionary_gives_way_only_to_a_much_likelier_one():
    assert [each.suggestions[0] for each in found("این بوستانه است")] == ["بوستان"]


def test_the_neighbours_decide_between_two_suggestions():
    other = SpellingCheck(lambda: words({"این بوستان": 500}))
    plain = SpellingCheck(lambda: words({"این دبستان": 500}))
    assert found("این بستان است", check=other)[0].suggestions[0] == "بوستان"
    assert found("این بستان است", check=plain)[0].suggestions[0] == "دبستان"


def test_two_words_run_together_are_parted():
    text = "این نویسندهگلستان است"
    (finding,) = found(text)
    assert (finding.span, finding.suggestions[0]) == ("نویسندهگلستان", "نویسنده گلستان")


def test_the_conjunction_run_into_its_word_is_parted():
    assert found("از ونویسنده است")[0].suggestions[0] == "و نویسنده"


def test_one_word_cut_in_two_is_joined():
    text = "این نویس نده است"
    (finding,) = found(text)
    assert (finding.span, finding.suggestions) == ("نویس نده", ("نویسنده",))
    assert text[finding.start : finding.end] == finding.span


@pytest.mark.parametrize("text", ["آقای باغقان", "خیابان باغقان", "بهرام باغقان", "این گلستنزاده شد"])
def test_a_name_is_no_error(text: str):
    assert found(text) == []


def test_the_same_word_where_no_name_stands_is_an_error():
    assert [each.span for each in found("این باغقان شد")] == ["باغقان"]


def test_two_unknown_words_in_a_row_are_taken_for_a_name():
    assert found("این باغژان درخژان شد") == []


def test_names_and_accepted_words_of_the_case_are_no_error():
    person = NamedPerson("plaintiffs[0].name", "نویصنده", Side.PLAINTIFF)
    assert found("این نویصنده است", TextCase(persons=(person,))) == []
    assert found("این نویصنده است", TextCase(words=frozenset(("نويصنده",)))) == []


def test_the_words_of_one_case_are_not_those_of_the_next():
    assert found("این نویصنده است", TextCase(words=frozenset(("نویصنده",)))) == []
    assert len(found("این نویصنده است", TextCase())) == 1


def test_madd_left_out_is_an_error_and_hamza_left_out_is_not():
    check = SpellingCheck(lambda: Words({"آسمان": -5.0, "هیأت": -5.0}, frozenset(("آسمان", "هیأت")), frozenset(), {}))
    assert found("اسمان", check=check)[0].suggestions == ("آسمان",)
    assert found("هیات", check=check) == []


def test_a_suggestion_has_the_hamza_of_its_term_and_the_half_space_of_its_verb():
    trusted = {"تادیه": -9.0, "تأدیه": -9.5, "میباشد": -9.0, "و": -4.0}
    check = SpellingCheck(lambda: Words(trusted, frozenset(trusted), frozenset(), {}))
    assert found("تادبه", check=check)[0].suggestions[0] == "تأدیه"
    assert found("میباشذ", check=check)[0].suggestions[0] == "می‌باشد"


def test_the_words_are_read_at_the_first_sentence_or_when_asked():
    calls = []

    def load() -> Words:
        calls.append(1)
        return words()

    check = SpellingCheck(load)
    assert calls == []
    check.preload()
    found("این نویصنده است", check=check)
    assert calls == [1]


NASTY = [
    "",
    " \n\t ",
    "\u200f\u200eنویص\u200fنده\u200e است",
    "نویص\u00adنده و دبس\u00adتتان",
    "نـویصـنـده است",
    "نَویصندِه",
    "نويصنده گلسان كوه",
    "\ud800نویصنده\udfff",
    "نویصنده😀گلسان",
    "«»()[]،؛:؟!...",
    "ا" * 5_000,
    "نویصنده" * 700,
    "نویصنده گلسان این " * 1_100,
    "نویصنده" + ZWNJ + ZWNJ + "ها" + ZWNJ,
    "نویصنده\x00گلسان\u2028دبستتان",
    "ﻧﻮﯾﺼﻨﺪﻩ است",
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_places_always_count_in_the_text_as_given(text: str):
    for finding in found(text):
        assert text[finding.start : finding.end] == finding.span
        assert finding.suggestions


def test_an_error_under_invisible_marks_is_found_with_its_marks():
    text = "این \u200fنویص\u200fنده است"
    (finding,) = found(text)
    assert text[finding.start : finding.end] == finding.span == "نویص\u200fنده"


def test_the_cost_of_one_slip_is_told_by_what_was_confused():
    assert slip_cost("نویصنده", "نویسنده") < slip_cost("باغنان", "باغبان") < slip_cost("باغخان", "باغبان")
    assert slip_cost("خاننده", "خواننده") < slip_cost("گلسان", "گلستان")
    assert slip_cost("دبستتان", "دبستان") < slip_cost("دبستمان", "دبستان")


def test_a_slip_at_the_first_letter_is_rarer():
    assert slip_cost("طبر", "تبر") > slip_cost("قطر", "قتر")


def test_all_that_is_one_slip_away_has_a_distance_of_one_slip():
    assert {"سرو", "سو", "رسو", "سروی", "سبو"} - one_slip_away("سرو") == {"سرو"}
    assert all(distance("سرو", each) < 1.4 for each in one_slip_away("سرو"))


def test_two_letters_may_sound_like_others_at_once():
    assert "مستضعف" in heard_alike("مصتزعف")
