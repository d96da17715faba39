"""The hash chain of the audit log: every entry's hash covers its content and the hash before it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from assistant.ports import AuditEntry, AuditReport
from assistant.storage.schema import time_text

FIRST_PREVIOUS = "0" * 64  # what the first entry has for its previous hash


class StoredEntry(NamedTuple):
    """An entry exactly as it stands in the table: the texts that are hashed."""

    number: int
    at: str
    user_id: str
    office_id: str
    act: str
    object_id: str
    detail: str
    hash: str


class Head(NamedTuple):
    """The last entry, kept apart from the chain so that a cut-off tail is noticed."""

    number: int
    hash: str


EMPTY = Head(0, FIRST_PREVIOUS)


def chained(entry: AuditEntry, head: Head) -> StoredEntry:
    """The entry that follows ``head``."""
    detail = json.dumps(entry.detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    stored = StoredEntry(
        head.number + 1, time_text(entry.at), entry.user_id, entry.office_id, entry.act, entry.object_id, detail, ""
    )
    return stored._replace(hash=hash_of(stored, head.hash))


def hash_of(entry: StoredEntry, previous: str) -> str:
    text = json.dumps([*entry[:-1], previous], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def verified(entries: Iterable[StoredEntry], head: Head | None) -> AuditReport:
    """Walks the chain from its first entry to ``head``; None or another head than the last entry is a break."""
    last = EMPTY
    broken: int | None = None
    count = 0
    for entry in entries:
        count += 1
        if broken is None and (entry.number != last.number + 1 or entry.hash != hash_of(entry, last.hash)):
            broken = last.number + 1
        last = Head(entry.number, entry.hash)
    if broken is None and head != last:
        broken = _where_they_part(head, last)
    return AuditReport(count=count, is_intact=broken is None, first_broken=broken, head=last.hash if count else "")


def _where_they_part(head: Head | None, last: Head) -> int:
    """The first entry that is missing (cut off), surplus, or other than the head says."""
    if head is None:
        return last.number + 1
    return last.number if head.number == last.number else min(head.number, last.number) + 1


def as_entry(stored: StoredEntry) -> AuditEntry:
    detail: Mapping[str, Any] = json.loads(stored.detail)
    return replace(
        AuditEntry(
            at=datetime.fromisoformat(stored.at),
            user_id=stored.user_id,
            office_id=stored.office_id,
            act=stored.act,
            object_id=stored.object_id,
            detail=detail,
        ),
        number=stored.number,
        hash=stored.hash,
    )
