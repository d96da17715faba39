"""Recording an outage: opened by one key, then what was tried, local checks, and the time it worked again.

Every act is one entry of the office's book; nothing in it is ever changed.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

from assistant.domain.ledger import Book, LedgerEntry, exported
from assistant.domain.outage import LocalChecks, Outage, OutageFacts, Picture
from assistant.domain.people import Actor
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services import outage_book as book
from assistant.services.access import Act, NotFound, require

LARGEST_PICTURE = 2 * 1024 * 1024
MOST_ATTEMPTS = 200
_MAGIC = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class OutageRefused(ValueError):
    """Nothing was written.

    ``code``: ended, in_the_future, before_failure, after_attempt, picture_size, picture_kind, too_many.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Outages:
    """Safe to share between threads."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def now(self) -> datetime:
        return self._clock.now()

    def open(self, actor: Actor) -> Outage:
        """From now, at the actor's office; pressed again while one is open, that one."""
        require(actor, Act.OUTAGE_RECORD)
        now = self._clock.now()
        with self._store.begin() as work:
            current = next((each for each in book.outages_in(work, actor.office_id) if each.is_open), None)
            if current is not None:
                return current
            outage_id = secrets.token_urlsafe(9)
            new = Outage(outage_id, actor.office_id, now, actor.user_id, first_failure=now)
            self._append(work, actor, book.OPENED, new, {"first_failure": now.isoformat()})
            return new

    def describe(self, actor: Actor, outage_id: str, facts: OutageFacts, first_failure: datetime) -> None:
        """Raises OutageRefused when something was tried before ``first_failure``."""
        with self._store.begin() as work:
            outage = self._to_write(work, actor, outage_id)
            self._refuse_future(first_failure)
            known = [each.at for each in outage.attempts] + ([outage.restored.at] if outage.restored else [])
            if any(at < first_failure for at in known):
                raise OutageRefused("after_attempt")
            body = book.facts_as_body(facts) | {"first_failure": first_failure.isoformat()}
            self._append(work, actor, book.DESCRIBED, outage, body)

    def attempt(self, actor: Actor, outage_id: str, at: datetime, result: str, picture: bytes = b"") -> None:
        """One try with its result."""
        with self._store.begin() as work:
            outage = self._to_write(work, actor, outage_id)
            self._refuse_future(at)
            if at < outage.first_failure:
                raise OutageRefused("before_failure")
            if len(outage.attempts) >= MOST_ATTEMPTS:
                raise OutageRefused("too_many")
            kept = asdict(self._keep_picture(work, actor, outage, picture)) if picture else None
            self._append(work, actor, book.ATTEMPTED, outage, {"at": at.isoformat(), "result": result, "picture": kept})

    def check(self, actor: Actor, outage_id: str, checks: LocalChecks) -> None:
        with self._store.begin() as work:
            outage = self._to_write(work, actor, outage_id)
            self._append(work, actor, book.CHECKED, outage, asdict(checks))

    def restore(self, actor: Actor, outage_id: str, at: datetime, *, work_went_on: bool) -> None:
        """The system works again since ``at``; told again, the later telling holds."""
        with self._store.begin() as work:
            outage = self._to_write(work, actor, outage_id)
            self._refuse_future(at)
            if any(at < each for each in (outage.first_failure, *(each.at for each in outage.attempts))):
                raise OutageRefused("before_failure")
            self._append(work, actor, book.RESTORED, outage, {"at": at.isoformat(), "work_went_on": work_went_on})

    def withdraw(self, actor: Actor, outage_id: str, reason: str) -> None:
        """Entered by mistake: its days count no more; it stays in the book."""
        with self._store.begin() as work:
            outage = self._to_write(work, actor, outage_id)
            self._append(work, actor, book.WITHDRAWN, outage, {"reason": reason})

    def of_office(self, actor: Actor, office_id: str = "") -> Sequence[Outage]:
        """Of one office, without a name the actor's own; the latest first."""
        office_id = office_id or actor.office_id
        require(actor, Act.OFFICE_READ, office_id=office_id)
        with self._store.read() as work:
            return book.outages_in(work, office_id)

    def one(self, actor: Actor, outage_id: str) -> Outage:
        with self._store.read() as work:
            return book.find_outage(work, actor, outage_id, Act.OFFICE_READ)

    def names(self, outage: Outage) -> dict[str, str]:
        """Full names of the people who wrote in the record, by id."""
        ids = {outage.opened_by, *(each.user_id for each in outage.attempts)}
        if outage.restored is not None:
            ids.add(outage.restored.user_id)
        with self._store.read() as work:
            users = [work.user(each) for each in ids]
        return {user.id: user.full_name for user in users if user is not None}

    def picture(self, actor: Actor, outage_id: str, picture_id: str) -> Picture:
        """What is known of a screenshot of this outage. Raises NotFound."""
        for attempt in self.one(actor, outage_id).attempts:
            if attempt.picture is not None and attempt.picture.id == picture_id:
                return attempt.picture
        raise NotFound

    def picture_content(self, actor: Actor, outage_id: str, picture_id: str) -> bytes:
        outage, picture = self.one(actor, outage_id), self.picture(actor, outage_id, picture_id)
        with self._store.read() as work:
            entries = work.ledger(Book.PICTURES, outage.office_id, picture.id)
        return b64decode(entries[0].body["content"])

    def export(self, actor: Actor, office_id: str = "") -> Iterator[str]:
        """The whole book of an office as JSON lines whose chain anybody can check."""
        office_id = office_id or actor.office_id
        require(actor, Act.OUTAGE_EXPORT, office_id=office_id)
        with self._store.begin() as work:
            entries = work.ledger(Book.OUTAGE, office_id)
            work.audit(self._audit(actor, "outage.exported", office_id, entries=len(entries)))
        return exported(entries)

    def _keep_picture(self, work: Transaction, actor: Actor, outage: Outage, content: bytes) -> Picture:
        picture = Picture(secrets.token_urlsafe(9), sha256(content).hexdigest(), picture_kind(content), len(content))
        body = asdict(picture) | {"content": b64encode(content).decode()}
        now = self._clock.now()
        work.append(
            LedgerEntry(Book.PICTURES, outage.office_id, 0, now, actor.user_id, picture.id, "picture.kept", body)
        )
        return picture

    def _to_write(self, work: Transaction, actor: Actor, outage_id: str) -> Outage:
        """Raises NotFound for one of another office, OutageRefused for one that was withdrawn."""
        outage = book.find_outage(work, actor, outage_id, Act.OUTAGE_RECORD)
        if outage.is_withdrawn:
            raise OutageRefused("ended")
        return outage

    def _refuse_future(self, at: datetime) -> None:
        if at > self._clock.now():
            raise OutageRefused("in_the_future")

    def _append(
        self, work: Transaction, actor: Actor, kind: str, outage: Outage, body: Mapping[str, Any]
    ) -> LedgerEntry:
        now = self._clock.now()
        work.audit(self._audit(actor, kind, outage.id))
        return work.append(LedgerEntry(Book.OUTAGE, outage.office_id, 0, now, actor.user_id, outage.id, kind, body))

    def _audit(self, actor: Actor, act: str, object_id: str, **detail: object) -> AuditEntry:
        return AuditEntry(self._clock.now(), actor.user_id, actor.office_id, act, object_id, detail)


def picture_kind(content: bytes) -> str:
    """By its first bytes, whatever the file is called. Raises OutageRefused."""
    if len(content) > LARGEST_PICTURE:
        raise OutageRefused("picture_size")
    for magic, kind in _MAGIC.items():
        if content.startswith(magic):
            return kind
    raise OutageRefused("picture_kind")
