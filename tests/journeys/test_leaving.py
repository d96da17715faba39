"""A shared screen: after leaving, nothing of a person's work can be called back."""

import pytest
from playwright.sync_api import expect

from tests.journeys.typing import named

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without scripts"])
def test_after_leaving_the_back_button_shows_nothing(open_desk, server, has_scripts):
    draft = server.filled_draft("cheque-claim", "clean")
    desk = open_desk(java_script_enabled=has_scripts).sign_in()
    desk.expect_console("401")
    page = desk.page(f"/drafts/{draft.id}/steps/parties")
    page.goto(f"{server.url}/drafts/{draft.id}/review")
    expect(page.get_by_text("فرهاد مهرجو").first).to_be_visible()
    page.locator("details.account summary").click()
    page.get_by_role("button", name="خروج").click()
    expect(page.get_by_label("نام کاربری")).to_be_visible()
    for _ in range(2):
        page.go_back()
        page.wait_for_load_state()
        expect(page.get_by_label("نام کاربری")).to_be_visible()
        assert "مهرجو" not in page.content()


def test_the_session_ends_while_typing_and_the_text_stays_on_the_page(clerk, server):
    draft = server.filled_draft("cheque-claim", "clean", steps=1)
    clerk.expect_console("401", "403")
    page = clerk.page(f"/drafts/{draft.id}/steps/parties")
    page.wait_for_load_state("networkidle")
    server.office.services.sign_in.logout(clerk.context.cookies()[0]["value"])
    city = named(page, "plaintiffs[0].address.city")
    city.fill("کاشان")
    expect(page.locator("#saved")).to_contain_text("نشست پایان یافته")
    expect(city).to_have_value("کاشان")
