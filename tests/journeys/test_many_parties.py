"""Fifty parties: entered, opened, changed and printed without getting in the way."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.server import OfficeServer
from tests.journeys.test_saving import stored
from tests.journeys.typing import named, resting

pytestmark = pytest.mark.browser

MANY = 50


@pytest.fixture(scope="module")
def draft_id(server: OfficeServer) -> str:
    draft = server.filled_draft("cheque-claim", "clean", steps=2)
    party = dict(draft.answers.values["defendants"][0])
    defendants = [{**party, "first_name": f"خوانده {number}", "national_id": None} for number in range(1, MANY + 1)]
    values = {"defendants": [{key: each for key, each in one.items() if each} for one in defendants]}
    server.office.services.drafting.fill(server.actor(), draft.id, values, ["parties"])
    return draft.id


@pytest.fixture
def page(clerk, draft_id) -> Page:
    return clerk.page(f"/drafts/{draft_id}/steps/parties")


def test_they_stand_folded_to_one_line_each(page):
    expect(page.locator("#defendants-field details.item")).to_have_count(MANY)
    expect(page.locator("#defendants-field details.item[open]")).to_have_count(0)
    expect(page.locator("#defendants-49 .item__title")).to_have_text("خوانده ۵۰ مهرجو")


def test_one_of_them_is_changed_and_its_line_follows(page, server):
    page.locator("#defendants-30 summary").click()
    named(page, "defendants[30].last_name").fill("کیان")
    resting(page)
    expect(page.locator("#defendants-30 .item__title")).to_have_text("خوانده ۳۱ کیان")
    assert stored(server, page, "defendants", 30, "last_name") == "کیان"


def test_an_answer_that_opens_fields_is_drawn_in_time(page):
    page.locator("#defendants-20 summary").click()
    began = time.monotonic()
    page.locator('[name="defendants[20].incapacitated"][value=yes]').check()
    expect(named(page, "defendants[20].incapacity_kind").first).to_be_visible()
    assert time.monotonic() - began < 5


def test_another_is_added_at_the_end_and_opened(page, server):
    page.locator("#defendants-add").click()
    expect(page.locator("#defendants-50")).to_have_attribute("open", "")
    expect(page.locator('[name="defendants[50].kind"]').first).to_be_focused()
    expect(page.locator("#defendants-field .said__problem")).to_have_count(0)  # nothing nags before it was left
    page.get_by_role("button", name="حذف خوانده ۵۱").click()
    expect(page.locator("#defendants-50")).to_have_count(0)
    assert len(stored(server, page, "defendants")) == MANY  # type: ignore[arg-type]


def test_one_is_moved(page, server):
    page.locator("#defendants-2 summary").click()
    page.get_by_role("button", name="بالاتر خوانده ۳").click()
    expect(page.locator("#defendants-1 .item__title")).to_have_text("خوانده ۳ مهرجو")
    assert stored(server, page, "defendants", 1, "first_name") == "خوانده 3"


def test_all_of_them_stand_on_paper(clerk, draft_id):
    page = clerk.page(f"/drafts/{draft_id}/print")
    expect(page.locator(".box--party").nth(1).locator("tbody tr")).to_have_count(MANY)
