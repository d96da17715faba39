"""No byte of a citizen's data stands in the clear: in the database, its journal, or a backup."""

import contextlib
import json
import zlib
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.domain.answers import Answers
from assistant.ports import Store
from assistant.storage import SqlStore, backup
from tests.storage.samples import (
    DRAFT,
    NOON,
    filing_of,
    furnished,
    ledger_entry,
    next_revision,
    save_names,
    sqlite_file,
)

CANARIES = ["قناری‌پور زردآبادی", "9990000778", "خیابان قناری پلاک ۱۷", "canary-narrative", "دلیل قناری برای ادامه"]
NAME, NATIONAL_ID, ADDRESS, NARRATIVE, REASON = CANARIES


def test_the_files_of_a_day_show_no_canary(sqlite_store: SqlStore, tmp_path: Path) -> None:
    _work_a_day(sqlite_store)
    file = sqlite_file(sqlite_store)
    (tmp_path / "stick").mkdir()
    backup(sqlite_store, tmp_path / "stick" / "office.backup")
    scanned = [*file.parent.iterdir(), tmp_path / "stick" / "office.backup"]
    assert file.with_name(file.name + "-wal").stat().st_size
    assert {each.name: _found_in(each.read_bytes()) for each in scanned} == {each.name: [] for each in scanned}


def test_after_closing_the_database_file_shows_no_canary_either(sqlite_store: SqlStore) -> None:
    _work_a_day(sqlite_store)
    sqlite_store.close()
    assert _found_in(sqlite_file(sqlite_store).read_bytes()) == []


@pytest.mark.postgres
def test_the_files_of_a_postgresql_server_show_no_canary(postgres_store: SqlStore) -> None:
    _work_a_day(postgres_store)
    with postgres_store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        folder = Path(connection.execute(text("SHOW data_directory")).scalar_one())
        connection.execute(text("CHECKPOINT"))
    files = [each for kind in ("base", "pg_wal", "log") for each in folder.rglob(f"{kind}/**/*") if each.is_file()]
    files.append(folder / "log")
    assert len(files) > 100
    assert [each for each in files if each.is_file() and _found_in(each.read_bytes())] == []


def test_the_scan_itself_finds_every_form_of_a_canary() -> None:
    """A scan that finds nothing must be known to be able to find."""
    answers = {"name": NAME, "id": NATIONAL_ID}
    forms = [
        json.dumps(answers).encode(),
        json.dumps(answers, ensure_ascii=False).encode(),
        NAME.encode("utf-16-le"),
        b"xx" + zlib.compress(NAME.encode() + NARRATIVE.encode() * 200, 1),
        b64encode(NAME.encode()),
    ]
    assert [bool(_found_in(b"head" + form + b"tail")) for form in forms] == [True] * len(forms)


def test_all_columns_with_a_citizens_data_are_sealed(sqlite_store: SqlStore) -> None:
    _work_a_day(sqlite_store)
    with sqlite_store.reading() as connection:
        for table in (
            "draft",
            "draft_change",
            "filing",
            "audit_entry",
            "audit_head",
            "ledger_entry",
            "ledger_head",
            "key_check",
        ):
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
                for column, value in row._mapping.items():
                    raw = value if isinstance(value, bytes) else str(value).encode()
                    assert _found_in(raw) == [], f"{table}.{column}"


def _work_a_day(store: Store) -> None:
    """Canaries in answers, in the history of a long and a short text, in reasons and in a filing."""
    furnished(store)
    values = {"plaintiffs": [{"last_name": NAME, "national_id": NATIONAL_ID, "address": ADDRESS}]}
    draft = replace(
        DRAFT,
        id="canary",
        number="1405-00002",
        answers=Answers(values | {"narrative": NARRATIVE * 300}),
        reasons={"some-rule@plaintiffs": REASON},
    )
    with store.begin() as transaction:
        transaction.add_draft(draft)
    for number in range(30):
        saved, change = next_revision(draft, f"{NAME} {number}")
        with store.begin() as transaction:
            transaction.save_draft(saved, change)
        draft = saved
    with store.begin() as transaction:
        transaction.add_filing(replace(filing_of(draft), reasons={"some-rule@plaintiffs": REASON}, made_at=NOON))
        transaction.append(
            replace(ledger_entry(), body={"client": NAME, "ids": [NATIONAL_ID], "facts": NARRATIVE * 300})
        )
    save_names(store, NAME)


def _found_in(raw: bytes) -> list[str]:
    """The canaries that stand in ``raw`` in any form a careless program would leave them in."""
    streams = [raw, *_inflated(raw)]
    return [each for each in CANARIES if any(form in stream for form in _forms_of(each) for stream in streams)]


def _forms_of(canary: str) -> list[bytes]:
    encoded = b64encode(canary.encode())
    return [
        canary.encode(),
        json.dumps(canary).strip('"').encode(),
        canary.encode("utf-16-le"),
        canary.encode("utf-16-be"),
        encoded[: len(encoded) // 4 * 4 - 4],
        canary.encode().hex().encode(),
    ]


def _inflated(raw: bytes) -> list[bytes]:
    """Whatever in ``raw`` was compressed without being sealed."""
    found = []
    for header in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"):
        position = raw.find(header)
        while position >= 0:
            with contextlib.suppress(zlib.error):
                found.append(zlib.decompressobj().decompress(raw[position:], 100_000))
            position = raw.find(header, position + 1)
    return found
