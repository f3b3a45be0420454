"""The public address a create call was answered with, beside its URN."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c41f8e2a70d9"
down_revision = "a4d19c72e0b5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("delivery_attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("url", sa.String(length=300), nullable=False, server_default=""))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("delivery_attempts", schema=None) as batch_op:
        batch_op.drop_column("url")
