"""Every page passes axe's rules, light and dark, wide and narrow, empty, full and with errors."""

import json
from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.pages import TEMPLATES, every_page
from tests.journeys.server import OfficeServer

pytestmark = pytest.mark.browser

SCREENS: Mapping[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 400, "height": 800}},
    "zoomed": {"viewport": {"width": 683, "height": 384}},
}


def broken(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"][:3]]


@pytest.fixture(scope="module")
def pages(server: OfficeServer) -> Mapping[str, str]:
    return every_page(server)


@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_breaks_a_rule(open_desk, server, pages, screen):
    desk = open_desk(**SCREENS[screen]).sign_in()
    desk.expect_console("404")
    page = desk.page()
    found = {}
    for name, address in pages.items():
        page.goto(server.url + address)
        page.wait_for_load_state("networkidle")
        page.evaluate("() => document.querySelectorAll('details:not(.account)').forEach((each) => (each.open = true))")
        if problems := broken(page):
            found[name] = problems
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


def test_the_login_breaks_no_rule(open_desk):
    for scheme in ("light", "dark"):
        assert broken(open_desk(color_scheme=scheme).page("/login")) == []


def test_every_template_has_its_steps_among_the_pages(pages):
    assert all(any(name.startswith(f"{template}: ") for name in pages) for template in TEMPLATES)
