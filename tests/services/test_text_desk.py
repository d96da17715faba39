"""What a clerk does with the remarks on a text, over the checks of spacing and style as the product runs them."""

import json
import random
from dataclasses import replace

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.characters import normal_form
from assistant.domain.people import Actor, Office, Role, User
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.services.access import NotFound
from assistant.services.drafting import Drafting
from assistant.services.narratives import Narratives
from assistant.services.office_words import OfficeWords
from assistant.services.text_desk import Pick, TextDesk, text_of
from assistant.text.checker import TextChecker
from assistant.text.style import TEXT_CHECKS, style_checks
from tests import ROOT
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.text.rooms import known_words, word_lists
from tests.text.test_tidying import PARAGRAPHS, spoiled
from tests.tiny_house.house import field, form_of, library_of, template_of

VALUES = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "schemas/values").glob("*.json")}
CLERK = Actor("alef", "alef", "همکار", Role.CLERK, "o1")
CHECKER = TextChecker(style_checks(word_lists(), known_words()), TEXT_CHECKS)
PERSON = [field("first_name"), field("last_name")]
FORM = form_of(
    field("plaintiffs", "list", item_label="خواهان", fields=PERSON), field("narrative", "long_text"), field("kind")
)
TEXT = (
    "خانم زهرا  نامه ای در ۱۴۰۴/۰۵/۱۲ به استناد ق.آ.د.م. و چک ۱۲۳۴۵۶/۷۸۹ مبلغ ۱٬۲۵۰٬۰۰۰ ریال را می خواهد ، پلاک ۱۲ ب"
    " ۳۴۵ ایران ۶۷ و پلاک ثبتی ۱۲۳/۴۵۶ نزد اوست  و نشانی a.b@c.ir است و صورتوضعیتهای او می باشد."
)
TIDY = (
    "خانم زهرا  نامه ای در ۱۴۰۴/۰۵/۱۲ به استناد ق.آ.د.م. و چک ۱۲۳۴۵۶/۷۸۹ مبلغ ۱٬۲۵۰٬۰۰۰ ریال را می‌خواهد، پلاک ۱۲ ب"
    " ۳۴۵ ایران ۶۷ و پلاک ثبتی ۱۲۳/۴۵۶ نزد اوست و نشانی a.b@c.ir است و صورت‌وضعیت‌های او می‌باشد."
)


class Desk:
    def __init__(self, text: str = TEXT) -> None:
        self.store, clock = MemoryStore(), FixedClock()
        with self.store.begin() as work:
            work.add_office(Office("o1", "دفتر", "1", "isfahan"))
            work.add_user(User("alef", "alef", "همکار", Role.CLERK, "o1", "x"))
        library = replace(library_of([template_of(FORM)], []), value_schemas=VALUES)
        words = OfficeWords(self.store, clock)
        narratives = Narratives(CHECKER, library, words.accepted)
        self.drafting = Drafting(self.store, Reviewer(library), clock, narratives)
        self.desk = TextDesk(self.drafting, words, narratives)
        self.id = self.drafting.start(CLERK, "tiny").id
        values = {"plaintiffs": [{"first_name": "زهرا", "last_name": "نامه ای"}], "narrative": normal_form(text)}
        self.drafting.fill(CLERK, self.id, values, ())

    @property
    def opened(self):
        return self.drafting.open(CLERK, self.id, silently=True)

    @property
    def text(self) -> str:
        return self.opened.draft.answers.values["narrative"]

    @property
    def found(self) -> tuple[TextFinding, ...]:
        return text_of(self.opened, "narrative").findings

    def use_all(self, kind: str = "") -> str:
        self.desk.use_all(CLERK, self.id, "narrative", kind)
        return self.text

    def pass_over(self, finding: TextFinding, *, is_everywhere: bool) -> None:
        pick = Pick("narrative", finding.kind.value, finding.start, finding.span)
        self.desk.pass_over(CLERK, self.id, pick, "نقل قول", is_everywhere=is_everywhere)

    def pass_over_words(self, span: str, *, is_everywhere: bool = False) -> None:
        self.pass_over(next(each for each in self.found if each.span == span), is_everywhere=is_everywhere)


def test_one_press_tidies_in_rounds_and_leaves_names_numbers_and_abbreviations():
    assert Desk().use_all() == TIDY


def test_a_second_press_finds_nothing_and_saves_nothing():
    desk = Desk()
    desk.use_all()
    revision = desk.opened.draft.revision
    assert desk.use_all() == TIDY
    assert desk.opened.draft.revision == revision


def test_the_press_is_one_save_and_one_undo():
    desk = Desk()
    revision = desk.opened.draft.revision
    desk.use_all()
    assert desk.opened.draft.revision == revision + 1
    desk.drafting.undo(CLERK, desk.id)
    assert desk.text == TEXT


def test_what_is_looked_at_before_is_what_the_press_does():
    desk = Desk()
    shown = desk.desk.tidied(desk.opened, "narrative")
    assert "".join(piece.before for piece in shown.pieces()) == TEXT
    assert "".join(piece.after for piece in shown.pieces()) == desk.use_all()


def test_only_what_the_press_takes_counts_as_tidying():
    assert [each.span for each in text_of(Desk("خانم زهرا  نامه ای است.").opened, "narrative").tidying] == []


def test_one_kind_is_tidied_alone_in_all_its_rounds():
    desk = Desk()
    assert desk.use_all("punctuation") == TEXT.replace("خواهد ،", "خواهد،").replace("اوست  و", "اوست و")
    assert desk.use_all("half-space") == TIDY


def test_words_passed_over_here_stay_while_all_around_them_changes():
    desk = Desk("صورتوضعیتهای مالک  ها می باشد ، و نامه ها می باشد ، و چک ها می باشد.")
    second = [each for each in desk.found if each.span == "می باشد"][1]
    desk.pass_over(second, is_everywhere=False)
    tidy = "صورت‌وضعیت‌های مالک‌ها می‌باشد، و نامه‌ها می باشد، و چک‌ها می‌باشد."
    assert desk.use_all() == tidy
    assert desk.use_all() == tidy
    (passed,) = text_of(desk.opened, "narrative").passed
    assert (passed.finding.span, passed.reason) == ("می باشد", "نقل قول")


def test_words_passed_over_everywhere_stay_everywhere():
    desk = Desk("چک ها می باشد ، و نامه ها می باشد.")
    desk.pass_over_words("می باشد", is_everywhere=True)
    assert desk.use_all() == "چک‌ها می باشد، و نامه‌ها می باشد."
    assert desk.use_all() == "چک‌ها می باشد، و نامه‌ها می باشد."


def test_words_passed_over_stay_where_only_a_later_round_shows_them():
    desk = Desk("طبق صورت\u200cوضعیتهای او و صورتوضعیتهای من")
    desk.pass_over_words("صورت\u200cوضعیتهای", is_everywhere=True)
    assert desk.use_all() == "طبق صورت\u200cوضعیتهای او و صورت\u200cوضعیتهای من"


def test_words_shown_again_are_tidied_again():
    desk = Desk("چک ها می باشد.")
    desk.pass_over_words("می باشد")
    assert desk.use_all() == "چک‌ها می باشد."
    (passed,) = text_of(desk.opened, "narrative").passed
    desk.desk.heed(CLERK, desk.id, passed.key)
    assert desk.use_all() == "چک‌ها می‌باشد."


def test_a_passed_over_question_of_the_text_keeps_no_words_from_being_tidied():
    desk = Desk("خواهان " + "که مالک بوده و خوانده که متصرف بوده و " * 30 + "چک ها را دارد.")
    assert {each.kind for each in desk.found} == {TextKind.RUN_ON_SENTENCE, TextKind.HALF_SPACE}
    desk.pass_over(next(each for each in desk.found if each.kind is TextKind.RUN_ON_SENTENCE), is_everywhere=False)
    assert "چک‌ها را" in desk.use_all()
    assert [each.finding.kind for each in text_of(desk.opened, "narrative").passed] == [TextKind.RUN_ON_SENTENCE]


def test_whatever_is_passed_over_stays_and_a_second_press_changes_nothing():
    chance = random.Random(1407)
    for paragraph in PARAGRAPHS:
        desk = Desk(spoiled(paragraph, chance))
        for each in desk.found:
            if chance.random() < 0.3:
                desk.pass_over(each, is_everywhere=chance.random() < 0.4)
        before = [each.key for each in text_of(desk.opened, "narrative").passed]
        once = desk.use_all()
        assert [each.key for each in text_of(desk.opened, "narrative").passed] == before
        assert desk.use_all() == once


def test_one_suggestion_may_be_put_into_a_name_by_the_clerk():
    desk = Desk("خانم زهرا  نامه ای است.")
    (finding,) = desk.found
    pick = Pick("narrative", finding.kind.value, finding.start, finding.span)
    desk.desk.use(CLERK, desk.id, pick, 0)
    assert desk.text == "خانم زهرا نامه ای است."


@pytest.mark.parametrize("path", ["kind", "request", "plaintiffs", "x"])
def test_only_texts_of_the_clerks_own_are_tidied(path):
    with pytest.raises(NotFound):
        Desk().desk.use_all(CLERK, Desk().id, path)
