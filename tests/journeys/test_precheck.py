"""A petition opens with its first questions: findings at once, answers where they belong; with scripts and without."""

import pytest
from playwright.sync_api import expect

from tests.journeys.server import OfficeServer

pytestmark = pytest.mark.browser

HOLDER = "نسبت خواهان با چک"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_first_questions_tell_what_the_law_says_and_fill_their_steps(open_desk, server: OfficeServer, has_scripts):
    page = open_desk(java_script_enabled=has_scripts).sign_in().page("/new?q=چک")
    page.get_by_role("button", name="مطالبه وجه چک").click()
    expect(page.get_by_role("heading", name="پیش‌بررسی", level=1)).to_be_visible()
    page.get_by_role("group", name=HOLDER).get_by_label("هیچ‌یک").check()
    if not has_scripts:
        page.get_by_role("button", name="ذخیره", exact=True).last.click()
    findings = page.locator("#findings")
    expect(findings).to_contain_text("۱ نکته")
    expect(findings).to_contain_text("بررسی در انتظار این پاسخ")
    page.get_by_role("button", name="ذخیره و آغاز گام‌ها").click()
    expect(page.get_by_role("heading", name="طرفین و نماینده", level=1)).to_be_visible()
    page.get_by_role("link", name="چک‌ها و دارنده آنها").click()
    expect(page.get_by_role("group", name=HOLDER).get_by_label("هیچ‌یک")).to_be_checked()
    page.get_by_role("link", name="پیش‌بررسی").click()
    expect(page.get_by_role("group", name=HOLDER).get_by_label("هیچ‌یک")).to_be_checked()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_a_finding_to_the_condition_behind_it_and_to_the_answer(open_desk, server: OfficeServer, has_scripts):
    draft = server.filled_draft("cheque-claim", "problem")
    page = open_desk(java_script_enabled=has_scripts).sign_in().page(f"/drafts/{draft.id}/review")
    page.get_by_role("link", name="همهٔ بررسی‌ها و چرایی هر یک").click()
    expect(page.get_by_role("heading", name="همهٔ بررسی‌های این دادخواست")).to_be_visible()
    page.get_by_role("link", name="یکسان نبودن جمع چک‌ها با مبلغ خواسته").click()
    tree = page.get_by_role("list", name="شرط قاعده")
    expect(tree).to_contain_text("برقرار است")
    tree.get_by_role("link", name="۱٬۵۰۰٬۰۰۰٬۰۰۰ ریال").first.click()
    expect(page.locator("#claim_amount")).to_be_visible()


def test_another_filing_date_is_looked_at_without_keeping_anything(open_desk, server: OfficeServer):
    draft = server.filled_draft("cheque-claim", "problem")
    page = open_desk().sign_in().page(f"/drafts/{draft.id}/review")
    page.get_by_label("بازبینی برای تاریخ دیگر").fill("15 فروردین 1406")
    page.get_by_role("button", name="بازبینی", exact=True).click()
    expect(page.get_by_role("note")).to_contain_text("بازبینی برای تاریخ ۱۴۰۶/۰۱/۱۵")
    expect(page.get_by_role("button", name="ساخت نسخهٔ آمادهٔ ثبت")).to_have_count(0)
    page.get_by_role("link", name="بازگشت به امروز").click()
    expect(page.get_by_role("button", name="ساخت نسخهٔ آمادهٔ ثبت")).to_be_visible()
