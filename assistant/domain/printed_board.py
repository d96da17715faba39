"""Boards that were printed and hung: the fold of an office's book of boards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from assistant.domain.ledger import LedgerEntry

PRINTED, REMOVED = "printed", "removed"  # kinds of entries


@dataclass(frozen=True, slots=True)
class PrintedBoard:
    number: int  # of its entry in the office's book
    board_id: str
    title: str
    size: str
    data_hash: str
    printed_at: datetime
    printed_by: str  # user id
    removed_at: datetime | None = None
    removed_by: str = ""

    @property
    def hangs(self) -> bool:
        """Nobody said that it was taken down."""
        return self.removed_at is None


def printed_body(title: str, size: str, data_hash: str, library_version: str) -> Mapping[str, Any]:
    return {"title": title, "size": size, "data_hash": data_hash, "library": library_version}


def removed_body(printed: int) -> Mapping[str, Any]:
    return {"printed": printed}


def printed_boards(entries: Iterable[LedgerEntry]) -> tuple[PrintedBoard, ...]:
    """In the order they were printed. The first word that one was taken down stands."""
    found: dict[int, PrintedBoard] = {}
    for each in entries:
        if each.kind == PRINTED:
            body = each.body
            found[each.number] = PrintedBoard(
                each.number, each.subject_id, body["title"], body["size"], body["data_hash"], each.at, each.user_id
            )
        elif each.kind == REMOVED:
            printed = found.get(each.body["printed"])
            if printed is not None and printed.hangs:
                found[printed.number] = replace(printed, removed_at=each.at, removed_by=each.user_id)
    return tuple(found.values())
