"""``make screens``: every page in its states, light and dark, on an office screen and a narrow one, for the eyes.

Pictures and one contact sheet (HTML and PNG) land in build/screens/.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests import ROOT
from tests.journeys.browsing import desk, launched
from tests.journeys.pages import drafting, every_step, explained, shell
from tests.journeys.server import OfficeServer, running_office

FOLDER = ROOT / "build" / "screens"
TALLEST = 4000  # px of one picture
LOOKS: Mapping[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"color_scheme": "light", "viewport": {"width": 400, "height": 800}},
    "narrow-dark": {"color_scheme": "dark", "viewport": {"width": 400, "height": 800}},
}


@dataclass(frozen=True)
class Shot:
    name: str
    look: str
    file: str


def main(only: str = "") -> None:
    """``only``: part of a page's name, to take some pages again."""
    if not only:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launched(playwright)
        shots = [*_empty(browser, Path(folder) / "empty", only), *_full(browser, Path(folder) / "full", only)]
        _contact_sheet(browser, shots)
        browser.close()
    sys.stdout.write(f"{len(shots)} pictures: {FOLDER / 'index.html'}\n")


def _empty(browser: Browser, folder: Path, only: str) -> Iterator[Shot]:
    pages = {"میز کار، خالی": "/", "کارهای مهلت‌دار، خالی": "/deadlines", "سنجش نمونه‌ها، بی گزارش": "/library/mutation"}
    with running_office(folder, with_demo=False) as server:
        yield from _all(browser, server, pages, only)
        for look, options in LOOKS.items():
            with desk(browser, server, **options) as visitor:
                yield _taken(visitor.page("/login"), "ورود", look)


def _full(browser: Browser, folder: Path, only: str) -> Iterator[Shot]:
    with running_office(folder) as server:
        pages = {**drafting(server), **every_step(server), **explained(server), **shell(server)}
        yield from _all(browser, server, pages, only)


def _all(browser: Browser, server: OfficeServer, pages: Mapping[str, str], only: str) -> Iterator[Shot]:
    for look, options in LOOKS.items():
        with desk(browser, server, **options) as clerk:
            clerk.expect_console("404")
            page = clerk.sign_in().page()
            for name, address in pages.items():
                if only in name:
                    page.goto(server.url + address)
                    yield _taken(page, name, look)


def _taken(page: Page, name: str, look: str) -> Shot:
    """The first screen as it opens; what is below follows when the bars stand still."""
    file = "".join(each if each.isalnum() else "-" for each in f"{name}-{look}") + ".png"
    page.wait_for_load_state()
    page.wait_for_timeout(150)
    size = page.viewport_size or {"width": 1366, "height": 768}
    height = min(TALLEST, page.evaluate("() => document.documentElement.scrollHeight"))
    page.set_viewport_size({**size, "height": max(size["height"], height)})
    page.screenshot(path=FOLDER / file)
    page.set_viewport_size(size)
    return Shot(name, look, file)


def _contact_sheet(browser: Browser, shots: list[Shot]) -> None:
    rows: dict[str, list[Shot]] = {}
    for shot in shots:
        rows.setdefault(shot.name, []).append(shot)
    body = "".join(
        f"<section><h2>{escape(name)}</h2>"
        + "".join(f'<a href="{each.file}"><img src="{each.file}" alt="{each.look}"></a>' for each in found)
        + "</section>"
        for name, found in rows.items()
    )
    style = (
        "body{font:14px Vazirmatn,Tahoma;margin:16px;background:#888}h2{font-size:13px;margin:12px 0 4px}"
        "img{height:420px;width:auto;margin-inline-end:8px;vertical-align:top;object-fit:cover;object-position:top}"
    )
    page_text = f'<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><style>{style}</style>{body}</html>'
    index = FOLDER / "index.html"
    index.write_text(page_text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 2000, "height": 1000})
    page.goto(index.as_uri())
    page.screenshot(path=FOLDER / "contact-sheet.png", full_page=True)
    page.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
