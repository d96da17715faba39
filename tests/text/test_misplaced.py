"""Words that stand where another one is meant, told by their neighbours: over made-up counts."""

import pytest

from assistant.domain.words import PersonalNames, Words
from assistant.text.spelling.endings import Trust
from assistant.text.spelling.misplaced import MisplacedWords
from assistant.text.verbs import verb_forms

TRUSTED = {
    "بحر": -12.0,
    "بهر": -12.0,
    "کارت": -11.0,
    "کار": -8.0,
    "فصل": -11.0,
    "نصل": -11.0,
    "مدرک": -9.0,
    "مدارک": -9.0,
}
PAIRS = {
    "نصیب بهر": 60, "بهر وارث": 60, "در کار": 400, "کار ساختمان": 200, "دریا بحر": 9,
    "حل فصل": 80, "فصل دعوا": 80, "ارائه مدارک": 90, "مدارک پیوست": 90, "چند سهم": 50,
}  # fmt: skip


def misplaced(undoubted: frozenset[str] = frozenset()) -> MisplacedWords:
    names = PersonalNames(first_names=frozenset(("سهم",)))
    return MisplacedWords(Words(TRUSTED, frozenset(TRUSTED), frozenset(), {}, names, PAIRS, undoubted), verb_forms())


@pytest.mark.parametrize(
    ("before", "word", "after", "meant"),
    [
        ("نصیب", "بحر", "وارث", "بهر"),  # of the same sound
        ("حل", "نصل", "دعوا", "فصل"),  # a dot
        ("نصیب", "بحر", "", "بهر"),  # with one neighbour
        ("دریا", "بحر", "وارث", ""),  # counted beside a neighbour
        ("نصیب", "بهر", "وارث", ""),
        ("", "بحر", "", ""),
        ("کوه", "بحر", "دشت", ""),  # neighbours never counted
        ("ارائه", "مدرک", "پیوست", ""),  # singular of the word that was counted
        ("چند", "سهر", "", ""),  # no name is proposed
        ("نصیب", "بهرهای", "وارث", ""),  # a form of the counted word
    ],
)
def test_the_word_that_fits_between_its_neighbours(before: str, word: str, after: str, meant: str):
    assert misplaced().meant(before, word, after, Trust.LEGAL) == meant


def test_neighbours_that_stand_anywhere_tell_nothing_against_a_known_word():
    assert misplaced().meant("در", "کار", "", Trust.LEGAL) == ""
    assert misplaced().meant("در", "کاز", "", Trust.LEGAL) == ""
    assert misplaced().meant("در", "کاز", "", Trust.UNKNOWN) == "کار"


def test_a_word_of_the_undoubted_is_let_pass():
    assert misplaced(frozenset(("بحر",))).meant("نصیب", "بحر", "وارث", Trust.LEGAL) == ""


def test_a_verb_form_is_let_pass():
    assert misplaced().meant("حل", "فصلند", "دعوا", Trust.KNOWN) == ""
    assert misplaced().meant("نصیب", "برد", "وارث", Trust.LEGAL) == ""
