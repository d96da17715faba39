"""PostgreSQL for many offices: the same code, row locks instead of one writer."""

from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from assistant.storage.errors import CannotConnect, LoweredSync

_SESSION_SETTINGS = {
    "synchronous_commit": "on",
    "lock_timeout": "5s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}
_DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


def open_engine(url: URL) -> Engine:
    """An engine on a server that keeps what it commits, or a refusal."""
    where = url.render_as_string(hide_password=True)
    options = " ".join(f"-c {name}={value}" for name, value in _SESSION_SETTINGS.items())
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=8,
        max_overflow=8,
        pool_timeout=5,
        pool_pre_ping=True,  # a restarted server is noticed before the act begins
        hide_parameters=True,  # parameters may hold personal data
        connect_args={"connect_timeout": 5, "options": options},
    )
    try:
        with engine.connect() as connection:
            for name, wanted in _DURABLE.items():
                actual = connection.execute(text(f"SHOW {name}")).scalar_one()
                if actual != wanted:
                    raise LoweredSync(where, name, wanted, actual)
    except DBAPIError as failed:
        engine.dispose()
        raise CannotConnect(where, type(failed.orig).__name__) from failed
    return engine
