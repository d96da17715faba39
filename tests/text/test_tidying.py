"""Applying suggestions to a text: what must stay stays, and a tidied text is tidy."""

import random
import re
from collections.abc import Callable

from assistant.domain.characters import latin_digits
from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.checker import TextChecker
from assistant.text.style import TEXT_CHECKS, style_checks
from assistant.text.tidying import applied, tidied
from tests import ROOT
from tests.text.rooms import known_words, word_lists

CHECKER = TextChecker(style_checks(word_lists(), known_words()), TEXT_CHECKS)
PARAGRAPHS = (ROOT / "tests/text/paragraphs.txt").read_text("utf-8").splitlines()
VARIANTS_OF_EACH = 33


def find(text: str) -> tuple[TextFinding, ...]:
    return CHECKER.check(text).findings


def digits(text: str) -> list[str]:
    return re.findall(r"[0-9]+", latin_digits(text))


SPOILINGS: tuple[Callable[[str], str], ...] = (
    lambda word: word.replace("\u200c", " "),
    lambda word: word.replace("\u200c", ""),
    lambda word: word.replace("\u200c", "\u00ad"),
    lambda word: word.replace("ی", "ي").replace("ک", "ك"),
    lambda word: latin_digits(word),
    lambda word: re.sub("([،؛:.؟])$", r" \1", word),
    lambda word: word + " ",
    lambda word: "\u200f" + word + "\u200e",
    lambda word: word[:2] + "\u0640" + word[2:] if word.isalpha() and len(word) > 4 else word,
    lambda word: word.replace("،", ","),
    lambda word: word + "\u200c",
)


def spoiled(text: str, chance: random.Random) -> str:
    return " ".join(chance.choice(SPOILINGS)(word) if chance.random() < 0.3 else word for word in text.split(" "))


def test_there_are_more_than_sixty_paragraphs_without_a_remark_on_their_spacing():
    assert len(PARAGRAPHS) > 60
    assert [each.span for text in PARAGRAPHS for each in find(text) if each.safe] == []


def test_two_thousand_spoiled_paragraphs_keep_their_numbers_and_are_tidy_after_one_tidying():
    chance = random.Random(1405)
    variants = [spoiled(text, chance) for text in PARAGRAPHS for _ in range(VARIANTS_OF_EACH)]
    assert len(variants) > 2_000
    for text in variants:
        result = tidied(text, find)
        assert digits(result.text) == digits(text)
        assert [each.span for each in find(result.text) if each.safe] == []
        assert result.undone() == text


def test_what_was_spoiled_in_coding_and_marks_comes_back_whole():
    text = "خواهان مالك ملك است ، مبلغ 5000 ريال  پرداخت\u200f شد,سپس رفت."
    assert tidied(text, find).text == "خواهان مالک ملک است، مبلغ ۵۰۰۰ ریال پرداخت شد، سپس رفت."


def test_one_kind_alone_can_be_tidied():
    text = "مالك 5000 ريال می باشد"
    assert tidied(text, find, kinds=(TextKind.DIGIT_MIX,)).text == "مالك ۵۰۰۰ ريال می باشد"
    assert tidied(text, find, kinds=(TextKind.HALF_SPACE,)).text == "مالك 5000 ريال می\u200cباشد"


def test_a_chosen_suggestion_is_applied_with_the_place_of_its_change():
    text = "پول نمیده و می باشد"
    chosen = [each for each in find(text) if each.kind is TextKind.INFORMAL]
    result = applied(text, chosen)
    assert result.text == "پول نمی\u200cدهد و می باشد"
    (change,) = result.changes
    assert (text[change.start :][: len(change.old)], result.text[change.new_start :][: len(change.new)]) == (
        change.old,
        change.new,
    )
    assert result.undone() == text


def test_unsafe_suggestions_wait_for_the_clerk():
    assert tidied("نامهای خسارات خسارات خونه", find).text == "نامهای خسارات خسارات خونه"


def test_a_finding_of_another_text_is_left_out():
    (finding,) = find("می باشد")
    assert applied("می‌شود و", (finding,)).text == "می‌شود و"


def test_names_numbers_and_abbreviations_are_never_respaced():
    case = TextCase(persons=(NamedPerson("plaintiff.name", "زهرا نامه ای", Side.PLAINTIFF),))
    finding = next(each for each in find("خانم زهرا نامه ای") if each.kind is TextKind.HALF_SPACE)
    assert applied("خانم زهرا نامه ای", (finding,), case).text == "خانم زهرا نامه ای"
    text = "ق.آ.د.م. و ۱۴۰۴/۰۵/۱۲ و ۱٬۲۵۰ و a.b@c.ir و ۱۲۳/۴۵۶"
    assert tidied(text, find).text == text
