"""Every dated file of the experts' rooms, whatever its kind: who carries the common keys of date is watched."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.domain.characters import persian_digits
from assistant.domain.currency import WEAK_GRADES, Watched, WatchedPart, weakest
from assistant.domain.jalali import to_gregorian

DATED_KEYS = ("checked_on", "verified_until", "responsible")
PROVISIONAL = frozenset({"predicted", "provisional", "preliminary"})
_NAMES = ("title", "name", "label", "reason", "item", "id", "key", "year", "from", "date")
_SPAN = ("from", "to")


def build_watched(content: Content) -> tuple[Watched, ...]:
    """By kind, then id."""
    found = (_watched(file) for file in content.files if is_dated(file))
    return tuple(sorted(found, key=lambda each: (each.kind, each.id)))


def is_dated(file: ContentFile) -> bool:
    return isinstance(file.value, dict) and "verified_until" in file.value and "checked_on" in file.value


def _watched(file: ContentFile) -> Watched:
    spec = file.value
    parts = tuple(_parts(spec))
    return Watched(
        id=str(spec.get("id", file.stem)),
        kind=file.kind.value,
        title=str(spec.get("title", file.stem)),
        place=file.path,
        grade=weakest(grades_in(spec)),
        checked_on=to_gregorian(spec["checked_on"]),
        verified_until=to_gregorian(spec["verified_until"]),
        responsible=spec.get("responsible"),
        is_provisional=_is_provisional(spec) or any(each.is_provisional for each in parts),
        note=str(spec.get("note", "")),
        parts=parts,
    )


def grades_in(node: Any) -> Iterator[str]:
    """Every grade written anywhere inside."""
    for each in _mappings(node):
        if isinstance(each.get("grade"), str):
            yield each["grade"]


def _mappings(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, dict):
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for each in children:
        yield from _mappings(each)


def _parts(spec: Mapping[str, Any], above: str = "") -> Iterator[WatchedPart]:
    """The values inside that are weak, not final, or dated on their own, in the order they are written."""
    for key, value in spec.items():
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if not isinstance(row, dict):
                continue
            label = _label(row, "" if isinstance(value, list) else str(key), above)
            if _is_noteworthy(row):
                yield WatchedPart(label, str(row.get("grade", "")), _is_provisional(row), _own_date(row))
            yield from _parts(row, label)


def _is_noteworthy(row: Mapping[str, Any]) -> bool:
    return row.get("grade") in WEAK_GRADES or _is_provisional(row) or _own_date(row) is not None


def _is_provisional(row: Mapping[str, Any]) -> bool:
    return row.get("status") in PROVISIONAL or row.get("provisional") is True


def _own_date(row: Mapping[str, Any]) -> date | None:
    own = row.get("verified_until")
    return to_gregorian(own) if isinstance(own, str) else None


def _label(row: Mapping[str, Any], key: str, above: str) -> str:
    name = next((str(row[each]) for each in _NAMES if row.get(each) is not None), key)
    if name == row.get("from"):
        name = " تا ".join(str(row[each]) for each in _SPAN if row.get(each))
    elif "date" in row and name != str(row["date"]):
        name = f"{row['date']} {name}"
    label = f"{above}، {name}" if above and name != above else name
    return persian_digits(label.replace("-", "/")) if label[:1].isdigit() else label
