"""Every page passes axe's rules, light and dark, wide and narrow, empty, full and with errors."""

from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.browsing import desk
from tests.journeys.pages import TEMPLATES, drafting, every_step, explained, shell
from tests.journeys.server import OfficeServer, running_office
from tests.journeys.typing import named, resting

pytestmark = pytest.mark.browser

SCREENS: Mapping[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 400, "height": 800}},
    "zoomed": {"viewport": {"width": 683, "height": 384}},
}

UNFOLD = "() => document.querySelectorAll('details:not(.account, .item + .item)').forEach((each) => (each.open = true))"


def broken(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"][:3]]


@pytest.fixture(scope="module")
def pages(server: OfficeServer) -> Mapping[str, str]:
    """The shell and a draft in its states."""
    return {**shell(server), **drafting(server), **explained(server)}


@pytest.fixture(scope="module")
def steps(server: OfficeServer) -> Mapping[str, str]:
    return every_step(server)


def problems_of(page: Page, server: OfficeServer, pages: Mapping[str, str]) -> dict[str, list[str]]:
    found = {}
    for name, address in pages.items():
        page.goto(server.url + address)
        page.wait_for_load_state()
        page.evaluate(UNFOLD)
        if problems := broken(page):
            found[name] = problems
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_breaks_a_rule(open_desk, server, pages, screen):
    clerk = open_desk(**SCREENS[screen]).sign_in()
    clerk.expect_console("404")
    assert problems_of(clerk.page(), server, pages) == {}


def test_no_step_of_any_template_breaks_a_rule(clerk, server, steps):
    assert problems_of(clerk.page(), server, steps) == {}


def test_a_conflict_and_a_refused_filing_break_no_rule(clerk, server):
    clerk.expect_console("409", "422")
    draft = server.filled_draft("cheque-claim", "problem")
    pages = [clerk.page(f"/drafts/{draft.id}/steps/claim") for _ in range(2)]
    for page, amount in zip(pages, ("1", "2"), strict=True):
        named(page, "claim_amount").fill(amount)
        resting(page)
    expect(pages[1].locator(".conflict")).to_be_visible()
    assert broken(pages[1]) == []
    pages[0].goto(f"{server.url}/drafts/{draft.id}/print")
    pages[0].get_by_role("button", name="ساخت نسخهٔ آمادهٔ ثبت").click()
    expect(pages[0].get_by_text("این موارد پاسخ یا دلیل می‌خواهد")).to_be_visible()
    assert broken(pages[0]) == []


def test_an_empty_desk_breaks_no_rule(browser, tmp_path):
    with running_office(tmp_path / "new", with_demo=False) as new, desk(browser, new) as clerk:
        page = clerk.sign_in().page("/")
        expect(page.get_by_text("هنوز پیش‌نویسی نیست")).to_be_visible()
        assert broken(page) == []


def test_the_login_breaks_no_rule(open_desk):
    for scheme in ("light", "dark"):
        assert broken(open_desk(color_scheme=scheme).page("/login")) == []


def test_every_template_has_its_steps_among_the_pages(steps):
    assert all(any(name.startswith(f"{template}: ") for name in steps) for template in TEMPLATES)
