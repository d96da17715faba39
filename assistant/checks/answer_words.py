"""Answers and their places in words; every kind of «no answer» has its own."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.characters import persian_digits
from assistant.domain.condition import ListType, ObjectType, Type, Undetermined
from assistant.domain.form import Form
from assistant.domain.message import UNKNOWN_SHOWN, show

NOT_ANSWERED = "بی‌پاسخ"
LEFT_BLANK = "خالی گذاشته شده"
NOT_ASKED = "پرسیده نمی‌شود"
NO_ITEMS = "بدون مورد"
_MARKERS = {Marker.BLANK: LEFT_BLANK, Marker.DONT_KNOW: UNKNOWN_SHOWN, Marker.NOT_APPLICABLE: NOT_ASKED}

_INDEXED = re.compile(r"(?P<list>.*?)\[(?P<index>\d+)\]")


def answer_in_words(type: Type, value: Any, document: Mapping[str, Any]) -> str:
    """What stands at a place of a document; None stands for nothing there."""
    if value.__class__ is Marker:
        return _MARKERS[value]
    if value is None:
        return NOT_ANSWERED
    if value.__class__ is Undetermined:
        return UNKNOWN_SHOWN if value.unknown and not value.missing else NOT_ANSWERED
    if isinstance(type, ListType) and isinstance(type.item, ObjectType):
        return _items_in_words(value)
    if isinstance(type, ObjectType) and not type.is_value:
        return _name_of(value)
    return show(type, value, document)


def _items_in_words(value: Any) -> str:
    is_open = bool(getattr(value, "is_open", False))
    if not value:
        return NOT_ANSWERED if is_open else NO_ITEMS
    return persian_digits(f"{len(value)} مورد") + (" تا اینجا" if is_open else "")


def _name_of(value: Any) -> str:
    names = [value.get(key) for key in ("first_name", "last_name", "entity_name")] if isinstance(value, Mapping) else []
    return " ".join(name for name in names if isinstance(name, str)) or NOT_ANSWERED


def label_of(path: str, form: Form, *, below: int = 0) -> str:
    """«خواهان ۲، نشانی اقامتگاه، شهر»: the labels on the way; only those that start at ``below`` or behind it."""
    return "، ".join(_labels_to(path, form, below))


def _labels_to(path: str, form: Form, below: int) -> Iterator[str]:
    walked = ""
    for segment in path.split("."):
        start = len(walked)
        walked = f"{walked}.{segment}" if walked else segment
        field = form.field_at(walked)
        if field is None or start < below:
            continue
        indexed = _INDEXED.fullmatch(segment)
        if indexed:
            yield persian_digits(f"{field.item_label or field.label} {int(indexed['index']) + 1}")
        else:
            yield field.label
