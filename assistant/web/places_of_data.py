"""Where data other than the numbers that rules read are used: the page to look at once one of them has changed."""

from collections.abc import Mapping

from flask import current_app

_PLACES: Mapping[str, tuple[str, str]] = {  # kind of content → endpoint and its word
    "holidays": ("deadlines.index", "مهلت‌ها"),
    "week": ("deadlines.index", "مهلت‌ها"),
    "period": ("deadlines.index", "مهلت‌ها"),
    "readings": ("deadlines.index", "مهلت‌ها"),
    "costs": ("costs.index", "هزینهٔ دادرسی"),
    "office-tariff": ("boards.index", "تابلوها"),
    "index": ("costs.index", "محاسبه"),
    "calculator": ("costs.index", "محاسبه"),
    "sacred-months": ("costs.index", "محاسبه"),
    "board": ("boards.index", "تابلوها"),
    "outage": ("office.index", "دفتر"),
}


def places_of_data() -> Mapping[str, tuple[str, str]]:
    return {kind: place for kind, place in _PLACES.items() if place[0] in current_app.view_functions}
