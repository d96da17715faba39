"""The desk: the drafts one may see, the latest first, with what each is about and how far it has come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from assistant.domain.characters import folded, persian_digits
from assistant.domain.draft import Draft
from assistant.domain.journey import StepStatus, derive
from assistant.domain.library import Library
from assistant.domain.people import Actor
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services.access import Act, may, require, scope_of
from assistant.services.office_time import office_date

PAGE = 30  # drafts shown at once


class DraftState(StrEnum):
    NOT_BEGUN = "not_begun"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"  # every step is complete
    FILED = "filed"  # a filing was made of this very revision
    CHANGED = "changed"  # changed since its last filing


@dataclass(frozen=True, slots=True)
class DeskRow:
    draft_id: str
    number: str
    template_title: str
    parties: str  # «نگار سپهری – فرهاد مهرجو و ۱ نفر دیگر»
    owner: str  # full name; '' when it is the reader's own
    state: DraftState
    steps_done: int
    steps_all: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class DeskPage:
    rows: tuple[DeskRow, ...]
    total: int  # of what was searched for
    is_searched: bool

    @property
    def has_more(self) -> bool:
        return self.total > len(self.rows)


class Desk:
    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        self._store, self._library, self._clock = store, library, clock

    def drafts(self, actor: Actor, query: str = "", limit: int = PAGE) -> DeskPage:
        """The actor's drafts, the office's for a manager. A search is recorded with its count, never its words."""
        require(actor, Act.DESK_READ)
        words = folded(query).split()
        with self._store.read() as work:
            seen = [draft for draft in work.drafts_of_office(actor.office_id) if _may_read(actor, draft)]
            found = [draft for draft in seen if not words or self._holds(draft, words)]
            found.sort(key=lambda draft: (draft.changed, draft.number), reverse=True)
            rows = tuple(self._row(work, actor, draft) for draft in found[:limit])
        if words:
            self._note_search(actor, len(found))
        return DeskPage(rows, len(found), bool(words))

    def _holds(self, draft: Draft, words: Sequence[str]) -> bool:
        text = folded(" ".join((draft.number, self._title(draft), *_party_texts(draft.answers.values))))
        return all(word in text for word in words)

    def _row(self, work: Transaction, actor: Actor, draft: Draft) -> DeskRow:
        owner = work.user(draft.owner_id) if draft.owner_id != actor.user_id else None
        state, done, count = self._state(work, draft)
        return DeskRow(
            draft_id=draft.id,
            number=draft.number,
            template_title=self._title(draft),
            parties=party_line(draft.answers.values),
            owner=owner.full_name if owner else "",
            state=state,
            steps_done=done,
            steps_all=count,
            changed=draft.changed,
        )

    def _state(self, work: Transaction, draft: Draft) -> tuple[DraftState, int, int]:
        template = self._library.templates.get(draft.template_id)
        if template is None:
            return DraftState.INCOMPLETE, 0, 0
        today = office_date(self._clock.now())
        steps = derive(template.form, draft.answers, today, self._library.parameters).steps
        shown = [step.status for step in steps if step.is_shown]
        done = sum(status is StepStatus.COMPLETE for status in shown)
        filings = work.filings_of_draft(draft.id)
        if filings:
            is_current = max(filing.draft_revision for filing in filings) == draft.revision
            return (DraftState.FILED if is_current else DraftState.CHANGED), done, len(shown)
        if done == len(shown):
            return DraftState.COMPLETE, done, len(shown)
        return (DraftState.INCOMPLETE if draft.revision else DraftState.NOT_BEGUN), done, len(shown)

    def _title(self, draft: Draft) -> str:
        template = self._library.templates.get(draft.template_id)
        return template.title if template else draft.template_id

    def _note_search(self, actor: Actor, count: int) -> None:
        with self._store.begin() as work:
            work.audit(
                AuditEntry(self._clock.now(), actor.user_id, actor.office_id, "desk.searched", "", {"count": count})
            )


def _may_read(actor: Actor, draft: Draft) -> bool:
    return may(actor.role, Act.DRAFT_READ, scope_of(actor, draft.office_id, draft.owner_id))


_SIDES = ("plaintiffs", "defendants")


def party_line(values: Mapping[str, Any]) -> str:
    """Who against whom, in one line; '' before anybody is named."""
    return " – ".join(line for side in _SIDES if (line := _side(values.get(side))))


def _side(parties: object) -> str:
    names = [name for party in _parties(parties) if (name := party_name(party))]
    if len(names) < 2:
        return "".join(names)
    return f"{names[0]} و {persian_digits(str(len(names) - 1))} نفر دیگر"


def party_name(party: Mapping[str, Any]) -> str:
    """The name of a person or a body from raw answers."""
    if party.get("entity_name"):
        return str(party["entity_name"])
    return f"{party.get('first_name') or ''} {party.get('last_name') or ''}".strip()


def _party_texts(values: Mapping[str, Any]) -> Iterator[str]:
    for side in _SIDES:
        for party in _parties(values.get(side)):
            yield party_name(party)
            yield str(party.get("national_id") or "")
            yield str(party.get("legal_entity_id") or "")


def _parties(parties: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(parties, list):
        yield from (party for party in parties if isinstance(party, Mapping))
