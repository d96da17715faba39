"""Deadlines in a browser: from the worklist to the draft and the calculator, and a closure that moves the last day."""

import pytest
from playwright.sync_api import expect

from assistant.domain.jalali import to_gregorian
from tests.journeys.browsing import desk
from tests.journeys.server import OfficeServer, running_office
from tests.journeys.test_accessibility import broken

pytestmark = pytest.mark.browser
SUPERVISOR = "laleh"


@pytest.fixture
def office(tmp_path):
    """An office of its own: a closure holds for everybody in it."""
    with running_office(tmp_path / "office", with_demo=False) as server:
        yield server


@pytest.fixture
def draft(office: OfficeServer):
    made = office.filled_draft("cheque-claim", "clean", steps=2)
    office.office.services.deadlines.put(office.actor(), made.id, "raf_naqs", to_gregorian("1405-08-27"))
    return made


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def clerk(request, browser, office, draft):
    with desk(browser, office, java_script_enabled=request.param) as opened:
        yield opened.sign_in().page("/deadlines")


@pytest.fixture
def supervisor(browser, office):
    with desk(browser, office) as opened:
        opened.expect_console("422")
        yield opened.sign_in(SUPERVISOR).page("/calendar")


def test_a_closure_entered_by_the_supervisor_moves_the_last_day_of_an_open_draft(clerk, supervisor, draft):
    row = clerk.locator(".worklist tbody tr", has_text="رفع نقص دادخواست")
    expect(row).to_contain_text("یکشنبه ۸ آذر ۱۴۰۵")
    expect(row).to_contain_text("۶ روز کاری")

    row.locator("a.row-link").click()
    line = clerk.locator("#deadline")
    expect(line).to_contain_text("۶ روز کاری تا پایان مهلت")
    line.click()
    expect(clerk.locator(".result__answer")).to_have_text("یکشنبه ۸ آذر ۱۴۰۵")

    clerk.get_by_role("link", name="شمارش روزبه‌روز").click()
    expect(clerk.locator(".result__answer")).to_have_text("یکشنبه ۸ آذر ۱۴۰۵")
    calculator = clerk.url

    supervisor.locator("#day").fill("8 آذر 1405")
    supervisor.locator("#reason").fill("آلودگی هوا")
    supervisor.locator("#source").fill("کارگروه اضطرار آلودگی هوا")
    supervisor.get_by_role("button", name="ثبت تعطیلی").click()
    expect(supervisor.locator(".closures .entry")).to_contain_text("یکشنبه ۸ آذر ۱۴۰۵، همهٔ کشور")

    clerk.goto(calculator)
    expect(clerk.locator(".result__answer")).to_have_text("دوشنبه ۹ آذر ۱۴۰۵")
    expect(clerk.locator(".result")).to_contain_text("یکشنبه ۸ آذر ۱۴۰۵: آلودگی هوا")
    clerk.get_by_role("link", name="کارهای مهلت‌دار").click()
    expect(clerk.locator(".worklist")).to_contain_text("دوشنبه ۹ آذر ۱۴۰۵")

    supervisor.locator(".closures__withdraw summary").click()
    supervisor.locator(".closures__withdraw input[name=reason]").fill("اعلام لغو شد")
    supervisor.locator(".closures__withdraw button").click()
    expect(supervisor.locator(".closures .entry")).to_contain_text("پس گرفته شده")
    clerk.reload()
    expect(clerk.locator(".worklist")).to_contain_text("یکشنبه ۸ آذر ۱۴۰۵")


def test_the_supervisors_calendar_breaks_no_rule(supervisor):
    assert broken(supervisor) == []
    supervisor.get_by_role("button", name="ثبت تعطیلی").click()
    expect(supervisor.locator(".errors")).to_be_visible()
    assert broken(supervisor) == []


def test_the_result_follows_while_the_form_is_filled(browser, office, draft):
    with desk(browser, office) as opened:
        page = opened.sign_in().page("/deadlines/count")
        page.locator("#served").fill("1405/8/12")
        page.locator("#act").select_option("tajdidnazar_hokm")
        expect(page.locator(".result__answer")).to_have_text("سه‌شنبه ۳ آذر ۱۴۰۵")
        page.locator("#abroad").check()
        expect(page.locator(".result")).to_contain_text("۶۰ روز، مقیم خارج")
        assert opened.unexpected() == []


def test_an_answer_to_the_date_of_service_brings_the_deadline_above_the_draft(browser, office):
    appeal = office.filled_draft("appeal", "clean")
    with desk(browser, office) as opened:
        page = opened.sign_in().page(f"/drafts/{appeal.id}/steps/judgment")
        expect(page.locator("#deadline")).to_contain_text("۹ روز کاری تا پایان مهلت")
        served = page.locator("[name='judgment.notice_date']")
        served.fill("1405/08/12")
        served.press("Tab")
        expect(page.locator("#deadline")).to_contain_text("۲ روز کاری تا پایان مهلت")


def test_nothing_of_the_deadlines_is_wider_than_a_narrow_screen(browser, office, draft):
    pages = ("/deadlines", "/deadlines/count?act=divan_3mah&served=1405-07-01", "/calendar", "/calendar?month=all",
             f"/drafts/{draft.id}/deadlines", f"/drafts/{draft.id}/steps/claim")  # fmt: skip
    with desk(browser, office, viewport={"width": 400, "height": 800}) as opened:
        page = opened.sign_in().page()
        for address in pages:
            page.goto(office.url + address)
            overflow = page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert overflow <= 0, address
