"""Letters and slips read back from the book of outages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from assistant.domain.ledger import LedgerEntry
from assistant.domain.outage_letter import FollowUp
from assistant.domain.people import Actor
from assistant.ports import Transaction
from assistant.services import outage_book
from assistant.services.access import Act, NotFound, require
from assistant.services.filing_rows import LabelValue

LETTER_MADE, SLIP_MADE = "letter.made", "slip.made"
SIGNED, SENT, VOIDED = "letter.signed", "letter.sent", "letter.voided"


@dataclass(frozen=True, slots=True)
class Paper:
    """``document`` follows the schema of a letter, or is a slip's."""

    id: str
    is_letter: bool
    number: str
    office_id: str
    outage_id: str
    draft_id: str
    made_at: datetime
    made_by: str
    document: Mapping[str, Any]
    count: tuple[LabelValue, ...]
    entry: int  # number and hash of its entry in the book
    hash: str
    signer: str = ""  # full name, as it was when signing
    signed_at: datetime | None = None
    follow_up: FollowUp = field(default_factory=FollowUp)
    voided_why: str = ""

    @property
    def client(self) -> str:
        return str(self.document["client"]["full_name"]) if self.is_letter else str(self.document["client"])

    @property
    def is_void(self) -> bool:
        return bool(self.voided_why)


def papers_of(entries: Sequence[LedgerEntry]) -> dict[str, Paper]:
    """By id, oldest first."""
    found: dict[str, Paper] = {}
    for entry in entries:
        if entry.kind in (LETTER_MADE, SLIP_MADE):
            found[entry.subject_id] = _made(entry)
        elif entry.subject_id in found and entry.kind in _CHANGES:
            found[entry.subject_id] = _CHANGES[entry.kind](found[entry.subject_id], entry)
    return found


def find_paper(work: Transaction, actor: Actor, paper_id: str, act: Act) -> Paper:
    """In the actor's office, or in any where the act reaches there. Raises NotFound, Refused."""
    require(actor, act)
    for office_id in outage_book.offices_within(work, actor, act):
        paper = papers_of(outage_book.entries_in(work, office_id)).get(paper_id)
        if paper is not None:
            require(actor, act, office_id=paper.office_id, owner_id=paper.made_by)
            return paper
    raise NotFound


def _made(entry: LedgerEntry) -> Paper:
    body = entry.body
    return Paper(
        id=entry.subject_id,
        is_letter=entry.kind == LETTER_MADE,
        number=body["number"],
        office_id=entry.office_id,
        outage_id=body["outage_id"],
        draft_id=body["draft_id"],
        made_at=entry.at,
        made_by=entry.user_id,
        document=body["document"],
        count=tuple(LabelValue(*row) for row in body["count"]),
        entry=entry.number,
        hash=entry.hash,
    )


def _signed(paper: Paper, entry: LedgerEntry) -> Paper:
    return replace(paper, signer=entry.body["name"], signed_at=entry.at)


def _sent(paper: Paper, entry: LedgerEntry) -> Paper:
    return replace(paper, follow_up=FollowUp(**entry.body))


def _voided(paper: Paper, entry: LedgerEntry) -> Paper:
    return replace(paper, voided_why=entry.body["reason"])


_CHANGES = {SIGNED: _signed, SENT: _sent, VOIDED: _voided}
