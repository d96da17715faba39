"""The store of an office for a command, or the end of the command with what is wrong and what comes next."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from assistant.app import Settings, is_set_up, open_office_store
from assistant.cli.output import clean_errors, stop
from assistant.storage.errors import KeyFileMissing, StoreRefused
from assistant.storage.key_file import create_key_file
from assistant.storage.sql_store import SqlStore


@contextmanager
def office_store(settings: Settings) -> Iterator[SqlStore]:
    """Closed again afterwards."""
    with clean_errors(StoreRefused):
        refuse_without_office(settings)
        with closing(open_office_store(settings)) as store:
            yield store


def refuse_without_office(settings: Settings) -> None:
    """Before ``init`` there is neither a database nor a key: that is not a lost key."""
    if not settings.database_url and not settings.key_file.exists() and not is_set_up(settings):
        stop(f"هنوز دفتری در {settings.data_folder} ساخته نشده است. نخست: dadkhastyar init")


@contextmanager
def key_of_new_office(settings: Settings) -> Iterator[None]:
    """Makes the key file; takes it away again where the database turns out to be sealed with another."""
    if settings.key_file.exists():
        yield
        return
    with clean_errors(StoreRefused):
        if not settings.database_url and is_set_up(settings):
            raise KeyFileMissing(settings.key_file)
        settings.data_folder.mkdir(parents=True, exist_ok=True)
        create_key_file(settings.key_file)
    try:
        with closing(open_office_store(settings)):
            pass
    except StoreRefused as refused:
        settings.key_file.unlink()
        stop(str(refused))
    yield
