"""The language of a person, and of a mail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a4d19c72e0b5"
down_revision = "c6a1f08b52d7"
branch_labels = None
depends_on = None

TABLES = ("users", "mails")


def upgrade() -> None:
    """Apply."""
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("language", sa.String(length=2), nullable=False, server_default="fr"))


def downgrade() -> None:
    """Take back."""
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("language")
