"""Where data other than the numbers that rules read are used: the page to look at once one of them has changed."""

from collections.abc import Mapping

from assistant.domain.people import Role
from assistant.services.access import Act, may_at_all

_PLACES: Mapping[str, tuple[Act, str, str]] = {  # kind of content → act, endpoint and its word
    "holidays": (Act.DEADLINES_READ, "calendar.index", "تقویم"),
    "week": (Act.DEADLINES_READ, "calendar.index", "تقویم"),
    "period": (Act.DEADLINES_READ, "deadlines.count", "محاسبهٔ مهلت"),
    "readings": (Act.DEADLINES_READ, "deadlines.count", "محاسبهٔ مهلت"),
    "service-modes": (Act.DEADLINES_READ, "deadlines.count", "محاسبهٔ مهلت"),
    "costs": (Act.CALCULATE, "costs.index", "هزینهٔ دادرسی"),
    "office-tariff": (Act.CALCULATE, "costs.index", "هزینهٔ دادرسی"),
    "index": (Act.CALCULATE, "costs.index", "محاسبه"),
    "calculator": (Act.CALCULATE, "costs.index", "محاسبه"),
    "sacred-months": (Act.CALCULATE, "costs.index", "محاسبه"),
    "board": (Act.BOARD_PRINT, "boards.index", "تابلوها"),
    "outage": (Act.OFFICE_READ, "office.index", "اختلال سامانه"),
}


def places_of_data(role: Role) -> Mapping[str, tuple[str, str]]:
    """Endpoint and word by kind of content: only what somebody of this role may open."""
    return {kind: (page, word) for kind, (act, page, word) in _PLACES.items() if may_at_all(role, act)}
