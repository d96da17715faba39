"""A dated number of law as somebody used it: which value, since when it is in force, until when it was verified."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UsedValue:
    """``value`` is in words; ``in_force_from`` is None where no value was in force on the day it was asked for."""

    id: str
    kind: str  # parameter | period
    title: str
    value: str
    in_force_from: date | None
    verified_until: date
    is_overdue: bool
    version: str = ""
    source: str = ""
    grade: str = ""
