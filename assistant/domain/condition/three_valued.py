"""The third value of a condition: undetermined, with the answers that would settle it (strong Kleene logic)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Undetermined:
    """``missing``: unanswered paths that can still matter, in reading order; ``unknown``: declared «نمی‌دانم»."""

    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        raise TypeError("an undetermined value is neither true nor false")


def merged(parts: Iterable[Any]) -> Undetermined:
    """All reasons together, each once, those of the first part first. What is no Undetermined is passed over."""
    reasons = [part for part in parts if part.__class__ is Undetermined]
    if len(reasons) == 1:
        return reasons[0]
    missing = dict.fromkeys(path for reason in reasons for path in reason.missing)
    unknown = dict.fromkeys(path for reason in reasons for path in reason.unknown)
    return Undetermined(tuple(missing), tuple(unknown))


def negation(value: Any) -> Any:
    """``!``: null counts as false."""
    return value if value.__class__ is Undetermined else value is not True
