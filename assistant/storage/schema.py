"""The tables. Columns named ``sealed_…`` hold ciphertext; everything else holds no citizen's data.

Changing a table here needs a step in ``migrations/versions`` and a new SCHEMA_REVISION; a test compares both.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

SCHEMA_REVISION = "0003"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def time_text(at: datetime) -> str:
    """One fixed-width text of a moment, the same in both databases and in the audit chain. Refuses naive times."""
    if at.tzinfo is None:
        raise ValueError("a time without its zone cannot be stored")
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC datetime as sortable text."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else time_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


office = Table(
    "office",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("number", String(32), nullable=False),
    Column("province", String(16), nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(128), nullable=False, unique=True),
    Column("full_name", Text, nullable=False),
    Column("role", String(32), nullable=False),
    Column("office_id", ForeignKey("office.id")),  # null: belongs to no office
    Column("password_hash", Text, nullable=False),
    Column("is_disabled", Boolean, nullable=False),
    Column("epoch", Integer, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("office_id", String(64), nullable=False),
    Column("user_epoch", Integer, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
    Column("is_revoked", Boolean, nullable=False),
)

attempt = Table(
    "login_attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(128), nullable=False),
    Column("at", UtcTime, nullable=False, index=True),
    Index(None, "key", "at"),
)

draft = Table(
    "draft",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", String(16), nullable=False),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("owner_id", ForeignKey("person.id"), nullable=False),
    Column("template_id", String(64), nullable=False),
    Column("template_version", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("filing_date", Date, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("changed", UtcTime, nullable=False),
    Column("submitted_steps", Text, nullable=False),
    Column("is_archived", Boolean, nullable=False),
    Column("sealed_answers", LargeBinary, nullable=False),
    Column("sealed_reasons", LargeBinary, nullable=False),
    UniqueConstraint("office_id", "number"),
    Index(None, "office_id", "changed"),
)

draft_counter = Table(
    "draft_counter",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("jalali_year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

change = Table(
    "draft_change",
    metadata,
    Column("draft_id", ForeignKey("draft.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("user_id", ForeignKey("person.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("sealed_change", LargeBinary, nullable=False),
)

filing = Table(
    "filing",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", String(32), nullable=False),
    Column("draft_id", ForeignKey("draft.id"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("draft_revision", Integer, nullable=False),
    Column("template_id", String(64), nullable=False),
    Column("template_version", String(64), nullable=False),
    Column("library_version", String(128), nullable=False),
    Column("content_hash", String(128), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("made_by", ForeignKey("person.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("filing_date", Date, nullable=False),
    Column("sealed_answers", LargeBinary, nullable=False),
    Column("sealed_findings", LargeBinary, nullable=False),  # finding keys and the reasons given
    Column("manifest_id", String(32), nullable=True, index=True),  # none for filings older than manifests
    UniqueConstraint("office_id", "number"),
)

manifest_item = Table(
    "manifest_item",
    metadata,
    Column("manifest_id", String(32), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("item_id", String(128), primary_key=True, index=True),
    Column("version", String(64), nullable=False),
)

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String(27), nullable=False),  # exactly the text that is hashed
    Column("user_id", String(64), nullable=False),
    Column("office_id", String(64), nullable=False),
    Column("act", String(64), nullable=False),
    Column("object_id", String(128), nullable=False),
    Column("detail", Text, nullable=False),  # exactly the text that is hashed
    Column("hash", String(64), nullable=False),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("number", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("seal", LargeBinary, nullable=False),  # number and hash under the office key
)

ledger_entry = Table(
    "ledger_entry",
    metadata,
    Column("book", String(32), primary_key=True),
    Column("office_id", String(64), primary_key=True),  # '' for the whole installation
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String(27), nullable=False),  # exactly the text that is hashed
    Column("user_id", String(64), nullable=False),
    Column("subject_id", String(128), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("sealed_body", LargeBinary, nullable=False),  # the body and the hash: a bare hash would confirm a guess
    Index(None, "book", "office_id", "subject_id", "number"),
)

ledger_head = Table(
    "ledger_head",
    metadata,
    Column("book", String(32), primary_key=True),
    Column("office_id", String(64), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("sealed_head", LargeBinary, nullable=False),  # number and hash under the office key
)

key_check = Table(
    "key_check",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("seal", LargeBinary, nullable=False),  # opens only with the key of this number
)
