"""The history of a draft's answers: who changed what, when, from what to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant.domain.characters import persian_digits, printed_text
from assistant.domain.draft import AnswerChange
from assistant.domain.form import Form
from assistant.domain.paths import parse_path
from assistant.domain.value_types import is_valid_field, show_field

KINDS = {
    "step": "گام ذخیره شد",
    "undo": "آخرین تغییر برگردانده شد",
    "reason": "دلیل ادامه نوشته شد",
    "add_item": "مورد افزوده شد",
    "duplicate_item": "رونوشت افزوده شد",
    "remove_item": "مورد حذف شد",
    "up_item": "ترتیب تغییر کرد",
    "down_item": "ترتیب تغییر کرد",
    "close_list": "فهرست کامل شد",
    "open_list": "فهرست باز شد",
}
STATES = {"blank": "خالی", "unknown": "نمی‌دانم"}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    at: datetime
    by: str
    act: str
    places: tuple[str, ...]
    before: str = ""
    after: str = ""


def history_rows(form: Form, changes: Sequence[tuple[AnswerChange, str]]) -> tuple[HistoryRow, ...]:
    return tuple(_row(form, change, name) for change, name in changes)


def _row(form: Form, change: AnswerChange, name: str) -> HistoryRow:
    places = tuple(place_name(form, path) for path in change.paths)
    if len(change.paths) == 1 and change.after:
        path = change.paths[0]
        before, after = _shown(form, path, change.before.get(path)), _shown(form, path, change.after.get(path))
        return HistoryRow(change.at, name, "پاسخ", places, before, after)
    return HistoryRow(change.at, name, KINDS.get(change.kind, "پاسخ"), places)


def place_name(form: Form, path: str) -> str:
    """«چک ۲، مبلغ»: the labels on the way to an answer, items with their number."""
    words: list[str] = []
    parts, walked = parse_path(path), ""
    for part in parts:
        if isinstance(part, int):
            words[-1] = f"{words[-1]} {persian_digits(str(part + 1))}"
            walked += "[]"
            continue
        walked = f"{walked}.{part}" if walked else part
        each = form.field_at(walked)
        is_list = each is not None and each.type == "list" and len(parts) > 1
        words.append((each.item_label if is_list else each.label) if each else part)
    return "، ".join(words)


def _shown(form: Form, path: str, entry: Mapping[str, Any] | None) -> str:
    each, value = form.field_at(path), (entry or {}).get("value")
    if value is None or each is None or each.is_container:
        return STATES.get((entry or {}).get("state", ""), "—")
    text = show_field(each, value) if is_valid_field(each, value) else printed_text(str(value))
    return text if len(text) <= 120 else f"{text[:120]}…"
