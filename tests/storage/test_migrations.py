"""The migrations make exactly the tables the program knows, whole or not at all."""

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from assistant.storage import SqlStore, open_store, sqlite
from assistant.storage.data_folder import DATABASE_NAME
from assistant.storage.schema import SCHEMA_REVISION, metadata
from tests.storage.samples import furnished, last_name_in, ledger_entry


def test_the_migrated_tables_are_those_of_the_schema(database: SqlStore) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _is_ours})
        assert compare_metadata(context, metadata) == []


def test_the_schema_revision_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "assistant.storage:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_REVISION


def test_a_migration_that_breaks_off_leaves_nothing_behind(
    tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    with monkeypatch.context() as patched:
        patched.setattr("alembic.op.execute", _break_off)
        with pytest.raises(KeyboardInterrupt):
            open_store(None, folder, key_file)
    engine = sqlite.open_engine(folder / DATABASE_NAME)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    store = open_store(None, folder, key_file)
    furnished(store)
    assert last_name_in(store)
    store.close()


def test_a_database_of_the_first_version_is_brought_up_to_date_with_all_its_data(
    data_folder: Path, key_file: Path
) -> None:
    store = open_store(None, data_folder, key_file)
    furnished(store)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE ledger_entry")  # its triggers go with it
        connection.exec_driver_sql("DROP TABLE ledger_head")
        connection.exec_driver_sql("DROP TABLE manifest_item")
        connection.exec_driver_sql("DROP INDEX ix_filing_manifest_id")
        connection.exec_driver_sql("ALTER TABLE filing DROP COLUMN manifest_id")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    store.close()
    store = open_store(None, data_folder, key_file)
    assert last_name_in(store)
    with store.begin() as transaction:
        transaction.append(ledger_entry())
    assert [each.is_intact for each in store.verify_ledgers()] == [True]
    store.close()


def test_programs_that_open_a_new_database_at_once_all_find_it_ready(tmp_path: Path, key_file: Path) -> None:
    for number in range(5):
        _open_at_once(None, tmp_path / f"data-{number}", key_file)


@pytest.mark.postgres
def test_programs_that_open_a_new_postgresql_database_at_once_all_find_it_ready(
    postgres_url: str, tmp_path: Path, key_file: Path
) -> None:
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("CREATE DATABASE opened_at_once")
    _open_at_once(postgres_url.replace("/postgres?", "/opened_at_once?"), tmp_path, key_file)


def _open_at_once(url: str | None, folder: Path, key_file: Path) -> None:
    stores: list[SqlStore] = []
    threads = [threading.Thread(target=lambda: stores.append(open_store(url, folder, key_file))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.verify_audit().is_intact for each in stores] == [True] * 4
    for store in stores:
        store.close()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in metadata.tables


def _break_off(*_: object) -> None:
    raise KeyboardInterrupt
