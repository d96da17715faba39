"""The audit log only grows, and every edit of it behind the program's back is found."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from assistant.ports import AuditReport
from assistant.storage import SqlStore
from assistant.storage.audit_chain import EMPTY, Head, StoredEntry, chained, hash_of, verified
from assistant.storage.audit_rows import stored_entries, verify_chain
from assistant.storage.schema import audit_entry, audit_head
from tests.storage.samples import entry

ENTRIES = 30


@pytest.fixture
def logged(database: SqlStore) -> SqlStore:
    """A store of each database with a log of thirty entries."""
    with database.begin() as transaction:
        for number in range(1, ENTRIES + 1):
            transaction.audit(entry(number))
    return database


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET act = 'x' WHERE number = 3", "DELETE FROM audit_entry"])
def test_the_database_itself_refuses_to_change_or_delete_entries(logged: SqlStore, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), logged.engine.begin() as connection:
        connection.execute(text(statement))
    assert logged.verify_audit().count == ENTRIES


@pytest.mark.postgres
def test_postgresql_refuses_to_empty_the_log(postgres_store: SqlStore) -> None:
    with pytest.raises(DBAPIError, match="append-only"), postgres_store.engine.begin() as connection:
        connection.execute(text("TRUNCATE audit_entry"))


def test_each_of_two_hundred_random_edits_is_found(logged: SqlStore) -> None:
    chance = random.Random(1405)
    assert logged.verify_audit().is_intact
    for number in range(200):
        edit = EDITS[number % len(EDITS)]
        with _behind_the_back(logged) as connection:
            first_wrong = edit(connection, chance)
            report = verify_chain(connection, logged.sealer)
            assert (report.is_intact, report.first_broken) == (False, first_wrong), edit.__name__
    assert logged.verify_audit().is_intact


def test_a_log_whose_head_was_deleted_is_not_intact(logged: SqlStore) -> None:
    with _behind_the_back(logged) as connection:
        connection.execute(delete(audit_head))
        assert not verify_chain(connection, logged.sealer).is_intact


def test_a_log_and_head_emptied_together_are_not_intact(logged: SqlStore) -> None:
    with _behind_the_back(logged) as connection:
        connection.execute(delete(audit_entry))
        connection.execute(update(audit_head).values(number=EMPTY.number, hash=EMPTY.hash))
        assert verify_chain(connection, logged.sealer) == AuditReport(0, False, 1, "")


def test_an_old_copy_of_the_whole_log_is_the_known_limit_of_the_head(logged: SqlStore) -> None:
    """Only the printed anchor finds this: the older head was sealed by the office itself."""
    with logged.reading() as connection:
        old_head = connection.execute(select(audit_head)).one()
    with logged.begin() as transaction:
        transaction.audit(entry(ENTRIES + 1))
    with _behind_the_back(logged) as connection:
        connection.execute(delete(audit_entry).where(audit_entry.c.number > ENTRIES))
        connection.execute(update(audit_head).values(old_head._asdict()))
        assert verify_chain(connection, logged.sealer).is_intact


def test_an_entry_shows_its_detail_as_it_was_given(logged: SqlStore) -> None:
    with logged.read() as transaction:
        assert transaction.audit_entries()[6].detail == {"revision": 7, "paths": ["claim_amount"]}


def test_the_chain_does_not_depend_on_the_order_of_details() -> None:
    reordered = replace(entry(1), detail=dict(reversed(list(entry(1).detail.items()))))
    assert list(reordered.detail) != list(entry(1).detail)
    assert chained(reordered, EMPTY) == chained(entry(1), EMPTY)


def test_a_chain_written_down_years_ago_still_verifies() -> None:
    """The hash is a promise kept on paper: it must never change for the same entry."""
    old = StoredEntry(1, "2026-11-22T08:30:01.000000Z", "user-1", "office-1", "draft.saved", "draft-1", "{}", "")
    old = old._replace(hash=hash_of(old, EMPTY.hash))
    assert old.hash == "d5bba5876edce977e4420e35ec0cd29fe302a8dad3cd581cb7d990b5a243b4bf"
    assert verified([old], Head(1, old.hash)).is_intact
    assert datetime.fromisoformat(old.at) == datetime(2026, 11, 22, 8, 30, 1, tzinfo=UTC)


def _change_a_column(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    column = chance.choice([each for each in audit_entry.c if each.name not in ("number", "hash")])
    old = connection.execute(select(column).where(audit_entry.c.number == number)).scalar_one()
    new = chance.choice([old[:-1] + " ", old[:-1], "x"])
    connection.execute(update(audit_entry).where(audit_entry.c.number == number).values({column: new}))
    return number


def _change_a_hash(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    connection.execute(update(audit_entry).where(audit_entry.c.number == number).values(hash=_any_hash(chance)))
    return number


def _change_and_rehash_one(connection: Connection, chance: random.Random) -> int:
    """The edited entry is right in itself, the one after it is not."""
    entries = list(stored_entries(connection))
    index = chance.randrange(ENTRIES)
    forged = entries[index]._replace(user_id="someone-else")
    forged = forged._replace(hash=hash_of(forged, entries[index - 1].hash if index else EMPTY.hash))
    values = {"user_id": forged.user_id, "hash": forged.hash}
    connection.execute(update(audit_entry).where(audit_entry.c.number == forged.number).values(values))
    return min(forged.number + 1, ENTRIES)


def _delete_one(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    connection.execute(delete(audit_entry).where(audit_entry.c.number == number))
    return number


def _delete_one_and_close_the_gap(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES - 1)
    connection.execute(delete(audit_entry).where(audit_entry.c.number == number))
    for later in range(number + 1, ENTRIES + 1):
        connection.execute(update(audit_entry).where(audit_entry.c.number == later).values(number=later - 1))
    return number


def _insert_one(connection: Connection, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    for later in range(ENTRIES, number - 1, -1):
        connection.execute(update(audit_entry).where(audit_entry.c.number == later).values(number=later + 1))
    previous = list(stored_entries(connection))[: number - 1]
    forged = chained(entry(99), Head(number - 1, previous[-1].hash if previous else EMPTY.hash))
    connection.execute(insert(audit_entry), forged._asdict())
    return number + 1


def _append_one(connection: Connection, chance: random.Random) -> int:
    last = list(stored_entries(connection))[-1]
    connection.execute(insert(audit_entry), chained(entry(99), Head(last.number, last.hash))._asdict())
    return ENTRIES + 1


def _swap_two(connection: Connection, chance: random.Random) -> int:
    first, second = sorted(chance.sample(range(1, ENTRIES + 1), 2))
    for old, new in ((first, -1), (second, first), (-1, second)):
        connection.execute(update(audit_entry).where(audit_entry.c.number == old).values(number=new))
    return first


def _cut_off_the_end(connection: Connection, chance: random.Random) -> int:
    kept = chance.randint(0, ENTRIES - 1)
    connection.execute(delete(audit_entry).where(audit_entry.c.number > kept))
    return kept + 1


def _cut_off_the_end_and_forge_the_head(connection: Connection, chance: random.Random) -> int:
    kept = chance.randint(1, ENTRIES - 1)
    connection.execute(delete(audit_entry).where(audit_entry.c.number > kept))
    last = list(stored_entries(connection))[-1]
    connection.execute(update(audit_head).values(number=last.number, hash=last.hash))
    return kept + 1


def _rebuild_the_whole_chain(connection: Connection, chance: random.Random) -> int:
    """Every hash is right again; only the sealed head knows better."""
    entries = list(stored_entries(connection))
    entries[chance.randrange(ENTRIES)] = entries[0]._replace(user_id="someone-else")
    connection.execute(delete(audit_entry))
    previous = EMPTY.hash
    for number, each in enumerate(entries, start=1):
        forged = each._replace(number=number)
        forged = forged._replace(hash=hash_of(forged, previous))
        connection.execute(insert(audit_entry), forged._asdict())
        previous = forged.hash
    connection.execute(update(audit_head).values(hash=previous))
    return ENTRIES + 1


def _change_the_head(connection: Connection, chance: random.Random) -> int:
    connection.execute(update(audit_head).values(hash=_any_hash(chance)))
    return ENTRIES + 1


EDITS: list[Callable[[Connection, random.Random], int]] = [
    _change_a_column,
    _change_a_hash,
    _change_and_rehash_one,
    _delete_one,
    _delete_one_and_close_the_gap,
    _insert_one,
    _append_one,
    _swap_two,
    _cut_off_the_end,
    _cut_off_the_end_and_forge_the_head,
    _rebuild_the_whole_chain,
    _change_the_head,
]


def _any_hash(chance: random.Random) -> str:
    return f"{chance.getrandbits(256):064x}"


@contextmanager
def _behind_the_back(store: SqlStore) -> Iterator[Connection]:
    """A connection without the triggers; everything done with it is undone at the end."""
    with store.engine.connect() as connection, connection.begin() as transaction:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER audit_entry_no_update"))
            connection.execute(text("DROP TRIGGER audit_entry_no_delete"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield connection
        transaction.rollback()
