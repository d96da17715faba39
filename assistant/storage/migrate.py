"""Brings the tables of an opened database to the present schema, in one transaction."""

from sqlalchemy import Connection, Engine, inspect, text

from assistant.storage.errors import NewerDatabase
from assistant.storage.schema import SCHEMA_REVISION

_POSTGRES_LOCK = 0x64616466


def bring_up_to_date(engine: Engine, where: str) -> None:
    with engine.connect() as connection:
        if revision_of(connection) == SCHEMA_REVISION:
            return
    with engine.execution_options(writes=True).begin() as connection:
        take_turns(connection)
        if revision_of(connection) != SCHEMA_REVISION:
            _upgrade(connection, where)


def take_turns(connection: Connection) -> None:
    """Two programs that open a new database at once do it one after the other; SQLite has only one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRES_LOCK})


def revision_of(connection: Connection) -> str | None:
    """The schema revision the database stands at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, where: str) -> None:
    from alembic import command  # costs 0.2 s, so only when there is something to do
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "assistant.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    current = revision_of(connection)
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise NewerDatabase(where, current)
    command.upgrade(config, "head")
