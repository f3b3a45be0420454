"""The last reminder of the end of a connection."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "f20c9d7b41ae"
down_revision = "e83b50f1c6d2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reminded", sa.String(length=40), nullable=False, server_default=""))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.drop_column("reminded")
