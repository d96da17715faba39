"""The sub-pages of the place «دفتر»."""

from flask import url_for

from assistant.services.access import Act, may_at_all
from assistant.web.here import actor

_TABS = (
    ("office", Act.OFFICE_READ, "office.index", "اختلال سامانه"),
    ("boards", Act.BOARD_PRINT, "boards.index", "تابلوها"),
    ("words", Act.WORD_PROPOSE, "words.index", "واژه‌نامه"),
)


def office_tabs() -> tuple[tuple[str, str, str], ...]:
    """For the macro ``tabs``: those the actor may see."""
    return tuple((key, url_for(endpoint), word) for key, act, endpoint, word in _TABS if may_at_all(actor().role, act))
