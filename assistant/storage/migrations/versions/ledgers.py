"""0002: the ledgers, and the triggers that keep them append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_REFUSAL = "the ledgers are append-only"


def upgrade() -> None:
    op.create_table(
        "ledger_entry",
        sa.Column("book", sa.String(32), nullable=False),
        sa.Column("office_id", sa.String(64), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("subject_id", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("sealed_body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("book", "office_id", "number", name="pk_ledger_entry"),
    )
    op.create_index(
        "ix_ledger_entry_book_office_id_subject_id_number",
        "ledger_entry",
        ["book", "office_id", "subject_id", "number"],
    )
    op.create_table(
        "ledger_head",
        sa.Column("book", sa.String(32), nullable=False),
        sa.Column("office_id", sa.String(64), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("sealed_head", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("book", "office_id", name="pk_ledger_head"),
    )
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_triggers()
    else:
        _postgres_triggers()


def _sqlite_triggers() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER ledger_entry_no_{act.lower()} BEFORE {act} ON ledger_entry "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )


def _postgres_triggers() -> None:
    op.execute(
        "CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()"
    )


def downgrade() -> None:
    raise NotImplementedError("take the backup made before the update instead")
