"""All checks of a draft, why each speaks or not, another filing date, the pre-check, and what experts see of it."""

import re
from dataclasses import replace

import pytest

from tests.web import conftest
from tests.web.conftest import House, post


@pytest.fixture
def clerk(house: House):
    return house.client("clerk")


@pytest.fixture
def tall(house: House):
    draft = house.draft_of("clerk", kind="barn")
    house.services.drafting.save_field(house.actor("clerk"), draft.id, "height", "30", 9)
    return draft


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> House:
    """An office whose petition has no first questions."""
    made = conftest.library()
    content = replace(made, templates={"tiny": replace(made.templates["tiny"], precheck=())})
    monkeypatch.setattr(conftest, "library", lambda: content)
    return conftest.build()


def test_the_review_leads_to_all_checks_and_each_of_them_to_its_reason(clerk, tall):
    assert f"/drafts/{tall.id}/rules" in clerk.get(f"/drafts/{tall.id}/review").text
    page = clerk.get(f"/drafts/{tall.id}/rules").text
    assert "یافته دارد" in page
    assert f"/drafts/{tall.id}/rules/height-over-limit" in page


def test_the_reason_shows_condition_value_and_outcome(clerk, tall):
    page = clerk.get(f"/drafts/{tall.id}/rules/height-over-limit").text
    for words in ("بیشتر از ۲۰", "۳۰", "برقرار است", "بازبینی‌نشده"):
        assert words in page


def test_a_card_leads_to_the_condition_of_its_rule(clerk, tall):
    assert f"/drafts/{tall.id}/rules/height-over-limit" in clerk.get(f"/drafts/{tall.id}/steps/height").text


def test_a_rule_that_does_not_reach_the_draft_is_not_found(clerk, tall):
    assert clerk.get(f"/drafts/{tall.id}/rules/nothing").status_code == 404


def test_missing_answers_are_told_with_how_many_checks_wait(clerk, house):
    draft = house.draft_of("clerk", price="1")
    page = clerk.get(f"/drafts/{draft.id}/review").text
    assert "۱ بررسی در انتظار این پاسخ" in page
    assert f"/drafts/{draft.id}/steps/kind#kind-field" in page


def test_a_look_at_another_date_is_marked_and_keeps_nothing(clerk, house, tall):
    page = clerk.get(f"/drafts/{tall.id}/review?on=1406-01-15").text
    assert "بازبینی برای تاریخ ۱۴۰۶/۰۱/۱۵" in page
    for kept in (f'action="/drafts/{tall.id}/filings"', "/reasons", "ویرایش", "ساخت نسخهٔ آمادهٔ ثبت</button>"):
        assert kept not in page.replace(f'action="/drafts/{tall.id}/reasons"', ""), kept
    with house.store.read() as work:
        stored = work.draft(tall.id)
    assert stored.revision == 2
    assert "بازبینی برای تاریخ ۱۴" not in clerk.get(f"/drafts/{tall.id}/review").text


def test_the_other_date_is_carried_to_the_checks_and_back(clerk, tall):
    page = clerk.get(f"/drafts/{tall.id}/rules?on=۱۵ فروردین ۱۴۰۶").text
    assert f"/drafts/{tall.id}/rules/height-over-limit?on=1406-01-15" in page
    assert f"/drafts/{tall.id}/review?on=1406-01-15" in page


def test_a_date_that_is_none_is_told_at_its_field_and_the_draft_is_shown_as_of_today(clerk, tall):
    for address in ("review", "rules"):
        answer = clerk.get(f"/drafts/{tall.id}/{address}?on=1404/12/30")
        assert answer.status_code == 200
        assert "در تقویم نیست" in answer.text
        assert 'value="1404/12/30"' in answer.text


def test_a_petition_with_first_questions_opens_with_them(house):
    clerk = house.client("clerk")
    answer = post(clerk, "/drafts", {"template": "tiny"})
    assert re.fullmatch("/drafts/[^/]+/precheck", answer.location)
    page = clerk.get(answer.location).text
    assert 'name="kind"' in page
    assert 'name="height"' not in page, "hidden until a barn is meant"
    assert 'name="price"' not in page


def test_first_questions_are_ordinary_answers_and_leave_no_step(house):
    clerk, draft = house.client("clerk"), house.draft_of("clerk")
    address = f"/drafts/{draft.id}/precheck"
    answer = post(clerk, address, {"revision": "0", "kind": "barn", "kind@present": "1", "act": "stay"})
    assert answer.location == address
    assert 'name="height"' in clerk.get(address).text
    post(clerk, address, {"revision": "1", "kind": "barn", "kind@present": "1", "height": "30", "act": "stay"})
    assert "بلندی ۳۰ ثبت شده است" in clerk.get(address).text
    with house.store.read() as work:
        stored = work.draft(draft.id)
    assert stored.answers.values == {"kind": "barn", "height": 30}
    assert stored.answers.blank == frozenset()
    assert stored.submitted_steps == frozenset()


def test_the_way_on_from_the_first_questions_is_the_first_step_not_complete(house):
    clerk, draft = house.client("clerk"), house.draft_of("clerk")
    answer = post(clerk, f"/drafts/{draft.id}/precheck", {"revision": "0", "act": "next"})
    assert answer.location == f"/drafts/{draft.id}"


def test_the_first_questions_stay_at_the_head_of_the_steps(house):
    clerk, draft = house.client("clerk"), house.draft_of("clerk")
    for address in ("steps/kind", "review"):
        assert f'href="/drafts/{draft.id}/precheck"' in clerk.get(f"/drafts/{draft.id}/{address}").text


def test_a_question_saves_itself_and_what_it_opens_follows(house):
    clerk, draft = house.client("clerk"), house.draft_of("clerk")
    form = {"path": "kind", "kind": "barn", "kind@present": "1", "revision": "0"}
    answer = post(clerk, f"/drafts/{draft.id}/precheck/field", form, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert 'id="step-fields"' in answer.text
    assert f'hx-post="/drafts/{draft.id}/precheck/field"' in answer.text


def test_two_pages_of_first_questions_meet_with_both_values(house):
    clerk, draft = house.client("clerk"), house.draft_of("clerk")
    address = f"/drafts/{draft.id}/precheck"
    post(clerk, address, {"revision": "0", "kind": "barn", "act": "stay"})
    answer = post(clerk, address, {"revision": "0", "kind": "field", "act": "next"})
    assert answer.status_code == 409
    assert "هم‌زمان در جای دیگری تغییر کرده است" in answer.text


def test_a_template_without_first_questions_has_no_such_page(unasked):
    clerk, draft = unasked.client("clerk"), unasked.draft_of("clerk")
    assert clerk.get(f"/drafts/{draft.id}/precheck").status_code == 404
    assert "/precheck" not in clerk.get(f"/drafts/{draft.id}/steps/kind").text


def test_experts_read_the_condition_in_words_and_why_an_example_gives_its_verdict(house):
    expert = house.client("expert")
    assert "بیشتر از ۲۰" in expert.get("/library/rules/height-over-limit").text
    page = expert.get("/library/rules/height-over-limit/examples/1").text
    assert "برقرار است" in page
    assert "۲۱" in page
    assert expert.get("/library/rules/height-over-limit/examples/2").status_code == 404


def test_experts_see_how_many_filings_used_a_rule_and_nothing_of_the_petitions(house, tall):
    clerk = house.actor("clerk")
    house.services.drafting.keep_reasons(clerk, tall.id, {"incomplete": "دلیل"})
    filing = house.services.filing.make(clerk, tall.id)
    page = house.client("expert").get("/library/used/height-over-limit").text
    assert "مطالبه گاو" in page
    assert filing.id not in page
    assert filing.number not in page
    assert house.client("clerk").get("/library/used/height-over-limit").status_code == 403
    assert house.client("auditor").get("/library/used/nothing").status_code == 404


def test_the_record_of_a_filing_names_rules_and_versions(house, clerk, tall):
    house.services.drafting.keep_reasons(house.actor("clerk"), tall.id, {"incomplete": "دلیل"})
    filing = house.services.filing.make(house.actor("clerk"), tall.id)
    page = clerk.get(f"/filings/{filing.id}").text
    assert "بررسی‌شده با ۱ قاعده" in page
    assert "height-over-limit" in page
