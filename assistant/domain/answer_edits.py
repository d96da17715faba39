"""Edits of raw answers. Every function returns new answers; list paths in the state sets move with their items."""

import re
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from typing import Any

from assistant.domain.answers import Answers
from assistant.domain.paths import Part, join_path, parse_path


def value_at(answers: Answers, path: str) -> Any:
    """The raw value at a concrete path; None when absent."""
    current: Any = answers.values
    for part in parse_path(path):
        if isinstance(part, int):
            current = current[part] if isinstance(current, list) and part < len(current) else None
        else:
            current = current.get(part) if isinstance(current, Mapping) else None
        if current is None:
            return None
    return current


def has_place(answers: Answers, path: str) -> bool:
    """Whether every item the path goes through exists."""
    parts = parse_path(path)
    for position, part in enumerate(parts):
        if isinstance(part, int):
            items = value_at(answers, join_path(parts[:position]))
            if not isinstance(items, list) or part >= len(items):
                return False
    return True


def with_value(answers: Answers, path: str, value: Any) -> Answers:
    """Sets one answer; it is no longer blank or unknown. ``None`` removes it."""
    values = deepcopy(dict(answers.values))
    _set(values, parse_path(path), value)
    return replace(answers, values=values, unknown=answers.unknown - {path}, blank=answers.blank - {path})


def with_unknown(answers: Answers, path: str) -> Answers:
    """Records «نمی‌دانم»."""
    cleared = with_value(answers, path, None)
    return replace(cleared, unknown=cleared.unknown | {path})


def with_blanks(answers: Answers, paths: Iterable[str]) -> Answers:
    """Records that these fields were left empty on a submitted step."""
    return replace(answers, blank=answers.blank | frozenset(paths))


def with_list_closed(answers: Answers, path: str) -> Answers:
    blank = answers.blank | {path} if not value_at(answers, path) else answers.blank
    return replace(answers, open_lists=answers.open_lists - {path}, blank=blank)


def with_list_open(answers: Answers, path: str) -> Answers:
    return replace(answers, open_lists=answers.open_lists | {path}, blank=answers.blank - {path})


def with_item_added(answers: Answers, path: str, value: Mapping[str, Any] | None = None) -> Answers:
    """Appends an item and opens the list."""
    items = [*(value_at(answers, path) or []), dict(value or {})]
    return with_list_open(with_value(answers, path, items), path)


def with_item_removed(answers: Answers, path: str, index: int) -> Answers:
    items = list(value_at(answers, path) or [])
    del items[index]
    return _with_items(answers, path, items, lambda old: None if old == index else old - (old > index))


def with_item_moved(answers: Answers, path: str, index: int, to: int) -> Answers:
    items = list(value_at(answers, path) or [])
    order = list(range(len(items)))
    order.insert(to, order.pop(index))
    return _with_items(answers, path, [items[old] for old in order], lambda old: order.index(old))


def _with_items(answers: Answers, path: str, items: list[Any], renumber: Callable[[int], int | None]) -> Answers:
    values = deepcopy(dict(answers.values))
    _set(values, parse_path(path), items)
    pattern = re.compile(re.escape(path) + r"\[(\d+)\]")

    def moved(paths: frozenset[str]) -> frozenset[str]:
        kept = set()
        for each in paths:
            match = pattern.match(each)
            index = renumber(int(match.group(1))) if match else 0
            if match is None:
                kept.add(each)
            elif index is not None:
                kept.add(f"{path}[{index}]{each[match.end() :]}")
        return frozenset(kept)

    return replace(
        answers,
        values=values,
        unknown=moved(answers.unknown),
        blank=moved(answers.blank),
        open_lists=moved(answers.open_lists),
    )


def _set(values: dict[str, Any], parts: tuple[Part, ...], value: Any) -> None:
    current: Any = values
    for part, following in pairwise(parts):
        if isinstance(part, int):
            current = current[part]
        else:
            current = current.setdefault(part, [] if isinstance(following, int) else {})
    last = parts[-1]
    if isinstance(last, int):
        current[last] = value
    elif value is None:
        current.pop(last, None)
    else:
        current[last] = value
