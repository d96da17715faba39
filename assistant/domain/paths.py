"""Answer paths: ``cheques[0].amount`` points at one answer, ``cheques[].amount`` at that answer of every item."""

import re
from collections.abc import Iterator

type Part = str | int

_SEGMENT = re.compile(r"([a-z][a-z0-9_]*)((?:\[(?:\d{1,4})\])*)")
_INDEX = re.compile(r"\[\d+\]")


class PathError(ValueError):
    """The text is not an answer path."""


def parse_path(path: str) -> tuple[Part, ...]:
    """``'cheques[0].amount'`` → ``('cheques', 0, 'amount')``. Raises PathError."""
    parts: list[Part] = []
    for segment in path.split("."):
        match = _SEGMENT.fullmatch(segment)
        if match is None:
            raise PathError(path)
        parts.append(match.group(1))
        parts.extend(int(index) for index in re.findall(r"\d+", match.group(2)))
    return tuple(parts)


def join_path(parts: tuple[Part, ...]) -> str:
    """The inverse of parse_path."""
    text = ""
    for part in parts:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def child(parent: str, key: str) -> str:
    """The path of a field inside ``parent`` (``''`` is the petition itself)."""
    return f"{parent}.{key}" if parent else key


def item(list_path: str, index: int) -> str:
    """The path of one item of a list."""
    return f"{list_path}[{index}]"


def open_end(list_path: str) -> str:
    """The pseudo-path that says: this list has not been closed yet."""
    return f"{list_path}[+]"


def folded(path: str) -> str:
    """``cheques[3].amount`` and ``cheques[+]`` → ``cheques[].amount`` and ``cheques[]``: the key of every index."""
    return _INDEX.sub("[]", path).replace("[+]", "[]")


def ancestors(path: str) -> Iterator[str]:
    """Every path that contains ``path``, the nearest first, itself not included."""
    parts = parse_path(path)
    for length in range(len(parts) - 1, 0, -1):
        yield join_path(parts[:length])
