"""The office's books from the command line: verified with the audit log, their exports by anybody."""

import json
from contextlib import closing
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from assistant.cli import commands
from assistant.domain.ledger import EMPTY, Book, LedgerEntry, LedgerHead, chained, exported
from assistant.storage import open_store

NOON = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def _entry(number: int) -> LedgerEntry:
    return LedgerEntry(
        Book.OUTAGE, "office-1", 0, NOON, "user-1", f"outage-{number}", "outage.opened", {"نشانه": number}
    )


@pytest.fixture
def export(tmp_path):
    first = chained(_entry(1), EMPTY)
    second = chained(_entry(2), LedgerHead(1, first.hash))
    file = tmp_path / "outages.jsonl"
    file.write_text("".join(f"{line}\n" for line in exported([first, second])), encoding="utf-8")
    return file


def _run(*words: object, code: int = 0) -> str:
    result = CliRunner().invoke(commands, [str(word) for word in words])
    assert result.exit_code == code, result.output
    return result.stdout


def test_an_export_is_verified_without_any_office(export):
    assert json.loads(_run("audit", "verify-export", export, "--json"))["is_intact"]
    assert "درست است: 2 ثبت" in _run("audit", "verify-export", export)


def test_a_changed_export_ends_with_one_and_names_the_entry(export):
    export.write_text(export.read_text(encoding="utf-8").replace("outage-2", "outage-3"), encoding="utf-8")
    assert json.loads(_run("audit", "verify-export", export, "--json", code=1))["first_broken"] == 2
    assert "از ثبت 2" in _run("audit", "verify-export", export, code=1)


def test_a_file_that_is_no_export_is_no_crash(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(b"\xff\xfe\x00PNG")
    assert json.loads(_run("audit", "verify-export", file, "--json", code=1))["first_broken"] == 1
    _run("audit", "verify-export", tmp_path / "none", code=2)


def test_verifying_the_log_also_verifies_every_book(tmp_path):
    places = ("--data", tmp_path / "data", "--key-file", tmp_path / "key" / "office.key")
    _run(
        *places,
        "init",
        "--office",
        "دفتر نمونه",
        "--number",
        "9990001",
        "--user",
        "samira",
        "--full-name",
        "سمیرا کیان",
    )
    with closing(open_store(None, tmp_path / "data", tmp_path / "key" / "office.key")) as store:
        with store.begin() as work:
            work.append(_entry(1))
        assert "دفتر outage (office-1) درست است: 1 ثبت" in _run(*places, "audit", "verify")
        with store.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER ledger_entry_no_delete")
            connection.exec_driver_sql("DELETE FROM ledger_entry")
    told = json.loads(_run(*places, "audit", "verify", "--json", code=1))
    assert (told["is_intact"], told["first_broken"]) == (False, None)
    assert [(each["book"], each["is_intact"]) for each in told["ledgers"]] == [("outage", False)]
