"""Reads a posted step: which fields it carries and what was entered in them.

Input names are answer paths. A field's further boxes carry a suffix: ``<path>@unit`` (rial or toman),
``<path>@unknown`` («نمی‌دانم»), ``<path>@present`` (the box was on the page, so that an empty set of ticks counts),
``<path>@part.<name>`` (parts of a composite value), ``<path>@revision`` (the revision this one answer was made from,
where it is older than the page's). A radio of a set holds ``@unknown`` where «نمی‌دانم» is one of its choices.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from assistant.domain.form import Field, Form
from assistant.domain.paths import PathError, parse_path
from assistant.services.access import NotFound
from assistant.services.draft_book import Raw, UnknownField
from assistant.services.list_editing import ListAct
from assistant.web.composites import COMPOSITES

UNKNOWN = "@unknown"
TAKE = "take"  # the proposed text becomes the clerk's own
PATH_ACTS = frozenset({*ListAct, TAKE})
PLAIN_ACTS = frozenset({"next", "stay"})
REMARK = ":"  # what the names of inputs on a text's remarks begin with: not answers either
NOT_ANSWERS = frozenset({"revision", "act", "csrf_token", "path", "step", "back"})


class MalformedForm(ValueError):
    """The post is not one of this product's forms."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was entered in one field."""

    path: str
    raw: Raw
    is_unknown: bool
    revision: int  # of the page, or of this field where it is older
    inputs: tuple[tuple[str, str], ...]  # as posted, to be offered again


@dataclass(frozen=True, slots=True)
class StepAct:
    """The button pressed: ``next``, ``stay`` or an act on a list."""

    name: str
    path: str = ""
    index: int = 0


@dataclass(frozen=True, slots=True)
class PostedStep:
    entries: tuple[Entry, ...]
    revision: int
    act: StepAct

    @property
    def typed(self) -> dict[str, Raw]:
        return {entry.path: entry.raw for entry in self.entries}


def read_step(form: Form, step_id: str, posted: "MultiDict[str, str]") -> PostedStep:
    """Every field posted, in the order of the page, and the button. Raises NotFound, UnknownField, MalformedForm."""
    if all(step.id != step_id for step in form.steps):
        raise NotFound
    return read_page(form, posted)


def read_page(form: Form, posted: "MultiDict[str, str]") -> PostedStep:
    """The same for a page of questions from several steps. Raises UnknownField, MalformedForm."""
    names = (name for name in posted if name not in NOT_ANSWERS and not name.startswith(REMARK))
    paths = dict.fromkeys(name.split("@", 1)[0] for name in names)
    revision, act = _revision(posted, "revision"), read_act(posted)
    return PostedStep(tuple(_entry(form, path, posted, revision) for path in paths), revision, act)


def read_entry(form: Form, posted: "MultiDict[str, str]") -> Entry:
    """The one field that saves itself; ``path`` names it. Raises UnknownField, MalformedForm."""
    return _entry(form, posted.get("path", ""), posted, _revision(posted, "revision"))


def read_act(posted: Mapping[str, str]) -> StepAct:
    """``next``, ``stay``, ``add:cheques``, ``remove:cheques:2`` …"""
    name, _, rest = posted.get("act", "next").partition(":")
    if name in PLAIN_ACTS and not rest:
        return StepAct(name)
    path, _, index = rest.partition(":")
    if name not in PATH_ACTS or not _is_path(path) or not (index == "" or _is_number(index)):
        raise MalformedForm("act")
    return StepAct(name, path, int(index or 0))


def _entry(form: Form, path: str, posted: "MultiDict[str, str]", revision: int) -> Entry:
    each = form.field_at(path) if _is_path(path) else None
    if each is None or each.is_container:
        raise UnknownField(path)
    own = f"{path}@revision"
    inputs = [(name, text) for name, text in posted.items(multi=True) if name == path or name.startswith(f"{path}@")]
    return Entry(
        path,
        _raw(each, path, posted),
        posted.get(f"{path}@unknown") == "1" or posted.get(path) == UNKNOWN,
        min(revision, _revision(posted, own)) if own in posted else revision,
        tuple(each for each in inputs if each[0] != own),
    )


def _raw(each: Field, path: str, posted: "MultiDict[str, str]") -> Raw:
    if each.type in COMPOSITES:
        parts = {part.key: f"{path}@part.{part.key}" for part in COMPOSITES[each.type]}
        if any(name in posted for name in parts.values()):
            return {key: posted.get(name, "") for key, name in parts.items()}
    if each.type == "choices":
        return posted.getlist(path)
    text = posted.get(path, "")
    if text == UNKNOWN:
        return ""
    return f"{text} تومان" if posted.get(f"{path}@unit") == "toman" and text.strip() else text


def _revision(posted: Mapping[str, str], name: str) -> int:
    text = posted.get(name, "")
    if not _is_number(text):
        raise MalformedForm("revision")
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _is_path(text: str) -> bool:
    try:
        parse_path(text)
    except PathError:
        return False
    return True
