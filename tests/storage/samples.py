"""Made-up people, drafts and changes for the storage tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.domain.answers import Answers
from assistant.domain.draft import AnswerChange, Draft, Filing
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.people import Office, Role, Session, User
from assistant.ports import AuditEntry, Store
from assistant.storage import SqlStore

NOON = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
NAZARI = "نظری‌پور"
NATIONAL_ID = "9990000018"
REASON = "موکل اصرار دارد همین امروز ثبت شود"

OFFICE = Office(id="office-1", name="دفتر خدمات قضایی نمونه", number="1001", province="IR-07")
OTHER_OFFICE = Office(id="office-2", name="دفتر دیگر", number="1002", province="IR-10")
SARA = User(
    id="user-1", name="sara", full_name="سارا نمونه", role=Role.CLERK, office_id=OFFICE.id, password_hash="$argon2id$1"
)
REZA = User(
    id="user-2", name="reza", full_name="رضا نمونه", role=Role.CLERK, office_id=OFFICE.id, password_hash="$argon2id$2"
)
ANSWERS = Answers(
    values={"plaintiffs": [{"last_name": NAZARI, "national_id": NATIONAL_ID}], "claim_amount": 10**15, "paid": False},
    unknown=frozenset({"cheques[0].bank"}),
    blank=frozenset({"plaintiffs[0].mobile"}),
    open_lists=frozenset({"cheques"}),
)
DRAFT = Draft(
    id="draft-1",
    number="1405-00001",
    office_id=OFFICE.id,
    owner_id=SARA.id,
    template_id="loan-return",
    template_version="1",
    answers=ANSWERS,
    revision=0,
    filing_date=date(2026, 11, 22),
    created=NOON,
    changed=NOON,
    submitted_steps=frozenset({"parties", "loan"}),
    reasons={"sum-differs@claim_amount": REASON},
)


def session_of(user: User, id_hash: str = "a" * 64) -> Session:
    return Session(
        id_hash=id_hash,
        user_id=user.id,
        office_id=user.office_id,
        user_epoch=user.epoch,
        created=NOON,
        last_seen=NOON,
    )


def furnished(store: Store) -> Store:
    """An office with two clerks and one draft."""
    with store.begin() as transaction:
        transaction.add_office(OFFICE)
        transaction.add_office(OTHER_OFFICE)
        transaction.add_user(SARA)
        transaction.add_user(REZA)
        transaction.add_draft(DRAFT)
    return store


def next_revision(draft: Draft, last_name: str, *, user: User = SARA) -> tuple[Draft, AnswerChange]:
    """The draft after the clerk typed ``last_name``, and the history of that."""
    path = "plaintiffs[0].last_name"
    later = draft.changed + timedelta(seconds=1)
    plaintiff = draft.answers.values["plaintiffs"][0]
    answers = draft.answers.with_values({**draft.answers.values, "plaintiffs": [{**plaintiff, "last_name": last_name}]})
    change = AnswerChange(
        draft_id=draft.id,
        revision=draft.revision + 1,
        user_id=user.id,
        at=later,
        kind="answer",
        paths=(path,),
        before={path: plaintiff["last_name"]},
        after={path: last_name},
        previous=draft.answers,
    )
    return replace(draft, answers=answers, revision=draft.revision + 1, changed=later), change


def filing_of(draft: Draft, filing_id: str = "filing-1", number: str = "1405-00001-1") -> Filing:
    return Filing(
        id=filing_id,
        number=number,
        draft_id=draft.id,
        office_id=draft.office_id,
        draft_revision=draft.revision,
        template_id=draft.template_id,
        template_version=draft.template_version,
        library_version="sha256:1",
        content_hash="c" * 16,
        sha256="d" * 64,
        made_by=draft.owner_id,
        made_at=NOON,
        filing_date=draft.filing_date,
        answers=draft.answers,
        finding_keys=("sum-differs@claim_amount",),
        reasons={"sum-differs@claim_amount": REASON},
    )


def entry(number: int) -> AuditEntry:
    return AuditEntry(
        at=NOON + timedelta(seconds=number),
        user_id=SARA.id,
        office_id=OFFICE.id,
        act="draft.saved",
        object_id=f"draft-{number}",
        detail={"revision": number, "paths": ["claim_amount"]},
    )


def ledger_entry(
    kind: str = "attempt", subject_id: str = "outage-1", *, book: str = Book.OUTAGE, office_id: str = OFFICE.id
) -> LedgerEntry:
    return LedgerEntry(
        book=book,
        office_id=office_id,
        number=0,
        at=NOON,
        user_id=SARA.id,
        subject_id=subject_id,
        kind=kind,
        body={"result": "صفحه باز نشد", "client": {"full_name": NAZARI, "national_id": NATIONAL_ID}},
    )


def save_names(store: Store, *names: str) -> None:
    """One saved step of the draft for each name, each in its own transaction with its audit entry."""
    for name in names:
        with store.begin() as transaction:
            draft = transaction.draft(DRAFT.id)
            assert draft is not None
            saved, change = next_revision(draft, name)
            transaction.save_draft(saved, change)
            transaction.audit(entry(saved.revision))


def last_name_in(store: Store) -> str:
    with store.read() as transaction:
        draft = transaction.draft(DRAFT.id)
    assert draft is not None
    return str(draft.answers.values["plaintiffs"][0]["last_name"])


def sqlite_file(store: SqlStore) -> Path:
    assert store.file is not None
    return store.file
