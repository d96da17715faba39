"""An exported book can be checked by anybody, and every change of it shows."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.domain.ledger import EMPTY, LedgerEntry, LedgerHead, chained, exported, hash_of, verified_lines

NOON = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def _book(count: int) -> list[LedgerEntry]:
    entries, head = [], EMPTY
    for number in range(count):
        entry = LedgerEntry("outage", "office-1", 0, NOON, "user-1", f"outage-{number}", "opened", {"نشانه": "۵۰۴"})
        entries.append(chained(entry, head))
        head = LedgerHead(entries[-1].number, entries[-1].hash)
    return entries


def test_an_untouched_export_verifies() -> None:
    report = verified_lines(exported(_book(5)))
    assert (report.book, report.office_id, report.count, report.is_intact) == ("outage", "office-1", 5, True)
    assert report.head == _book(5)[-1].hash


def test_an_empty_export_is_an_empty_book() -> None:
    assert verified_lines([]).is_intact
    assert verified_lines(["\n"]).count == 0


@pytest.mark.parametrize("part", ["book", "office_id", "number", "at", "user_id", "subject_id", "kind", "body", "hash"])
def test_a_change_of_any_part_of_any_line_is_found_at_that_line(part: str) -> None:
    lines = list(exported(_book(5)))
    chance = random.Random(part)
    index = chance.randrange(5)
    content = json.loads(lines[index])
    content[part] = {"number": 99, "at": "2026-11-22T08:30:00.000001Z", "body": {}}.get(part, "x" * 64)
    lines[index] = json.dumps(content)
    assert verified_lines(lines).first_broken == index + 1


def test_a_line_taken_out_moved_or_doubled_is_found() -> None:
    lines = list(exported(_book(5)))
    assert verified_lines(lines[1:]).first_broken == 1
    assert verified_lines([*lines[:2], *lines[3:]]).first_broken == 3
    assert verified_lines([*lines[:2], lines[3], lines[2], lines[4]]).first_broken == 3
    assert verified_lines([*lines, lines[-1]]).first_broken == 6


@pytest.mark.parametrize("line", ["{", "[]", "null", "{}", '{"at": 5, "previous": ""}', "[" * 100_000, "\ufffd"])
def test_a_line_that_is_no_entry_breaks_the_chain_there(line: str) -> None:
    lines = list(exported(_book(3)))
    assert verified_lines([*lines[:2], line]).first_broken == 3


def test_a_book_with_lines_of_another_book_is_not_intact() -> None:
    first = _book(1)[0]
    other = chained(replace(first, office_id="office-2"), LedgerHead(1, first.hash))
    assert verified_lines(exported([first, other])).first_broken == 2


def test_the_hash_of_an_entry_written_down_years_ago_is_the_same_today() -> None:
    entry = LedgerEntry(
        "outage", "office-1", 1, NOON, "user-1", "outage-1", "opened", {"ب": ["۱", 2, None], "الف": True}
    )
    assert hash_of(entry, EMPTY.hash) == "b8126c9705494f4b950c37c9ecb87e8f212fc9e01ae3acd557be9871a9178a9b"


def test_the_order_of_the_body_does_not_matter() -> None:
    one = LedgerEntry("outage", "o", 1, NOON, "u", "s", "k", {"a": 1, "b": 2})
    assert hash_of(one, EMPTY.hash) == hash_of(replace(one, body={"b": 2, "a": 1}), EMPTY.hash)


def test_a_time_without_its_zone_is_refused() -> None:
    entry = LedgerEntry("outage", "o", 0, NOON.replace(tzinfo=None), "u", "s", "k")
    with pytest.raises(ValueError, match="zone"):
        chained(entry, EMPTY)
