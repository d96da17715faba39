"""What the experts wrote with a date on it: when it was checked, until when it was verified, and who answers for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

SOON = timedelta(days=30)
WEAK_GRADES = frozenset({"own", "disputed"})
_FROM_WEAK = ("disputed", "own", "1", "2+")


@dataclass(frozen=True, slots=True)
class WatchedPart:
    """One value inside a dated file that is weaker than it should be, or lapses earlier than the file does."""

    label: str
    grade: str
    is_provisional: bool = False
    verified_until: date | None = None  # of its own; None: that of the file


@dataclass(frozen=True, slots=True)
class Watched:
    """One dated file. Its grade is that of its weakest value."""

    id: str
    kind: str  # parameter, holidays, period, index, board …
    title: str
    place: str  # path of the file
    grade: str
    checked_on: date
    verified_until: date
    responsible: str | None = None  # name of the expert who answers for it
    is_provisional: bool = False  # as a whole or in a part: announced, predicted or preliminary, not yet final
    note: str = ""
    parts: tuple[WatchedPart, ...] = ()

    @property
    def due_on(self) -> date:
        """The last day on which everything in it counts as verified."""
        own = (each.verified_until for each in self.parts if each.verified_until is not None)
        return min((self.verified_until, *own))

    @property
    def is_weak(self) -> bool:
        return self.grade in WEAK_GRADES

    def is_overdue(self, day: date) -> bool:
        return day > self.due_on

    def is_due_soon(self, day: date) -> bool:
        return not self.is_overdue(day) and day + SOON >= self.due_on


def weakest(grades: Iterable[str]) -> str:
    """«disputed» before «own» before one source before two; '' for none."""
    found = set(grades)
    return next((each for each in _FROM_WEAK if each in found), "")
