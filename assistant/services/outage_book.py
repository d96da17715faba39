"""The book of outages read back: outages, and the days on which nothing could be filed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.outage import (
    Affected,
    Attempt,
    LocalChecks,
    Outage,
    OutageFacts,
    OutageScope,
    Picture,
    Restored,
    System,
    lost_days,
)
from assistant.domain.people import Actor
from assistant.ports import Transaction
from assistant.services.access import Act, NotFound, Scope, may, require
from assistant.services.office_time import office_date

OPENED, DESCRIBED, ATTEMPTED = "outage.opened", "outage.described", "outage.attempted"
CHECKED, RESTORED, WITHDRAWN = "outage.checked", "outage.restored", "outage.withdrawn"


def outages_of(entries: Sequence[LedgerEntry]) -> tuple[Outage, ...]:
    """The latest first."""
    found: dict[str, Outage] = {}
    for entry in entries:
        if entry.kind == OPENED:
            found[entry.subject_id] = Outage(
                entry.subject_id, entry.office_id, entry.at, entry.user_id, _moment(entry.body["first_failure"])
            )
        elif entry.subject_id in found and entry.kind in _CHANGES:
            found[entry.subject_id] = _CHANGES[entry.kind](found[entry.subject_id], entry)
    ordered = sorted(found.values(), key=lambda each: (each.first_failure, each.opened_at))
    return tuple(reversed(ordered))


def entries_in(work: Transaction, office_id: str) -> Sequence[LedgerEntry]:
    return work.ledger(Book.OUTAGE, office_id)


def outages_in(work: Transaction, office_id: str) -> tuple[Outage, ...]:
    return outages_of(entries_in(work, office_id))


def offices_within(work: Transaction, actor: Actor, act: Act) -> Iterator[str]:
    """The offices an act reaches, the actor's own first."""
    yield actor.office_id
    if may(actor.role, act, Scope.OTHER):
        yield from (each.id for each in work.offices() if each.id != actor.office_id)


def find_outage(work: Transaction, actor: Actor, outage_id: str, act: Act) -> Outage:
    """In the actor's office, or in any where the act reaches there. Raises NotFound, Refused."""
    require(actor, act)
    for office_id in offices_within(work, actor, act):
        for outage in outages_in(work, office_id):
            if outage.id == outage_id:
                require(actor, act, office_id=office_id, owner_id=outage.opened_by)
                return outage
    raise NotFound


def outage_days(work: Transaction, office_id: str, today: date) -> frozenset[date]:
    """The days that the outages of this office take out of a count. The engine wants them as ``outage_days``."""
    return frozenset(day for each in outages_in(work, office_id) if each.counts for day in days_lost(each, today))


def days_lost(outage: Outage, today: date) -> tuple[date, ...]:
    restored = outage.restored
    return lost_days(
        office_date(outage.first_failure),
        office_date(restored.at) if restored else None,
        today,
        work_went_on=restored is not None and restored.work_went_on,
    )


def is_down_on(outage: Outage, today: date) -> bool:
    """Whether nothing could be filed on ``today`` because of it."""
    return not outage.is_withdrawn and today in days_lost(outage, today)


def facts_as_body(facts: OutageFacts) -> dict[str, Any]:
    return {
        "systems": [each.value for each in facts.systems],
        "scope": facts.scope.value,
        "symptoms": facts.symptoms,
        "error_codes": list(facts.error_codes),
        "support_ticket": facts.support_ticket,
        "announcement_ref": facts.announcement_ref,
    }


def _described(outage: Outage, entry: LedgerEntry) -> Outage:
    body = entry.body
    facts = OutageFacts(
        systems=tuple(System(each) for each in body["systems"]),
        scope=OutageScope(body["scope"]),
        symptoms=body["symptoms"],
        error_codes=tuple(body["error_codes"]),
        support_ticket=body["support_ticket"],
        announcement_ref=body["announcement_ref"],
    )
    first = body.get("first_failure")
    return replace(outage, facts=facts, first_failure=_moment(first) if first else outage.first_failure)


def _attempted(outage: Outage, entry: LedgerEntry) -> Outage:
    attempt = Attempt(_moment(entry.body["at"]), entry.body["result"], entry.user_id, _picture(entry.body))
    attempts = sorted((*outage.attempts, attempt), key=lambda each: each.at)
    return replace(outage, attempts=tuple(attempts))


def _checked(outage: Outage, entry: LedgerEntry) -> Outage:
    body = entry.body
    checks = LocalChecks(
        body["power_ok"], body["internet_ok"], Affected(body["other_office_affected"]), body["other_office_name"]
    )
    return replace(outage, checks=checks)


def _restored(outage: Outage, entry: LedgerEntry) -> Outage:
    restored = Restored(_moment(entry.body["at"]), entry.body["work_went_on"], entry.user_id)
    return replace(outage, restored=restored)


def _withdrawn(outage: Outage, entry: LedgerEntry) -> Outage:
    return replace(outage, withdrawn_why=entry.body["reason"])


_CHANGES = {
    DESCRIBED: _described,
    ATTEMPTED: _attempted,
    CHECKED: _checked,
    RESTORED: _restored,
    WITHDRAWN: _withdrawn,
}


def _picture(body: Mapping[str, Any]) -> Picture | None:
    picture = body.get("picture")
    return Picture(**picture) if picture else None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
