"""What a filing was checked against: every rule evaluated for it and every dated number of law behind those rules.

Filings of one template made with the same content on days with the same law in force share one manifest; its id is a
hash of what it lists, so that it is kept once.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class UsedItem:
    kind: str  # rule | parameter | period | calendar
    id: str
    version: str  # a short hash of its file; of the calendar: of everything that decides a closed day


@dataclass(frozen=True, slots=True)
class Manifest:
    id: str
    items: tuple[UsedItem, ...]

    def of_kind(self, kind: str) -> tuple[UsedItem, ...]:
        return tuple(each for each in self.items if each.kind == kind)


def manifest_of(items: Iterable[UsedItem]) -> Manifest:
    ordered = tuple(sorted(set(items), key=lambda each: (each.kind, each.id, each.version)))
    text = json.dumps([[each.kind, each.id, each.version] for each in ordered], separators=(",", ":"))
    return Manifest(hashlib.sha256(text.encode()).hexdigest()[:32], ordered)


@dataclass(frozen=True, slots=True)
class FilingUse:
    """One filing that an item was evaluated for. Holds nothing of a citizen."""

    filing_id: str
    number: str
    office_id: str
    template_id: str
    library_version: str
    made_at: datetime
    filing_date: date
    item: UsedItem
    has_fired: bool = False  # a rule that spoke
