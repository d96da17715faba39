"""A value read from a content file together with the line each part of it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

type Pointer = tuple[str | int, ...]  # ('examples', 0, 'name')


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: a file relative to the content root, and a line counted from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Located:
    """``value`` holds str, int, bool, None, list and dict only."""

    value: Any
    lines: Mapping[Pointer, int] = field(default_factory=dict)
    blocks: Mapping[Pointer, int] = field(default_factory=dict)  # first text line of ``|`` and ``>`` scalars

    def line(self, *pointer: str | int) -> int:
        """The line of the member at ``pointer``, or of the nearest part around it that is written down."""
        for length in range(len(pointer), -1, -1):
            known = self.lines.get(pointer[:length])
            if known is not None:
                return known
        return 1

    def line_in_text(self, pointer: Pointer, position: int) -> int:
        """The line of one character of a text; exact for block scalars, else the line the text begins on."""
        first = self.blocks.get(pointer)
        if first is None:
            return self.line(*pointer)
        text = self.at(pointer)
        return first + (text.count("\n", 0, position) if isinstance(text, str) else 0)

    def at(self, pointer: Pointer) -> Any:
        """The value at ``pointer``; None where there is none."""
        value = self.value
        for part in pointer:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value
