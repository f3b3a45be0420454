"""A workspace's logo, and the hours it is open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c6a1f08b52d7"
down_revision = "8a14f3b0c6d2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("logo_key", sa.String(length=160), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("hours", sa.String(length=200), nullable=False, server_default=""))
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.alter_column("logo_key", server_default=None)
        batch_op.alter_column("hours", server_default=None)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.drop_column("hours")
        batch_op.drop_column("logo_key")
