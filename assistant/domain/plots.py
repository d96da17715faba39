"""Registered plots (پلاک ثبتی): main and sub plot, section, and when known the registry district and the parcel."""

import re
from collections.abc import Mapping
from typing import Any

from assistant.domain.characters import folded, latin_digits, one_line, persian_digits
from assistant.domain.text_values import is_text, parse_text
from assistant.domain.value_problem import ValueProblem

_LARGEST_PLOT = 10**9
_PREFIX = re.compile(r"^(?:به )?(?:شماره )?(?:پلاک )?(?:ثبتی )?(?:شماره )?")
_SUB_FIRST = re.compile(r"(?:(?P<sub>[0-9]+) ?(?:فرعی ?(?:از|/)|/) ?)?(?P<main>[0-9]+)(?: ?اصلی)?(?= |،|$)")
_MAIN_FIRST = re.compile(r"(?P<main>[0-9]+) ?اصلی ?[،/]? ?(?P<sub>[0-9]+) ?فرعی(?= |،|$)")
_REST = re.compile(r"[ ،]*(?P<word>بخش|حوزه ثبتی|حوزه|قطعه) +(?P<value>.*?)(?=[ ،]+(?:بخش|حوزه ثبتی|حوزه|قطعه) |$)")
_KEYS = {"بخش": "section", "حوزه ثبتی": "registration_district", "حوزه": "registration_district", "قطعه": "parcel"}
PARTS = ("main_plot", "sub_plot", "section", "registration_district", "parcel")
_TEXTS = PARTS[2:]


def parse_registered_plot(text: str) -> dict[str, Any]:
    """«۱۲۳ فرعی از ۴۵ اصلی بخش ۳ [حوزه ثبتی …] [قطعه …]» or ``123/45 بخش 3`` (sub before main)."""
    typed = _PREFIX.sub("", latin_digits(one_line(text)))
    numbers = _MAIN_FIRST.match(typed) or _SUB_FIRST.match(typed)
    if numbers is None:
        raise ValueProblem("registered_plot_form", value=text.strip()[:60])
    plot: dict[str, Any] = {"main_plot": _number(numbers["main"])}
    if numbers["sub"]:
        plot["sub_plot"] = _number(numbers["sub"])
    plot |= _texts(typed[numbers.end() :].strip(" ،"), text)
    return _checked(plot)


def _texts(rest: str, text: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    position = 0
    while position < len(rest):
        match = _REST.match(rest, position)
        if match is None or _KEYS[match["word"]] in texts or not match["value"].strip(" ،"):
            raise ValueProblem("registered_plot_form", value=text.strip()[:60])
        texts[_KEYS[match["word"]]] = match["value"].strip(" ،")
        position = match.end()
    return texts


def plot_from_parts(typed: Mapping[str, str]) -> dict[str, Any]:
    """The same from one text per part, empty ones left out."""
    given = {key: latin_digits(parse_text(text)) for key, text in typed.items() if text.strip()}
    plot: dict[str, Any] = {key: text if key in _TEXTS else _number(text) for key, text in given.items()}
    if "section" in plot:
        plot["section"] = plot["section"].removeprefix("بخش ")
    return _checked(plot)


def _checked(plot: dict[str, Any]) -> dict[str, Any]:
    if "main_plot" not in plot:
        raise ValueProblem("registered_plot_main")
    if not plot.get("section"):
        raise ValueProblem("registered_plot_section", value=str(plot["main_plot"]))
    return plot


def is_registered_plot(stored: object) -> bool:
    return (
        isinstance(stored, dict)
        and {"main_plot", "section"} <= set(stored) <= set(PARTS)
        and all(is_text(value) if key in _TEXTS else _is_number(value) for key, value in stored.items())
    )


def show_registered_plot(stored: Mapping[str, Any]) -> str:
    """«۱۲۳ فرعی از ۴۵ اصلی بخش ۳»."""
    return persian_digits(edit_registered_plot(stored))


def edit_registered_plot(stored: Mapping[str, Any]) -> str:
    sub = f"{stored['sub_plot']} فرعی از " if "sub_plot" in stored else ""
    section = str(stored["section"])
    words = [f"{sub}{stored['main_plot']} اصلی", section if folded(section).startswith("بخش ") else f"بخش {section}"]
    if "registration_district" in stored:
        words.append(f"حوزه ثبتی {stored['registration_district']}")
    if "parcel" in stored:
        words.append(f"قطعه {stored['parcel']}")
    return " ".join(words)


def edit_plot_parts(stored: Mapping[str, Any]) -> dict[str, str]:
    return {key: persian_digits(str(value)) for key, value in stored.items()}


def _number(digits: str) -> int:
    if not re.fullmatch("[0-9]{1,12}", digits) or not 0 < int(digits) <= _LARGEST_PLOT:
        raise ValueProblem("registered_plot_number", value=digits[:60])
    return int(digits)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LARGEST_PLOT
