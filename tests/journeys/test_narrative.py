"""A clerk's own narrative: remarks while it is written, taken and passed over, with scripts and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.server import OfficeServer

pytestmark = pytest.mark.browser

TEXT = "خواهان تقاضای سدور حکم دارد و خوانده مبلغ را پرداخت نکرده می باشد."


def written(page: Page, has_scripts: bool) -> None:
    page.get_by_text("نوشتن متن دیگر به جای آن").first.click()
    page.locator("#narrative").fill(TEXT)
    if not has_scripts:
        page.get_by_role("button", name="ذخیره", exact=True).last.click()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_suggestion_is_taken_and_another_remark_passed_over(open_desk, server: OfficeServer, has_scripts):
    draft = server.filled_draft("cheque-claim", "problem")
    page = open_desk(java_script_enabled=has_scripts).sign_in().page(f"/drafts/{draft.id}/steps/narrative")
    written(page, has_scripts)
    remarks = page.locator("#narrative-remarks")
    expect(remarks).to_contain_text("سدور")
    remarks.get_by_role("button", name="جای‌گزینی با صدور").click()
    expect(page.locator("#narrative")).to_have_value(TEXT.replace("سدور", "صدور"))
    expect(remarks).not_to_contain_text("سدور")
    remark = remarks.get_by_role("listitem").filter(has_text="می باشد")
    remark.get_by_text("نادیده گرفتن").click()
    remark.get_by_label("دلیل").fill("نقل قول")
    remark.get_by_role("button", name="همین یک جا").click()
    expect(remarks).to_contain_text("۱ مورد نادیده گرفته شده")
    remarks.get_by_text("۱ مورد نادیده گرفته شده").click()
    expect(remarks).to_contain_text("نقل قول")


def test_lines_stand_under_the_words_and_move_with_them(open_desk, server: OfficeServer):
    draft = server.filled_draft("cheque-claim", "problem")
    page = open_desk().sign_in().page(f"/drafts/{draft.id}/steps/narrative")
    written(page, has_scripts=True)
    lines = page.locator(".marked__under .underlined")
    expect(lines.first).to_have_text("سدور")
    box = page.locator("#narrative")
    box.press("Control+Home")
    box.press_sequentially("به نام خدا. ")
    expect(lines.first).to_have_text("سدور")
    assert page.locator(".marked__under").text_content().strip() == box.input_value()


def test_the_whole_tidying_is_looked_at_done_and_undone(open_desk, server: OfficeServer):
    draft = server.filled_draft("cheque-claim", "problem")
    page = open_desk().sign_in().page(f"/drafts/{draft.id}/steps/narrative")
    written(page, has_scripts=True)
    page.get_by_role("link", name="پیش و پس").click()
    expect(page.locator("ins").first).to_have_text("می‌باشد")
    page.get_by_role("button", name="انجام همهٔ تغییرها").click()
    box = page.locator("#narrative")
    expect(box).to_have_value(TEXT.replace("می باشد", "می‌باشد"))
    page.get_by_role("button", name="برگرداندن آخرین تغییر").click()
    expect(box).to_have_value(TEXT)
