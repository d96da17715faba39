"""Whom the text names beside whom the form names."""

from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_persons import TextPersons
from assistant.domain.words import PersonalNames, Words
from assistant.text.named_persons import NamedPersons
from assistant.text.sentences import sentences

NAMES = PersonalNames(
    first_names=frozenset(("علی", "زهرا", "حسن", "مریم", "محمد", "رضا")),
    surnames=frozenset(("رضایی", "موسوی", "احمدی", "نمونه‌ای", "گلستان", "راد")),
)
CASE = TextCase(
    persons=(
        NamedPerson("plaintiffs[0].last_name", "علی رضایی", Side.PLAINTIFF),
        NamedPerson("defendants[0].last_name", "زهرا موسوی", Side.DEFENDANT),
        NamedPerson("defendants[1].last_name", "حسن احمدی", Side.DEFENDANT),
        NamedPerson("witnesses[0].last_name", "محمدرضا گلستان", Side.OTHER),
    )
)


def told(text: str, case: TextCase = CASE) -> TextPersons:
    words = Words({}, frozenset(), frozenset(), {}, NAMES)
    return NamedPersons(lambda: words)(text, sentences(text), case)


def test_a_person_whom_no_answer_names_is_told_once_with_the_place():
    text = "چک را آقای مریم نمونه‌ای آورد.\nبعد آقای مریم نمونه‌ای رفت."
    (person,) = told(text).not_in_answers
    assert text[person.start : person.end] == person.span == "آقای مریم نمونه‌ای"
    assert person.start == text.index("آقای")


def test_persons_of_the_form_are_known_by_their_surname_their_title_and_however_they_are_spaced():
    assert not told("خانم موسوی و آقای دکتر رضایی و آقای سید حسن احمدی و آقای محمد رضا گلستان آمدند.").not_in_answers


def test_what_follows_a_title_and_is_no_name_is_left_alone():
    assert not told("جناب آقای مدیر دفتر، خانم خوانده و آقای همسایه حاضر بودند.").not_in_answers


def test_a_party_is_told_as_unnamed_only_where_the_text_names_another_one():
    assert told("خواهان از خواندگان طلبکار است.").not_in_text == ()
    assert told("آقای علی رضایی از خانم زهرا موسوی طلبکار است.").not_in_text == ("حسن احمدی",)


def test_without_answers_nobody_is_told():
    assert told("آقای مریم نمونه‌ای آمد.", TextCase()) == TextPersons()
