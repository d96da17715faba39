"""One office and one browser for the journeys of a worker; every test has its own browser profile."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.browsing import Desk, desk, launched
from tests.journeys.server import OfficeServer, running_office


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeServer]:
    with running_office(tmp_path_factory.mktemp("office")) as server:
        yield server


@pytest.fixture
def open_desk(browser: Browser, server: OfficeServer) -> Iterator[Callable[..., Desk]]:
    """Opens a browser profile: ``open_desk(java_script_enabled=False)``."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(desk(browser, server, **options))


@pytest.fixture
def clerk(open_desk: Callable[..., Desk]) -> Desk:
    """The clerk, signed in."""
    return open_desk().sign_in()
