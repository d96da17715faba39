"""Debian's chromium for the journeys: nothing outside the office is reached, and the console stays clean."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, expect

from tests.journeys.server import CLERK, OfficeServer

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
OFFICE_SCREEN = {"width": 1366, "height": 768}
PATIENCE = 30_000  # ms: a busy machine is slow, not wrong


def launched(playwright: Playwright) -> Browser:
    """Skips where chromium is missing; under CI=true that is a failure."""
    path = shutil.which("chromium")
    if path is None:
        reason = "chromium is missing (apt-get install chromium): browser journeys are left out"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    return playwright.chromium.launch(executable_path=path, args=list(QUIET))


@dataclass
class Desk:
    """One person's browser. What it said on the console and where it wanted to go is kept."""

    context: BrowserContext
    server: OfficeServer
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()  # console lines a test provokes on purpose

    def page(self, path: str = "") -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        if path:
            page.goto(self.server.url + path)
        return page

    def sign_in(self, name: str = CLERK) -> "Desk":
        cookie = {"name": "dadkhast", "value": self.server.cookie(name), "url": self.server.url}
        self.context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Strict"}])  # type: ignore[list-item]
        return self

    def expect_console(self, *parts: str) -> None:
        self.expected = parts

    def unexpected(self) -> list[str]:
        return [each for each in self.errors if not any(part in each for part in self.expected)]

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(f"{kind}: {text}")


@contextmanager
def desk(browser: Browser, server: OfficeServer, **options: object) -> Iterator[Desk]:
    """A fresh browser profile. ``options`` are Playwright's (java_script_enabled, viewport, color_scheme…)."""
    settings = {"locale": "fa-IR", "timezone_id": "Asia/Tehran", "viewport": OFFICE_SCREEN, **options}
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    opened = Desk(context, server)

    def outside(route: Route) -> None:
        opened.outside.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith((server.url, "data:", "blob:")), outside)
    try:
        yield opened
        assert opened.outside == [], "a page reached for an outside address"
        assert opened.unexpected() == [], "\n".join(opened.unexpected())
    finally:
        context.close()
