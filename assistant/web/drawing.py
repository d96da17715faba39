"""What every page may use beside its own values: digits, dates, addresses of files, the theme, the keys."""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from flask import Flask, request, url_for
from markupsafe import Markup

from assistant.domain.characters import ZWNJ, printed_text
from assistant.domain.form import Option
from assistant.domain.jalali import MONTHS, from_gregorian, long_date, show_date
from assistant.domain.money import show_rial
from assistant.domain.places import PROVINCES
from assistant.services.access import Act, may_at_all
from assistant.services.office_time import TEHRAN, office_date
from assistant.web.composites import COMPOSITES, PROVINCE_OPTIONS
from assistant.web.deadline_form import PLACES as PLACES_OF_CALENDAR
from assistant.web.deadline_page import deadline_places, running_deadline, service_modes
from assistant.web.here import actor_or_none
from assistant.web.keys import key_of, key_text, modifier
from assistant.web.session import TOKEN_FIELD, form_token, person_mark
from assistant.web.sum_tabs import sum_places

THEMES = ("auto", "light", "dark")
STYLES = ("tokens", "fonts", "base", "frame", "buttons", "fields", "cards", "tables", "findings", "steps", "notices",
          "dialogs", "login", "library", "drafting", "remarks", "tools", "deadlines", "calculations",
          "explained")  # fmt: skip
SCRIPTS = (
    "vendor/htmx/htmx.min.js",
    "js/no-scripts.js",
    "js/page.js",
    "js/keyboard.js",
    "js/renew.js",
    "js/saving.js",
    "js/marks.js",
)
PLACES = (  # of the rail: icon, act, endpoint, word
    ("desk", Act.DESK_READ, "desk.home", "میز کار"),
    ("new", Act.DRAFT_START, "new_petition.choose", "دادخواست جدید"),
    ("deadline", Act.DEADLINES_READ, "deadlines.index", "مهلت‌ها"),
    ("library", Act.LIBRARY_READ, "library.index", "کتابخانه"),
    ("sum", Act.CALCULATE, "costs.index", "محاسبه"),
    ("office", Act.OFFICE_READ, "office.index", "دفتر"),
)
_OUTER_BLANKS = re.compile(r"^\s+|\s+$|\s{2,}")
_YES_NO = (Option("yes", "بله"), Option("no", "خیر"))


def prepare_pages(app: Flask) -> None:
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["fa"] = lambda value: printed_text(str(value))
    env.filters["visible_spaces"] = visible_spaces
    env.filters["jalali"] = show_date
    env.filters["long_date"] = long_date
    env.filters["moment"] = show_moment
    env.filters["rial"] = show_rial
    env.filters["clock"] = show_clock
    env.globals.update(
        asset=asset_finder(app),
        csrf_field=csrf_field,
        theme=theme,
        person=actor_or_none,
        person_mark=person_mark,
        may=_may,
        key_attributes=key_attributes,
        key_text=key_text,
        PARTS=COMPOSITES,
        PROVINCES=PROVINCE_OPTIONS,
        YES_NO=_YES_NO,
        STYLES=STYLES,
        SCRIPTS=SCRIPTS,
        PLACES=PLACES,
        key_modifier=modifier,
        deadline_places=deadline_places,
        running_deadline=running_deadline,
        service_modes=service_modes,
        PLACES_OF_CALENDAR=PLACES_OF_CALENDAR,
        PROVINCE_NAMES=PROVINCES,
        sum_places=sum_places,
    )


def theme() -> str:
    chosen = request.cookies.get("theme", "auto")
    return chosen if chosen in THEMES else "auto"


def csrf_field() -> Markup:
    """The hidden field every form that writes carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN_FIELD, form_token())


def key_attributes(action: str) -> Markup:
    """Puts a keyboard shortcut on a link, button or field, and says so to assistive software."""
    return Markup(' data-key="{}" aria-keyshortcuts="{}"').format(key_of(action), key_text(action))


def show_moment(moment: datetime) -> str:
    """«۱ آذر، ۱۰:۴۲»: when something was changed, without the year."""
    _, month, day = (int(part) for part in from_gregorian(office_date(moment)).split("-"))
    return printed_text(f"{day} {MONTHS[month - 1]}، {show_clock(moment)}")


def show_clock(moment: datetime) -> str:
    return printed_text(moment.astimezone(TEHRAN).strftime("%H:%M"))


def asset_finder(app: Flask) -> Callable[[str], str]:
    """``asset('css/base.css')``: the address with a mark of its content, so that browsers may keep it for good."""
    folder = Path(app.static_folder or "")

    @lru_cache(maxsize=256)  # the files of a running server do not change; a page asks for a dozen icons
    def asset(name: str) -> str:
        mark = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
        return url_for("static", filename=name, v=mark)

    return asset


def _may(act: str) -> bool:
    person = actor_or_none()
    return person is not None and may_at_all(person.role, Act(act))


def visible_spaces(text: str) -> str:
    """A stretch of text in which what nobody sees is drawn: doubled or outer blanks, invisible characters."""
    if not text:
        return "(حذف)"
    drawn = _OUTER_BLANKS.sub(lambda blanks: "␣" * len(blanks.group()), text)
    return "".join("◌" if unicodedata.category(each) == "Cf" and each != ZWNJ else each for each in drawn)
