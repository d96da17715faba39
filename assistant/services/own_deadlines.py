"""Deadlines that people set on a draft by hand: the office's book of deadlines, folded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.domain.deadline import CourtSet
from assistant.domain.ledger import LedgerEntry
from assistant.domain.period import Unit

SET, REMOVED = "deadline.set", "deadline.removed"


@dataclass(frozen=True, slots=True)
class OwnDeadline:
    """``court_set`` stands where the court set the length itself."""

    id: str
    period: str
    start: date
    is_abroad: bool
    court_set: CourtSet | None = None

    def as_body(self) -> dict[str, Any]:
        length = {"value": self.court_set.value, "unit": self.court_set.unit.value} if self.court_set else None
        return {
            "id": self.id,
            "period": self.period,
            "start": self.start.isoformat(),
            "abroad": self.is_abroad,
            "court_set": length,
        }


def standing(entries: Sequence[LedgerEntry]) -> dict[str, dict[str, OwnDeadline]]:
    """Draft id → deadline id → the deadlines set and not removed."""
    found: dict[str, dict[str, OwnDeadline]] = {}
    for entry in entries:
        of_draft = found.setdefault(entry.subject_id, {})
        if entry.kind == SET:
            own = _of_body(entry.body)
            of_draft[own.id] = own
        elif entry.kind == REMOVED:
            of_draft.pop(entry.body["id"], None)
    return found


def _of_body(body: Any) -> OwnDeadline:
    length = body["court_set"]
    return OwnDeadline(
        id=body["id"],
        period=body["period"],
        start=date.fromisoformat(body["start"]),
        is_abroad=body["abroad"],
        court_set=CourtSet(length["value"], Unit(length["unit"])) if length else None,
    )
