"""A ledger only grows, and every edit of it behind the program's back is found."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select, text, update
from sqlalchemy.exc import DBAPIError

from assistant.ports import StorageUnavailable
from assistant.storage import SqlStore, backup, open_store, restore
from assistant.storage.ledger_rows import verify_books
from assistant.storage.schema import ledger_entry as table
from assistant.storage.schema import ledger_head as heads
from tests.storage.samples import OFFICE, OTHER_OFFICE, furnished, ledger_entry

ENTRIES = 20


@pytest.fixture
def kept(database: SqlStore) -> SqlStore:
    """A store of each database with a book of twenty entries and another of three."""
    with database.begin() as transaction:
        for number in range(1, ENTRIES + 1):
            transaction.append(ledger_entry(f"kind-{number}"))
        for _ in range(3):
            transaction.append(ledger_entry(office_id=OTHER_OFFICE.id))
    return database


@pytest.mark.parametrize(
    "statement", ["UPDATE ledger_entry SET kind = 'x' WHERE number = 3", "DELETE FROM ledger_entry"]
)
def test_the_database_itself_refuses_to_change_or_delete_entries(kept: SqlStore, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), kept.engine.begin() as connection:
        connection.execute(text(statement))
    assert [each.count for each in kept.verify_ledgers()] == [ENTRIES, 3]


def test_each_random_edit_is_found_and_the_other_book_stays_right(kept: SqlStore) -> None:
    chance = random.Random(1405)
    for number in range(72):
        edit = EDITS[number % len(EDITS)]
        with _behind_the_back(kept) as connection:
            first_wrong = edit(connection, chance)
            report, other = verify_books(connection, kept.sealer)
        assert (report.is_intact, report.first_broken) == (False, first_wrong), edit.__name__
        assert other.is_intact
    assert all(each.is_intact for each in kept.verify_ledgers())


def test_a_book_that_vanished_whole_with_its_head_is_missed(kept: SqlStore) -> None:
    with _behind_the_back(kept) as connection:
        connection.execute(delete(table).where(table.c.office_id == OTHER_OFFICE.id))
        connection.execute(delete(heads).where(heads.c.office_id == OTHER_OFFICE.id))
        reports = verify_books(connection, kept.sealer)
    assert [(each.office_id, each.count, each.is_intact) for each in reports] == [
        (OFFICE.id, ENTRIES, True),
        (OTHER_OFFICE.id, 0, False),
    ]


def test_an_entry_moved_to_another_book_does_not_open(kept: SqlStore) -> None:
    with kept.engine.begin() as connection:
        _without_triggers(connection)
        body = connection.execute(select(table.c.sealed_body).where(_row(2))).scalar_one()
        connection.execute(
            update(table).where(table.c.office_id == OTHER_OFFICE.id, table.c.number == 2).values(sealed_body=body)
        )
    with kept.read() as transaction, pytest.raises(StorageUnavailable):
        transaction.ledger("outage", OTHER_OFFICE.id)


def test_nothing_is_appended_behind_a_head_that_was_forged(kept: SqlStore) -> None:
    with kept.engine.begin() as connection:
        connection.execute(update(heads).where(heads.c.office_id == OFFICE.id).values(number=7))
    with pytest.raises(StorageUnavailable), kept.begin() as transaction:
        transaction.append(ledger_entry())


def test_a_backup_carries_the_ledgers_and_a_restore_brings_them_back(
    data_folder: Path, key_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    store = furnished(open_store(None, data_folder, key_file))
    assert isinstance(store, SqlStore)
    with store.begin() as transaction:
        kept = [transaction.append(ledger_entry()) for _ in range(3)]
    assert backup(store, tmp_path / "stick" / "b")["ledger_entry"] == 3
    with store.begin() as transaction:
        transaction.append(ledger_entry("after the backup"))
    store.close()
    assert restore(data_folder, key_file, tmp_path / "stick" / "b").audit_is_intact
    store = open_store(None, data_folder, key_file)
    with store.read() as transaction:
        assert transaction.ledger("outage", OFFICE.id) == kept
    assert all(each.is_intact for each in store.verify_ledgers())
    store.close()


def test_a_backup_whose_ledger_was_edited_is_restored_and_told(
    data_folder: Path, key_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    store = furnished(open_store(None, data_folder, key_file))
    assert isinstance(store, SqlStore)
    with store.begin() as transaction:
        transaction.append(ledger_entry())
    with store.engine.begin() as connection:
        _without_triggers(connection)
        connection.execute(update(table).values(kind="x"))
    backup(store, tmp_path / "stick" / "b")
    store.close()
    assert not restore(data_folder, key_file, tmp_path / "stick" / "b").audit_is_intact


def _change_a_column(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    column = chance.choice([table.c.at, table.c.user_id, table.c.subject_id, table.c.kind])
    old = connection.execute(select(column).where(_row(number))).scalar_one()
    new = "2020-01-01T00:00:00.000000Z" if column is table.c.at else old + "x"
    connection.execute(update(table).where(_row(number)).values({column: new}))
    return number


def _break_a_time(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    connection.execute(update(table).where(_row(number)).values(at="no time"))
    return number


def _break_a_body(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    connection.execute(update(table).where(_row(number)).values(sealed_body=chance.randbytes(200)))
    return number


def _swap_two_bodies(connection: Connection, chance: random.Random) -> int:
    first, second = sorted(chance.sample(range(1, ENTRIES + 1), 2))
    bodies = {
        row.number: row.sealed_body for row in connection.execute(select(table).where(table.c.office_id == OFFICE.id))
    }
    connection.execute(update(table).where(_row(first)).values(sealed_body=bodies[second]))
    connection.execute(update(table).where(_row(second)).values(sealed_body=bodies[first]))
    return first


def _delete_one(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    connection.execute(delete(table).where(_row(number)))
    return number


def _delete_one_and_close_the_gap(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES - 1)
    connection.execute(delete(table).where(_row(number)))
    for later in range(number + 1, ENTRIES + 1):
        connection.execute(update(table).where(_row(later)).values(number=later - 1))
    return number


def _cut_off_the_end(connection: Connection, chance: random.Random) -> int:
    kept = chance.randint(0, ENTRIES - 1)
    connection.execute(delete(table).where(table.c.office_id == OFFICE.id, table.c.number > kept))
    return kept + 1


def _cut_off_the_end_and_forge_the_head(connection: Connection, chance: random.Random) -> int:
    kept = chance.randint(1, ENTRIES - 1)
    connection.execute(delete(table).where(table.c.office_id == OFFICE.id, table.c.number > kept))
    connection.execute(update(heads).where(heads.c.office_id == OFFICE.id).values(number=kept))
    return kept + 1


def _delete_the_head(connection: Connection, chance: random.Random) -> int:
    connection.execute(delete(heads).where(heads.c.office_id == OFFICE.id))
    return ENTRIES + 1


EDITS: list[Callable[[Connection, random.Random], int]] = [
    _change_a_column,
    _break_a_time,
    _break_a_body,
    _swap_two_bodies,
    _delete_one,
    _delete_one_and_close_the_gap,
    _cut_off_the_end,
    _cut_off_the_end_and_forge_the_head,
    _delete_the_head,
]


def _row(number: int):  # type: ignore[no-untyped-def]
    return (table.c.office_id == OFFICE.id) & (table.c.number == number)


def _without_triggers(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TRIGGER ledger_entry_no_update"))
        connection.execute(text("DROP TRIGGER ledger_entry_no_delete"))
    else:
        connection.execute(text("SET LOCAL session_replication_role = replica"))


@contextmanager
def _behind_the_back(store: SqlStore) -> Iterator[Connection]:
    """A connection without the triggers; everything done with it is undone at the end."""
    with store.engine.connect() as connection, connection.begin() as transaction:
        _without_triggers(connection)
        yield connection
        transaction.rollback()
