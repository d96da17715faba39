"""The remarks on a clerk's own text: shown beside it, taken, passed over with a reason, put into the office's queue."""

import re
from html import unescape

import pytest

from tests.tiny_house.house import field, form_of
from tests.web import conftest
from tests.web.conftest import PERSON, build, post

HTMX = {"HX-Request": "true"}
TEXT = "گآو خواهان می باشد.  شرط داوری هست و گآو دیگر."


@pytest.fixture
def house(monkeypatch):
    form = form_of(
        field("plaintiffs", "list", item_label="خواهان", fields=PERSON),
        field("defendants", "list", item_label="خوانده", fields=PERSON),
        field("kind", "choice", options=["barn", "field"], required=True),
        field("height", "integer", shown_when="kind == 'barn'"),
        field("narrative", "long_text"),
    )
    monkeypatch.setattr(conftest, "FORM", form)
    return build()


@pytest.fixture
def draft(house):
    return house.draft_of("clerk", narrative=TEXT)


@pytest.fixture
def clerk(house):
    return house.client("clerk")


def stored(house, draft):
    with house.store.read() as work:
        return work.draft(draft.id).answers.values["narrative"]


def revision(house, draft):
    with house.store.read() as work:
        return str(work.draft(draft.id).revision)


def page_of(clerk, draft):
    return clerk.get(f"/drafts/{draft.id}/steps/narrative").text


def buttons(page, name):
    return [unescape(each) for each in re.findall(rf'name=":act" value="({name}[^"]*)"', page)]


def press(house, clerk, draft, button, **more):
    form = {"revision": revision(house, draft), "narrative": stored(house, draft), ":act": button, **more}
    return post(clerk, f"/drafts/{draft.id}/text", form)


def test_every_remark_stands_beside_the_text_with_its_words_and_suggestions(clerk, draft):
    page = page_of(clerk, draft)
    assert len(buttons(page, "use0:narrative:spelling")) == 2
    assert len(buttons(page, "use1:narrative:spelling")) == 2
    assert "پرسش: شرط داوری هست؟" in page
    assert "نکته‌های نگارش" in page


def test_marks_name_the_places_of_the_words_in_the_text(clerk, draft):
    page = page_of(clerk, draft)
    marks = unescape(re.search(r'data-marks="([^"]*)"', page).group(1))
    assert '[0, 3, "error", "گآو"]' in marks
    assert TEXT[0:3] == "گآو"


def test_one_suggestion_changes_its_own_place_alone(house, clerk, draft):
    first = buttons(page_of(clerk, draft), "use0:narrative:spelling")[0]
    answer = press(house, clerk, draft, first)
    assert answer.status_code == 303
    assert answer.location.endswith("#narrative-remarks")
    assert stored(house, draft) == TEXT.replace("گآو", "گاو", 1)


def test_the_second_suggestion_can_be_taken(house, clerk, draft):
    press(house, clerk, draft, buttons(page_of(clerk, draft), "use1:narrative:spelling")[1])
    assert stored(house, draft) == "گآو خواهان می باشد.  شرط داوری هست و گاه دیگر."


def test_what_was_typed_since_is_saved_first_and_the_words_are_found_where_they_moved_to(house, clerk, draft):
    button = buttons(page_of(clerk, draft), "use0:narrative:spelling")[1]
    press(house, clerk, draft, button, narrative="متن تازه. " + TEXT)
    assert stored(house, draft) == "متن تازه. گآو خواهان می باشد.  شرط داوری هست و گاو دیگر."


def test_a_remark_that_stands_no_longer_changes_nothing(house, clerk, draft):
    button = buttons(page_of(clerk, draft), "use0:narrative:spelling")[0]
    press(house, clerk, draft, button, narrative="متنی دیگر")
    assert stored(house, draft) == "متنی دیگر"


def test_all_that_changes_no_word_is_shown_before_and_after_and_done_with_one_press(house, clerk, draft):
    page = clerk.get(f"/drafts/{draft.id}/text/narrative").text
    assert "<del>می باشد</del>" in page
    assert "<ins>می‌باشد</ins>" in page
    assert "<del>␣␣</del>" in page
    press(house, clerk, draft, "all:narrative")
    assert stored(house, draft) == "گآو خواهان می‌باشد. شرط داوری هست و گآو دیگر."
    assert "چیزی برای مرتب‌سازی نیست" in clerk.get(f"/drafts/{draft.id}/text/narrative").text


def test_a_second_press_changes_and_saves_nothing(house, clerk, draft):
    form = {"revision": revision(house, draft), ":act": "all:narrative"}
    post(clerk, f"/drafts/{draft.id}/text", form)
    tidy, saved = stored(house, draft), revision(house, draft)
    assert tidy == "گآو خواهان می\u200cباشد. شرط داوری هست و گآو دیگر."
    assert post(clerk, f"/drafts/{draft.id}/text", form).status_code == 303
    assert (stored(house, draft), revision(house, draft)) == (tidy, saved)


def test_what_was_passed_over_is_neither_shown_nor_done(house, clerk, draft):
    press(house, clerk, draft, buttons(page_of(clerk, draft), "here:narrative:half-space")[0])
    page = clerk.get(f"/drafts/{draft.id}/text/narrative").text
    assert "<del>␣␣</del>" in page
    assert "<del>می باشد</del>" not in page
    assert "all:narrative:half-space" not in page
    press(house, clerk, draft, "all:narrative")
    assert stored(house, draft) == TEXT.replace("  ", " ")
    assert "مرتب‌سازی" not in page_of(clerk, draft)


def test_one_kind_alone_can_be_done(house, clerk, draft):
    press(house, clerk, draft, "all:narrative:half-space")
    assert stored(house, draft) == TEXT.replace("می باشد", "می‌باشد")


def test_the_whole_change_is_undone_as_one(house, clerk, draft):
    press(house, clerk, draft, "all:narrative")
    post(clerk, f"/drafts/{draft.id}/undo", {"step": "narrative"})
    assert stored(house, draft) == TEXT


def test_one_place_is_passed_over_with_its_reason_and_shown_again_on_demand(house, clerk, draft):
    here = buttons(page_of(clerk, draft), "here:narrative:spelling")[0]
    press(house, clerk, draft, here, **{":reason-spelling-0": "نام خاص"})
    page = page_of(clerk, draft)
    assert len(buttons(page, "use0:narrative:spelling")) == 1
    assert "نام خاص" in page
    press(house, clerk, draft, buttons(page, "heed")[0])
    assert len(buttons(page_of(clerk, draft), "use0:narrative:spelling")) == 2


def test_words_are_passed_over_in_the_whole_draft(house, clerk, draft):
    press(house, clerk, draft, buttons(page_of(clerk, draft), "everywhere:narrative:spelling")[0])
    page = page_of(clerk, draft)
    assert buttons(page, "use0:narrative:spelling") == []
    assert "بی‌ذکر دلیل" in page


def test_a_place_stays_passed_over_while_the_rest_of_the_text_changes(house, clerk, draft):
    press(house, clerk, draft, buttons(page_of(clerk, draft), "here:narrative:spelling")[1])
    press(house, clerk, draft, "all:narrative:punctuation")
    assert len(buttons(page_of(clerk, draft), "use0:narrative:spelling")) == 1


def test_a_question_raised_by_the_text_stands_among_the_findings_of_law(clerk, draft):
    panel = page_of(clerk, draft).split('id="findings"')[1]
    assert "پرسش: شرط داوری هست؟" in panel
    assert "گآو" not in panel


def test_a_contradiction_in_the_text_takes_a_reason_before_the_filing(house, clerk, draft):
    press(house, clerk, draft, "all:narrative", narrative="مبلغ پنج (۶) ریال")
    review = clerk.get(f"/drafts/{draft.id}/review").text
    assert "دربارهٔ «number-word-mismatch»." in review
    assert "text:number-word-mismatch" in review


def test_a_field_that_saves_itself_brings_its_remarks_along(house, clerk, draft):
    form = {"path": "narrative", "narrative": "  يک گآو", "revision": revision(house, draft)}
    answer = post(clerk, f"/drafts/{draft.id}/field", form, headers=HTMX).text
    assert 'id="narrative-remarks"' in answer
    marks = unescape(re.search(r'data-marks="([^"]*)"', answer).group(1))
    assert '[5, 8, "error", "گآو"]' in marks  # places of the text as typed, not as stored


def test_a_text_that_took_too_long_says_so(house, clerk):
    draft = house.draft_of("clerk", narrative="…ناتمام")
    assert "بررسی آن تا پایان نرسید" in page_of(clerk, draft)


def test_a_proposed_word_waits_until_the_manager_accepts_it(house, clerk, draft):
    press(house, clerk, draft, buttons(page_of(clerk, draft), "word:narrative:spelling")[0])
    assert "گآو" in clerk.get("/office/words").text
    other = house.draft_of("clerk", narrative="گآو")
    assert len(buttons(page_of(clerk, other), "use0:narrative:spelling")) == 1
    manager = house.client("office_manager")
    word = re.search(r'value="accept:([^"]*)"', manager.get("/office/words").text).group(1)
    post(manager, "/office/words", {"answer": f"accept:{word}"})
    assert buttons(page_of(clerk, other), "use0:narrative:spelling") == []


def test_a_clerk_cannot_decide_on_words(house, clerk):
    house.services.words.propose(house.actor("clerk"), "گآو")
    assert 'value="accept' not in clerk.get("/office/words").text
    assert post(clerk, "/office/words", {"answer": "accept:x"}).status_code == 403


@pytest.mark.parametrize("button", ["", "use:narrative", "use0:narrative:spelling:x:گآو", "eat:narrative", "use0"])
def test_a_button_of_no_page_is_refused_and_nothing_changes(house, clerk, draft, button):
    assert press(house, clerk, draft, button).status_code == 400
    assert stored(house, draft) == TEXT


@pytest.mark.parametrize("path", ["kind", "plaintiffs", "zzz", "plaintiffs[0].first_name"])
def test_only_texts_have_such_a_page(clerk, draft, path):
    assert clerk.get(f"/drafts/{draft.id}/text/{path}").status_code == 404


def test_names_of_the_text_stand_beside_those_of_the_answers(house, clerk):
    draft = house.draft_of("clerk", narrative="آقای بیگانه پول را آورد.")
    page = page_of(clerk, draft)
    assert "در متن آمده و در پاسخ‌ها نیست" in page
    assert "آقای بیگانه</bdi>" in page
    assert "زهرا نمونه‌ای</bdi>" in page
    assert "نام‌های متن و پاسخ‌ها" not in page_of(clerk, house.draft_of("clerk", narrative="پول آمد."))
