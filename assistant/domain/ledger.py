"""A ledger (دفتر): an append-only book of an office for one purpose, chained so that any later change shows.

Every entry's hash covers its whole content and the hash before it. Exported as JSON lines, a book can be
checked by anybody with SHA-256 alone: see ``hash_of``.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

FIRST_PREVIOUS = "0" * 64  # what the first entry has for its previous hash


class Book(StrEnum):
    OUTAGE = "outage"
    PICTURES = "outage-pictures"  # screenshots, apart so that reading outages does not open them all
    CLOSURES = "closures"
    DEADLINES = "deadlines"
    CALCULATIONS = "calculations"
    BOARDS = "boards"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of a book. ``subject_id`` is what it is about; ``body`` holds what JSON can hold."""

    book: str
    office_id: str  # '' for the whole installation
    number: int  # 1, 2, 3 … within book and office; given by the store
    at: datetime
    user_id: str
    subject_id: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=dict)
    hash: str = ""  # given by the store


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The last entry, kept apart from the chain so that a cut-off tail is noticed."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class LedgerReport:
    book: str
    office_id: str
    count: int
    is_intact: bool
    first_broken: int | None = None  # number of the first entry that does not verify
    head: str = ""


EMPTY = LedgerHead(0, FIRST_PREVIOUS)


def chained(entry: LedgerEntry, head: LedgerHead) -> LedgerEntry:
    """The entry as it follows ``head``: in UTC, its body as JSON gives it back, numbered and hashed."""
    if entry.at.tzinfo is None:
        raise ValueError("a time without its zone cannot be stored")
    body = json.loads(json.dumps(dict(entry.body)))
    numbered = replace(entry, at=entry.at.astimezone(UTC), body=body, number=head.number + 1)
    return replace(numbered, hash=hash_of(numbered, head.hash))


def hash_of(entry: LedgerEntry, previous: str) -> str:
    """SHA-256 of the entry's fields and the previous hash as one JSON object: keys sorted, no spaces, ASCII."""
    content = _content(entry) | {"previous": previous}
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def verified(book: str, office_id: str, entries: Iterable[LedgerEntry], head: LedgerHead | None) -> LedgerReport:
    """Walks a chain from its first entry to ``head``; None or another head than the last entry is a break."""
    last, count = EMPTY, 0
    broken: int | None = None
    for entry in entries:
        count += 1
        if broken is None and not _follows(entry, last, book, office_id):
            broken = last.number + 1
        last = LedgerHead(entry.number, entry.hash)
    if broken is None and head != last:
        broken = _where_they_part(head, last)
    return LedgerReport(book, office_id, count, broken is None, broken, last.hash if count else "")


def exported(entries: Sequence[LedgerEntry]) -> Iterator[str]:
    """One JSON object a line for a whole book; each names the hash before it."""
    previous = FIRST_PREVIOUS
    for entry in entries:
        yield json.dumps(_content(entry) | {"previous": previous, "hash": entry.hash}, sort_keys=True)
        previous = entry.hash


def verified_lines(lines: Iterable[str]) -> LedgerReport:
    """Checks an export with nothing but its own lines; what was cut off at its end only the office's head tells."""
    entries: list[LedgerEntry] = []
    for line in lines:
        if not line.strip():
            continue
        entry = _from_line(line)
        if entry is None:
            first = entries[0] if entries else None
            broken = len(entries) + 1
            return LedgerReport(first.book if first else "", first.office_id if first else "", broken, False, broken)
        entries.append(entry)
    if not entries:
        return LedgerReport("", "", 0, is_intact=True)
    last = LedgerHead(entries[-1].number, entries[-1].hash)
    return verified(entries[0].book, entries[0].office_id, entries, last)


def moment_text(at: datetime) -> str:
    """One fixed-width text of a moment, as it is hashed and exported."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def _follows(entry: LedgerEntry, last: LedgerHead, book: str, office_id: str) -> bool:
    is_of_book = (entry.book, entry.office_id) == (book, office_id)
    return is_of_book and entry.number == last.number + 1 and entry.hash == hash_of(entry, last.hash)


def _where_they_part(head: LedgerHead | None, last: LedgerHead) -> int:
    """The first entry that is missing (cut off), surplus, or other than the head says."""
    if head is None:
        return last.number + 1
    return last.number if head.number == last.number else min(head.number, last.number) + 1


def _content(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "book": entry.book,
        "office_id": entry.office_id,
        "number": entry.number,
        "at": moment_text(entry.at),
        "user_id": entry.user_id,
        "subject_id": entry.subject_id,
        "kind": entry.kind,
        "body": dict(entry.body),
    }


def _from_line(line: str) -> LedgerEntry | None:
    try:
        content = json.loads(line)
        previous, at = content.pop("previous"), datetime.fromisoformat(content.pop("at"))
        entry = LedgerEntry(**content, at=at)
        is_whole = entry.hash == hash_of(entry, previous)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return entry if is_whole else None
