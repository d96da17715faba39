"""Reads a posted step: which fields it carries and what was entered in them.

Input names are answer paths. A field's further boxes carry a suffix: ``<path>@unit`` (rial or toman),
``<path>@unknown`` («نمی‌دانم»), ``<path>@present`` (the box was on the page, so that an empty set of ticks counts),
``<path>@part.<name>`` (parts of a composite value).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from assistant.domain.form import Field, Form
from assistant.domain.paths import PathError, parse_path
from assistant.services.draft_book import Raw, UnknownField
from assistant.services.list_editing import ListAct

MAX_TEXT = 60_000  # a little above the narrative's limit, so that the limit itself can be told at the field


class MalformedForm(ValueError):
    """The post is not one of this product's forms."""


@dataclass(frozen=True, slots=True)
class StepAct:
    """The button pressed: ``next``, ``stay`` or an act on a list."""

    name: str
    path: str = ""
    index: int = 0


TAKE = "take"  # the proposed text becomes the clerk's own
PATH_ACTS = frozenset({*ListAct, TAKE})
PLAIN_ACTS = frozenset({"next", "stay"})


def read_entries(form: Form, posted: "MultiDict[str, str]") -> list[tuple[str, Raw, bool]]:
    """(path, raw, is_unknown) of every field posted, in the order of the page. Raises UnknownField."""
    entries: dict[str, tuple[str, Raw, bool]] = {}
    for name in posted:
        path = name.split("@", 1)[0]
        if path in entries or not _is_answer(name):
            continue
        each = _field(form, path)
        entries[path] = (path, _raw(each, path, posted), posted.get(f"{path}@unknown") == "1")
    return list(entries.values())


def read_entry(form: Form, posted: "MultiDict[str, str]") -> tuple[str, Raw, bool]:
    """The one field that saves itself; ``path`` names it. Raises UnknownField."""
    path = posted.get("path", "")
    each = _field(form, path)
    return path, _raw(each, path, posted), posted.get(f"{path}@unknown") == "1"


def read_revision(posted: Mapping[str, str]) -> int:
    text = posted.get("revision", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise MalformedForm("revision")
    return int(text)


def read_act(posted: Mapping[str, str]) -> StepAct:
    """``next``, ``stay``, ``add:cheques``, ``remove:cheques:2`` …"""
    name, _, rest = posted.get("act", "next").partition(":")
    if name in PLAIN_ACTS and not rest:
        return StepAct(name)
    path, _, index = rest.partition(":")
    if name not in PATH_ACTS or not _is_path(path) or not (index == "" or (index.isascii() and index.isdigit())):
        raise MalformedForm("act")
    return StepAct(name, path, int(index or 0))


def _is_answer(name: str) -> bool:
    return name not in ("revision", "act", "csrf_token", "path", "step")


def _is_path(text: str) -> bool:
    try:
        parse_path(text)
    except PathError:
        return False
    return True


def _field(form: Form, path: str) -> Field:
    each = form.field_at(path) if _is_path(path) else None
    if each is None:
        raise UnknownField(path)
    return each


def _raw(each: Field, path: str, posted: "MultiDict[str, str]") -> Raw:
    parts = {
        name.removeprefix(f"{path}@part."): text[:MAX_TEXT]
        for name, text in posted.items()
        if name.startswith(f"{path}@part.")
    }
    if parts:
        return parts
    if each.type == "choices":
        return [text[:MAX_TEXT] for text in posted.getlist(path)]
    text = posted.get(path, "")[:MAX_TEXT]
    unit = posted.get(f"{path}@unit", "")
    return f"{text} تومان" if unit == "toman" and text.strip() else text
