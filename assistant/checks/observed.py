"""The answers a finding rests on, in words: what the condition read, where it stands, what was given there."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.checks.answer_words import NOT_ANSWERED, answer_in_words, label_of
from assistant.domain.answers import Marker
from assistant.domain.condition import Read, Type
from assistant.domain.finding import ObservedFact
from assistant.domain.form import Field, Form
from assistant.domain.form_types import type_of_field
from assistant.domain.paths import folded

MOST_PER_PATH = 12  # items of one list that are named one by one

_INDEXED = re.compile(r"(?P<list>.*?)\[(?P<index>\d+)\]")


class Observer:
    """Names and shows the answers of one template's petitions; remembers labels and types, never answers."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._labels: dict[str, str] = {}
        self._types: dict[str, Type | None] = {path: _printed_type(each) for path, each in form.fields()}

    def answers(
        self, reads: tuple[Read, ...], document: Mapping[str, Any], element_path: str = ""
    ) -> tuple[ObservedFact, ...]:
        """One fact for each leaf read that the form asks for, also where nothing was answered; each path once."""
        found: dict[str, ObservedFact] = {}
        for read in reads:
            for path, value in _concrete(read, document, element_path):
                if path in found:
                    continue
                fact = self._fact(path, value, document)
                if fact is not None:
                    found[path] = fact
        return tuple(found.values())

    def label_of(self, path: str) -> str:
        """«خواهان ۲، نشانی اقامتگاه، شهر»: the labels on the way to a field."""
        label = self._labels.get(path)
        if label is None:
            label = self._labels[path] = label_of(path, self._form)
        return label

    def _fact(self, path: str, value: Any, document: Mapping[str, Any]) -> ObservedFact | None:
        type = self._types.get(folded(path))
        if type is None or value is Marker.NOT_APPLICABLE:
            return None
        shown = answer_in_words(type, value, document)
        return ObservedFact(path, self.label_of(path), shown, is_answered=shown != NOT_ANSWERED)


def _printed_type(field: Field) -> Type | None:
    return None if field.type == "group" else type_of_field(field)


def _concrete(read: Read, document: Mapping[str, Any], element_path: str) -> Iterator[tuple[str, Any]]:
    """The places a folded path stands for; below an alias only those of the element at hand."""
    path = read.path
    if path in document:  # the usual case: a leaf of the petition itself
        yield path, document[path]
        return
    if read.head and element_path:
        base = folded(element_path)
        if not path.startswith(f"{base}."):
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
