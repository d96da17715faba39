"""The wording of the outage letter and slip that ships: facts only, nothing left open, and a print of its own words."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.documents.renderer import DocxRenderer
from assistant.domain.jalali import from_gregorian
from assistant.services.outage_decision import Visit
from assistant.services.outage_papers import OutagePapers
from tests.services.outage_world import CLERK, MANAGER, NAME, ONCE, TODAY, World, told

CLAIMS = (  # what only a court can say
    r"(?:داخل|در|ظرف) (?:مهلت|موعد) (?:است|بوده|شده|قانونی)",
    r"خارج از (?:مهلت|موعد)",
    r"(?:مهلت|موعد) (?:او|ایشان|وی)? ?(?:تمدید|محفوظ|رعایت شده)",
    r"(?:پذیرفته|قبول) (?:است|می‌شود|شود)",
    r"معتبر است",
    r"باید|بهتر است|توصیه",
)


@pytest.fixture
def world(library) -> World:
    world = World()
    world.calendar = library.calendar
    world.papers = OutagePapers(world.store, library, lambda _work: world.calendar, DocxRenderer(), world.clock)
    return world


def _visit(world: World, outage_id: str) -> Visit:
    """An appeal whose last day is today, whatever the holidays of the year."""
    for days in range(60):
        visit = Visit("tajdidnazar_hokm", TODAY - timedelta(days=days))
        if world.papers.decide(CLERK, outage_id, visit).is_for_letter:
            return visit
    raise AssertionError("no day of service ends today")


def _texts(node):
    if isinstance(node, str):
        yield node
    else:
        for each in node.values() if hasattr(node, "values") else node:
            yield from _texts(each)


def test_no_sentence_says_what_only_a_court_can_say(library):
    texts = library.outage_texts
    for text in _texts([texts.letter, texts.slip, texts.count]):
        for claim in CLAIMS:
            assert not re.search(claim, text), (claim, text)


def test_every_word_of_the_schema_has_its_word(library):
    texts, properties = library.outage_texts, library.outage_texts.schema["properties"]
    enums = {
        "systems": properties["outage"]["properties"]["systems"]["items"]["enum"],
        "scopes": properties["outage"]["properties"]["scope"]["enum"],
        "roles": properties["client"]["properties"]["role"]["enum"],
        "decision_kinds": properties["case"]["properties"]["decision_kind"]["enum"],
        "service_modes": properties["case"]["properties"]["service"]["properties"]["mode"]["enum"],
        "sent_by": properties["follow_up"]["properties"]["sent_by"]["enum"],
    }
    for kind, codes in enums.items():
        assert list(texts.words[kind]) == codes


def test_a_letter_prints_the_facts_the_count_and_the_articles(world):
    outage = world.outage()
    letter = world.papers.make_letter(CLERK, outage.id, _visit(world, outage.id), told(), ONCE)
    world.papers.sign(MANAGER, letter.id)
    document = world.papers.document(CLERK, letter.id)[1]
    assert world.papers.document(CLERK, letter.id)[1] == document
    text = DocxRenderer().text(document)
    for printed in (
        NAME,
        "ماده ۴۴۴ قانون آیین دادرسی مدنی",
        "یکشنبه ۱ آذر ۱۴۰۵",
        "همان خطا",
        MANAGER.full_name,
        "۱۴۰۵/د/۱",
    ):
        assert printed in text
    assert not re.search(r"[{}]", text)
    assert not any(re.search(claim, text) for claim in CLAIMS)


def test_a_slip_prints_the_own_last_day(world):
    outage = world.outage()
    visit = Visit("tajdidnazar_hokm", TODAY)
    slip = world.papers.make_slip(CLERK, outage.id, visit, NAME, ONCE)
    text = DocxRenderer().text(world.papers.document(CLERK, slip.id)[1])
    last_day = world.papers.decide(CLERK, outage.id, visit).deadline.last_day
    assert slip.document["last_day"] == from_gregorian(last_day)
    assert "تشخیص رعایت مهلت با مرجع رسیدگی است" not in text  # stands in the footer, on every page
    assert "آخرین روز" in text
    assert not re.search(r"[{}]", text)


def test_a_text_that_cannot_be_printed_is_told_with_its_place(world):
    outage = world.outage()
    letter = world.papers.make_letter(CLERK, outage.id, _visit(world, outage.id), told(), ONCE)
    assert letter.number == "1405/د/1"
    spoiled = replace(told(), witnesses=("گواه\u202eپنهان",))
    made = world.papers.make_letter(CLERK, outage.id, _visit(world, outage.id), spoiled, "another-sheet-1")
    with pytest.raises(Exception, match="U\\+202E"):
        world.papers.document(CLERK, made.id)
