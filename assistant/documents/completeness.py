"""After rendering: every text that the layout was to print really stands in the document, character by character."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.documents.layout_walk import Condition, Printed
from assistant.domain.paths import folded

_INDEX = re.compile(r"\[(\d+)\]")


class Promises:
    """What a layout promises to print, from its syntax tree."""

    def __init__(self, printed: Iterable[Printed]) -> None:
        self._conditions: dict[str, list[tuple[Condition, ...]]] = {}
        for each in printed:
            if each.when is not None:
                self._conditions.setdefault(each.path, []).append(each.when)

    def missing(self, texts: Iterable[tuple[str, str]], context: Mapping[str, Any], printed: str) -> str | None:
        """The concrete path of the first text that should stand in ``printed`` and does not."""
        for path, text in texts:
            if text and text not in printed and self._is_promised(path, context):
                return path
        return None

    def _is_promised(self, path: str, context: Mapping[str, Any]) -> bool:
        alternatives = self._conditions.get(folded(path), ())
        return any(all(_holds(each, path, context) for each in conditions) for conditions in alternatives)


def _holds(condition: Condition, path: str, context: Mapping[str, Any]) -> bool:
    """The condition at the same items as ``path``: ``lines[].is_wide`` is that of the line the text stands in."""
    indexes = iter(_INDEX.findall(path))
    value: Any = context
    for step in condition.path.replace("[]", ".[]").split("."):
        value = value[int(next(indexes))] if step == "[]" else value[step]
    return bool(value) is condition.wanted
