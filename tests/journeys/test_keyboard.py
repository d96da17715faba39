"""The whole way by keyboard: Tab, Enter and the shortcuts, never the mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.server import OfficeServer
from tests.journeys.test_saving import stored
from tests.journeys.typing import named, resting

pytestmark = pytest.mark.browser


@pytest.fixture
def page(clerk, server: OfficeServer) -> Page:
    draft = server.draft("cheque-claim")
    return clerk.page(f"/drafts/{draft.id}/steps/parties")


def press(page: Page, keys: str) -> None:
    """A key on a page whose scripts have come."""
    page.wait_for_load_state()
    page.keyboard.press(keys)


def expect_focus(page: Page, selector: str) -> None:
    expect(page.locator(selector).first).to_be_focused()


def test_a_step_opens_with_the_focus_on_its_heading(page):
    expect_focus(page, "#step-title")


def test_a_party_is_entered_by_keyboard_alone(page, server):
    press(page, "Alt+Shift+KeyN")
    expect(page.locator("#plaintiffs-0")).to_be_visible()
    expect_focus(page, '[name="plaintiffs[0].kind"]')
    page.keyboard.press("Space")
    expect(named(page, "plaintiffs[0].first_name")).to_be_visible()
    page.keyboard.press("Enter")
    expect_focus(page, '[name="plaintiffs[0].first_name"]')
    page.keyboard.type("نگار")
    page.keyboard.press("Enter")
    page.keyboard.type("سپهری")
    page.keyboard.press("Tab")
    page.keyboard.type("احمد")
    resting(page)
    assert stored(server, page, "plaintiffs", 0) == {
        "kind": "natural", "first_name": "نگار", "last_name": "سپهری", "father_name": "احمد"}  # fmt: skip


def test_new_item_goes_to_the_list_one_stands_in(page):
    press(page, "Alt+Shift+KeyN")
    expect(page.locator("#plaintiffs-0")).to_be_visible()
    page.locator("#defendants-add").focus()
    press(page, "Alt+Shift+KeyN")
    expect(page.locator("#defendants-0")).to_be_visible()
    expect(page.locator("#plaintiffs-1")).to_have_count(0)


def test_one_key_on_the_desk_records_an_outage_and_leads_to_the_applicant(clerk, server):
    page = clerk.page("/")
    press(page, "Alt+Shift+KeyO")
    expect(page.get_by_role("heading", name="اختلال سامانه")).to_be_visible()
    outage = server.office.services.outages.of_office(server.actor())[0]
    assert outage.is_open
    press(page, "Alt+Shift+KeyO")
    expect(page.get_by_role("heading", name="مراجعه‌کنندهٔ تازه")).to_be_visible()


def test_enter_in_the_last_answer_leaves_the_step(clerk, server):
    draft = server.filled_draft("cheque-claim", "clean", steps=2)
    page = clerk.page(f"/drafts/{draft.id}/steps/claim")
    named(page, "claim_amount").focus()
    page.keyboard.type("1600000000")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("خسارت تأخیر تأدیه")
    expect_focus(page, "#step-title")
    assert stored(server, page, "claim_amount") == 1_600_000_000


def test_steps_findings_review_and_preview_have_their_keys(clerk, server):
    draft = server.filled_draft("cheque-claim", "problem")
    page = clerk.page(f"/drafts/{draft.id}/steps/parties")
    press(page, "Alt+Shift+Digit2")
    expect(page.locator("h1").first).to_have_text("چک‌ها و دارنده آنها")
    expect_focus(page, "#step-title")
    press(page, "Alt+Shift+KeyF")
    expect_focus(page, "#findings-title")
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('#findings'))")
    press(page, "Alt+Shift+KeyR")
    expect(page.get_by_role("heading", name="بازبینی", level=1)).to_be_visible()
    press(page, "Alt+Shift+KeyP")
    expect(page.locator(".paper")).to_be_visible()


def test_the_findings_open_by_their_key_on_a_narrow_screen(open_desk, server):
    draft = server.filled_draft("cheque-claim", "problem")
    page = open_desk(viewport={"width": 1000, "height": 700}).sign_in().page(f"/drafts/{draft.id}/steps/parties")
    expect(page.locator("#findings")).not_to_be_visible()
    press(page, "Alt+Shift+KeyF")
    expect(page.locator("#findings")).to_be_visible()


def test_a_step_with_problems_puts_the_focus_on_their_summary_whose_links_lead_to_the_fields(page):
    press(page, "Alt+Shift+KeyN")
    expect(page.locator("#plaintiffs-0")).to_be_visible()
    press(page, "Alt+Shift+KeyS")
    summary = page.locator(".errors")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("خواهان ۱: نوع شخص خالی است")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_focus(page, '[name="plaintiffs[0].kind"]')


def test_what_has_the_focus_is_never_covered_by_the_bars(clerk, server):
    draft = server.filled_draft("cheque-claim", "clean")
    page = clerk.page(f"/drafts/{draft.id}/steps/parties")
    covered = []
    for _ in range(45):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => { const each = document.activeElement, box = each.getBoundingClientRect();
            const bars = [document.querySelector('.topbar'), document.querySelector('.sheet__foot')];
            const isHidden = bars.some((bar) => { const at = bar.getBoundingClientRect();
              return !bar.contains(each) && box.height > 0 && box.top >= at.top && box.bottom <= at.bottom
                && box.left >= at.left && box.right <= at.right; });
            return isHidden ? each.name || each.id || each.textContent : null }"""
        )
        if place:
            covered.append(place)
    assert covered == []
