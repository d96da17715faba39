"""The shipped library, loaded once."""

import pytest

from assistant.app import Settings, check_content, load_library
from assistant.content.report import Report
from assistant.domain.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(Settings.from_environment())[0]


@pytest.fixture(scope="session")
def report() -> Report:
    """The full check: every example run, every filing printed."""
    return check_content(Settings.from_environment())
