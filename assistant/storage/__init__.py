"""The store on disk: SQLite or PostgreSQL, sealed answers, an audit chain, backups."""

from assistant.storage.backups import backup
from assistant.storage.errors import StoreRefused
from assistant.storage.key_file import add_key, create_key_file
from assistant.storage.opening import open_store
from assistant.storage.restoring import RestoreReport, restore
from assistant.storage.sql_store import SqlStore, StoreHealth

__all__ = [
    "RestoreReport",
    "SqlStore",
    "StoreHealth",
    "StoreRefused",
    "add_key",
    "backup",
    "create_key_file",
    "open_store",
    "restore",
]
