"""Words that clerks propose for the word list of their office, and what became of them: a review queue.

A proposed word changes nothing until the office's manager has accepted it; who did what is in the book of words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from threading import Lock

from assistant.domain.characters import folded, one_line
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.people import Actor
from assistant.ports import Clock, Store
from assistant.services.access import Act, NotFound, require

LONGEST = 60
_PROPOSED, _DECIDED = "word.proposed", "word.decided"


class WordState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class OfficeWord:
    id: str  # the word in its form for comparison
    word: str
    state: WordState
    by: str  # full name of who proposed it
    at: datetime


class OfficeWords:
    """One instance serves all threads."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._accepted: dict[str, frozenset[str]] = {}
        self._lock = Lock()

    def propose(self, actor: Actor, word: str) -> None:
        """Into the queue; a word that is there already, or decided, stays as it is."""
        require(actor, Act.WORD_PROPOSE, office_id=actor.office_id, owner_id=actor.user_id)
        word = one_line(word)[:LONGEST]
        if not word:
            return
        with self._store.begin() as work:
            if all(each.subject_id != folded(word) for each in work.ledger(Book.WORDS, actor.office_id)):
                work.append(self._entry(actor, word, _PROPOSED, {"word": word}))

    def decide(self, actor: Actor, word_id: str, *, is_accepted: bool) -> None:
        """Raises NotFound for a word nobody proposed."""
        require(actor, Act.WORD_DECIDE, office_id=actor.office_id, owner_id=actor.user_id)
        with self._store.begin() as work:
            known = {each.subject_id for each in work.ledger(Book.WORDS, actor.office_id)}
            if word_id not in known:
                raise NotFound
            work.append(self._entry(actor, word_id, _DECIDED, {"is_accepted": is_accepted}))
        with self._lock:
            self._accepted.pop(actor.office_id, None)

    def queue(self, actor: Actor) -> tuple[OfficeWord, ...]:
        """Those that wait first, then the latest."""
        require(actor, Act.WORD_PROPOSE, office_id=actor.office_id, owner_id=actor.user_id)
        with self._store.read() as work:
            entries = work.ledger(Book.WORDS, actor.office_id)
            names = {each.user_id: work.user(each.user_id) for each in entries}
        states = _states(entries)
        words = [
            OfficeWord(each.subject_id, each.body["word"], states[each.subject_id],
                       user.full_name if (user := names[each.user_id]) else "", each.at)
            for each in entries
            if each.kind == _PROPOSED
        ]  # fmt: skip
        words.reverse()
        return tuple(sorted(words, key=lambda each: each.state is not WordState.PROPOSED))

    def accepted(self, office_id: str) -> frozenset[str]:
        """As typed; what the checker of texts takes for words."""
        with self._lock:
            known = self._accepted.get(office_id)
        if known is not None:
            return known
        with self._store.read() as work:
            entries = work.ledger(Book.WORDS, office_id)
        states = _states(entries)
        found = frozenset(
            each.body["word"]
            for each in entries
            if each.kind == _PROPOSED and states[each.subject_id] is WordState.ACCEPTED
        )
        with self._lock:
            self._accepted[office_id] = found
        return found

    def _entry(self, actor: Actor, word: str, kind: str, body: dict[str, object]) -> LedgerEntry:
        return LedgerEntry(
            book=Book.WORDS, office_id=actor.office_id, number=0, at=self._clock.now(), user_id=actor.user_id,
            subject_id=folded(word), kind=kind, body=body,
        )  # fmt: skip


def _states(entries: Sequence[LedgerEntry]) -> dict[str, WordState]:
    found: dict[str, WordState] = {}
    for each in entries:
        if each.kind == _PROPOSED:
            found.setdefault(each.subject_id, WordState.PROPOSED)
        else:
            found[each.subject_id] = WordState.ACCEPTED if each.body["is_accepted"] else WordState.REFUSED
    return found
