"""0003: what each filing was checked against."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "manifest_item",
        sa.Column("manifest_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("item_id", sa.String(128), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("manifest_id", "kind", "item_id", name="pk_manifest_item"),
    )
    op.create_index("ix_manifest_item_item_id", "manifest_item", ["item_id"])
    op.add_column("filing", sa.Column("manifest_id", sa.String(32), nullable=True))
    op.create_index("ix_filing_manifest_id", "filing", ["manifest_id"])


def downgrade() -> None:
    raise NotImplementedError("take the backup made before the update instead")
