"""What the inside needs from outside: store, renderer, checker of texts, clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from assistant.domain.draft import AnswerChange, Draft, Filing
from assistant.domain.ledger import LedgerEntry, LedgerReport
from assistant.domain.manifest import FilingUse, Manifest
from assistant.domain.people import Office, Session, User
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextReport
from assistant.domain.tidied import Tidied


class RevisionConflict(Exception):
    """Somebody else saved this draft first; nothing was written."""


class StorageUnavailable(Exception):
    """The disk is full or failed: nothing was written, what was saved before stays."""


class ConstraintBroken(Exception):
    """A name or number used twice, or a reference to something that does not exist; nothing was written."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The current time, UTC, aware."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act. ``detail`` holds ids and counts only, never a citizen's data."""

    at: datetime
    user_id: str  # '' for the system
    office_id: str
    act: str  # draft.opened, draft.saved, filing.printed, login.refused, …
    object_id: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0  # given by the store
    hash: str = ""  # given by the store


class Transaction(Protocol):
    """All reads and writes of one act; committed together or not at all."""

    def add_draft(self, draft: Draft) -> None: ...
    def draft(self, draft_id: str) -> Draft | None: ...
    def drafts_of_office(self, office_id: str, *, include_archived: bool = False) -> Sequence[Draft]: ...
    def next_draft_number(self, office_id: str, jalali_year: int) -> str: ...
    def save_draft(self, draft: Draft, change: AnswerChange) -> None:
        """Writes ``draft`` (revision n+1) if the stored one is at n, and its history. Raises RevisionConflict."""

    def history(self, draft_id: str) -> Sequence[AnswerChange]:
        """Oldest first."""

    def add_filing(self, filing: Filing) -> None: ...
    def filing(self, filing_id: str) -> Filing | None: ...
    def filings_of_draft(self, draft_id: str) -> Sequence[Filing]: ...
    def add_manifest(self, manifest: Manifest) -> None:
        """Keeps what filings were checked against; one that is known already stays as it is."""

    def manifest(self, manifest_id: str) -> Manifest | None: ...
    def filings_using(self, item_id: str) -> Sequence[FilingUse]:
        """Every filing whose manifest lists the rule, parameter or period; the oldest first."""

    def count_filings_without_manifest(self) -> int: ...

    def add_office(self, office: Office) -> None: ...
    def office(self, office_id: str) -> Office | None: ...
    def offices(self) -> Sequence[Office]: ...
    def add_user(self, user: User) -> None: ...
    def save_user(self, user: User) -> None: ...
    def user(self, user_id: str) -> User | None: ...
    def user_by_name(self, name: str) -> User | None: ...
    def users(self) -> Sequence[User]: ...

    def add_session(self, session: Session) -> None: ...
    def session_with_user(self, id_hash: str) -> tuple[Session, User] | None:
        """One indexed read: the session and its user as committed now."""

    def touch_session(self, id_hash: str, at: datetime) -> None:
        """Updates last_seen; never creates a row."""

    def revoke_session(self, id_hash: str) -> None: ...
    def revoke_sessions_of_user(self, user_id: str) -> None: ...

    def record_attempt(self, key: str, at: datetime) -> None:
        """One failed login under ``key`` (a hash of user name or address)."""

    def attempts_since(self, key: str, since: datetime) -> int: ...
    def clear_attempts(self, key: str) -> None: ...

    def audit(self, entry: AuditEntry) -> None:
        """Appends to the hash chain inside this transaction."""

    def audit_entries(self) -> Sequence[AuditEntry]: ...

    def append(self, entry: LedgerEntry) -> LedgerEntry:
        """The entry as it stands in its book now, numbered and chained. A new book is told to the audit log."""

    def ledger(self, book: str, office_id: str, subject_id: str | None = None) -> Sequence[LedgerEntry]:
        """Oldest first. Read inside ``begin``, the book stays as it is until the act ends."""


class Store(Protocol):
    def begin(self) -> AbstractContextManager[Transaction]:
        """A write transaction: commits on leaving, rolls back on any exception. Raises StorageUnavailable."""

    def read(self) -> AbstractContextManager[Transaction]:
        """A read transaction."""

    def verify_audit(self) -> "AuditReport": ...
    def verify_ledgers(self) -> Sequence[LedgerReport]:
        """One report for each book of each office, also for one that the audit log knows and that is gone."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class AuditReport:
    count: int
    is_intact: bool
    first_broken: int | None = None  # number of the first entry that does not verify
    head: str = ""


@dataclass(eq=False)  # not frozen: an exception gets its traceback assigned on the way out of a with-block
class RenderProblem(Exception):
    """Text that cannot be printed, with its place."""

    path: str
    message: str


type Chosen = Callable[[str, Sequence[TextFinding]], Iterable[TextFinding]]


class NarrativeChecker(Protocol):
    """Reads a text; safe to share between threads."""

    def check(self, text: str, case: TextCase | None = None, *, seconds: float = 2.0) -> TextReport:
        """Remarks by place; the report says when the time was not enough for the whole text."""

    def tidied(self, text: str, case: TextCase | None = None, chosen: Chosen | None = None) -> Tidied:
        """The text with its safe suggestions put in, until none is left: no number, abbreviation or name of the case
        is respaced. ``chosen`` says of the text as it stands in a round which of its remarks may be taken."""


class MoreSuggestions(Protocol):
    """A second source of half-spaces, slow to load: only for whoever asks for it."""

    def __call__(self, text: str, case: TextCase | None = None) -> tuple[TextFinding, ...]: ...


class Renderer(Protocol):
    @property
    def has_pdf(self) -> bool:
        """Whether ``pdf`` can make one on this machine."""

    def render(self, layout: bytes, context: Mapping[str, Any]) -> bytes:
        """The DOCX bytes, the same for the same input. ``context`` holds str, bool, list and dict only.

        Raises RenderProblem for characters that cannot be printed.
        """

    def text(self, document: bytes) -> str:
        """All text of the body in reading order, one line a paragraph, table cells in row order."""

    def pdf(self, document: bytes) -> bytes | None:
        """The PDF by LibreOffice; None where LibreOffice is not found."""
