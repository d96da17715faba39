"""The answers a finding rests on, in words: what the condition read, where it stands, what was given there."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.characters import persian_digits
from assistant.domain.condition import Read, Undetermined
from assistant.domain.finding import ObservedFact
from assistant.domain.form import Form
from assistant.domain.form_types import type_of_field
from assistant.domain.message import BLANK_SHOWN, UNKNOWN_SHOWN, show
from assistant.domain.paths import folded

MOST_PER_PATH = 12  # items of one list that are named one by one

_INDEXED = re.compile(r"(?P<list>.*?)\[(?P<index>\d+)\]")


def observed_answers(
    reads: tuple[Read, ...], document: Mapping[str, Any], form: Form, element_path: str = ""
) -> tuple[ObservedFact, ...]:
    """One fact for each leaf read that has a value, was left blank or is unknown; each path once."""
    found: dict[str, ObservedFact] = {}
    for read in reads:
        for path, value in _concrete(read, document, element_path):
            shown = _shown(path, value, document, form)
            if shown is not None and path not in found:
                found[path] = ObservedFact(path, label_of(path, form), shown)
    return tuple(found.values())


def label_of(path: str, form: Form) -> str:
    """«خواهان ۲، نشانی اقامتگاه، شهر»: the labels on the way to a field."""
    words: list[str] = []
    walked = ""
    for segment in path.split("."):
        walked = f"{walked}.{segment}" if walked else segment
        field = form.field_at(walked)
        if field is None:
            continue
        indexed = _INDEXED.fullmatch(segment)
        if indexed:
            words.append(persian_digits(f"{field.item_label or field.label} {int(indexed['index']) + 1}"))
        else:
            words.append(field.label)
    return "، ".join(words)


def _concrete(read: Read, document: Mapping[str, Any], element_path: str) -> Iterator[tuple[str, Any]]:
    """The places a folded path stands for; below an alias only those of the element at hand."""
    path = read.path
    if read.head and element_path:
        base = folded(element_path)
        if path == base or not path.startswith(f"{base}."):
            return
        path = element_path + path.removeprefix(base)
    yield from _expanded("", document, path.split("."))


def _expanded(walked: str, holder: Any, segments: list[str]) -> Iterator[tuple[str, Any]]:
    if not segments:
        yield walked, holder
        return
    if not isinstance(holder, Mapping):
        return
    segment, rest = segments[0], segments[1:]
    indexed = _INDEXED.fullmatch(segment)
    key = indexed["list"] if indexed else segment.removesuffix("[]")
    value = holder.get(key)
    path = f"{walked}.{key}" if walked else key
    if indexed:
        index = int(indexed["index"])
        if isinstance(value, list) and index < len(value):
            yield from _expanded(f"{path}[{index}]", value[index], rest)
    elif segment.endswith("[]") and rest:
        for index, item in enumerate(value[:MOST_PER_PATH] if isinstance(value, list) else ()):
            yield from _expanded(f"{path}[{index}]", item, rest)
    else:
        yield from _expanded(path, value, rest)


def _shown(path: str, value: Any, document: Mapping[str, Any], form: Form) -> str | None:
    if value is Marker.BLANK:
        return BLANK_SHOWN
    if value is Marker.DONT_KNOW:
        return UNKNOWN_SHOWN
    field = form.field_at(path)
    if field is None or value is None or isinstance(value, (Marker, Undetermined)):
        return None
    if field.type == "list":
        return persian_digits(f"{len(value)} مورد") if isinstance(value, list) else None
    return None if field.type == "group" else show(type_of_field(field), value, document)
