"""What every store's ledgers do alike: in memory, on SQLite, on PostgreSQL."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.domain.ledger import Book, LedgerEntry, LedgerReport, exported, verified_lines
from assistant.ports import Store
from tests.storage.samples import NOON, OFFICE, OTHER_OFFICE, entry, ledger_entry


def _append(store: Store, *entries: LedgerEntry) -> list[LedgerEntry]:
    with store.begin() as transaction:
        return [transaction.append(each) for each in entries]


def _book(store: Store, subject_id: str | None = None) -> list[LedgerEntry]:
    with store.read() as transaction:
        return list(transaction.ledger(Book.OUTAGE, OFFICE.id, subject_id))


def test_what_is_appended_reads_back_exactly_numbered_and_chained(office: Store) -> None:
    added = _append(office, ledger_entry("opened"), ledger_entry("attempt"))
    assert _book(office) == added
    assert [each.number for each in added] == [1, 2]
    assert [replace(each, number=0, hash="") for each in added] == [ledger_entry("opened"), ledger_entry("attempt")]
    assert verified_lines(exported(added)).is_intact


def test_the_entries_of_one_subject_are_told_alone_oldest_first(office: Store) -> None:
    _append(office, ledger_entry("opened", "a"), ledger_entry("opened", "b"), ledger_entry("closed", "a"))
    assert [(each.number, each.kind) for each in _book(office, "a")] == [(1, "opened"), (3, "closed")]
    assert _book(office, "nothing") == []


def test_each_book_of_each_office_counts_for_itself(office: Store) -> None:
    added = _append(
        office,
        ledger_entry(),
        ledger_entry(office_id=OTHER_OFFICE.id),
        ledger_entry(book=Book.CLOSURES, office_id=""),
        ledger_entry(),
    )
    assert [each.number for each in added] == [1, 1, 1, 2]
    with office.read() as transaction:
        assert len(transaction.ledger(Book.OUTAGE, OTHER_OFFICE.id)) == 1
        assert len(transaction.ledger(Book.CLOSURES, "")) == 1
        assert transaction.ledger(Book.BOARDS, OFFICE.id) == []


def test_every_character_of_a_body_is_kept(office: Store) -> None:
    body = {"texts": ["می‌روم", "«نقل»\t۱۲۳", "a\u0000b", "\ud800", "x" * 3_000_000], "n": 10**18, "none": None}
    _append(office, replace(ledger_entry(), body=body))
    assert _book(office)[0].body == body
    assert all(each.is_intact for each in office.verify_ledgers())


def test_what_is_read_cannot_change_what_is_stored(office: Store) -> None:
    _append(office, ledger_entry())
    _book(office)[0].body["client"]["full_name"] = "دیگری"
    assert _book(office)[0].body == ledger_entry().body


def test_an_exception_undoes_what_was_appended(office: Store) -> None:
    _append(office, ledger_entry())

    def fail_after_appending() -> None:
        with office.begin() as transaction:
            transaction.append(ledger_entry("closed"))
            transaction.append(ledger_entry(book=Book.BOARDS))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_appending()
    assert [each.kind for each in _book(office)] == ["attempt"]
    assert [each.book for each in office.verify_ledgers()] == [Book.OUTAGE]
    assert _append(office, ledger_entry("closed"))[0].number == 2


def test_a_read_transaction_refuses_to_append(office: Store) -> None:
    with office.read() as transaction, pytest.raises(RuntimeError):
        transaction.append(ledger_entry())


def test_a_time_without_its_zone_is_refused_by_a_ledger(office: Store) -> None:
    with pytest.raises(ValueError, match="zone"):
        _append(office, replace(ledger_entry(), at=NOON.replace(tzinfo=None)))
    assert _book(office) == []


def test_a_clock_that_went_back_changes_nothing_in_the_order(office: Store) -> None:
    _append(office, ledger_entry("opened"), replace(ledger_entry("closed"), at=NOON - timedelta(days=2)))
    assert [each.kind for each in _book(office)] == ["opened", "closed"]


def test_entries_appended_at_once_follow_each_other_without_gap(office: Store) -> None:
    def write(clerk: int) -> None:
        for number in range(6):
            _append(office, ledger_entry(f"{clerk}-{number}"), ledger_entry(book=Book.CLOSURES))

    _at_once(write, 4)
    book = _book(office)
    assert [each.number for each in book] == list(range(1, 25))
    assert sorted(each.kind for each in book) == sorted(
        f"{clerk}-{number}" for clerk in range(4) for number in range(6)
    )
    assert [(each.count, each.is_intact) for each in office.verify_ledgers()] == [(24, True), (24, True)]


def test_what_is_decided_from_a_book_still_holds_when_it_is_written(office: Store) -> None:
    """Letters are numbered by counting those before: no number may be given twice."""

    def write(_clerk: int) -> None:
        for _ in range(6):
            with office.begin() as transaction:
                count = len(transaction.ledger(Book.OUTAGE, OFFICE.id))
                transaction.append(ledger_entry(f"letter-{count + 1}"))

    _at_once(write, 4)
    assert [each.kind for each in _book(office)] == [f"letter-{number}" for number in range(1, 25)]


def test_a_new_book_is_told_to_the_audit_log_once(office: Store) -> None:
    _append(office, ledger_entry(), ledger_entry())
    _append(office, ledger_entry(), ledger_entry(book=Book.CLOSURES, office_id=""))
    with office.read() as transaction:
        begun = [(each.act, each.object_id, each.office_id) for each in transaction.audit_entries()]
    assert begun == [("ledger.begun", "outage", OFFICE.id), ("ledger.begun", "closures", "")]


def test_the_audit_log_and_the_ledgers_of_one_act_are_written_together(office: Store) -> None:
    with office.begin() as transaction:
        transaction.audit(entry(1))
        transaction.append(ledger_entry())
    assert office.verify_audit().count == 2
    assert [each.count for each in office.verify_ledgers()] == [1]


def test_untouched_ledgers_are_intact_and_tell_their_heads(office: Store) -> None:
    assert office.verify_ledgers() == []
    last = _append(office, ledger_entry(), ledger_entry())[-1]
    assert office.verify_ledgers() == [LedgerReport(Book.OUTAGE, OFFICE.id, 2, True, None, last.hash)]


def _at_once(write: object, clerks: int) -> None:
    errors: list[BaseException] = []

    def guarded(clerk: int) -> None:
        try:
            write(clerk)  # type: ignore[operator]
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=guarded, args=(clerk,)) for clerk in range(clerks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
