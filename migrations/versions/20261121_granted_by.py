"""Who opened an account of a network that may ask to forget her: the fingerprint of the number it knows her by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e8b24d6f3c19"
down_revision = "5d1f0c8e27ab"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("granted_by", sa.String(length=64), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_connections_granted_by"), ["granted_by"], unique=False)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_connections_granted_by"))
        batch_op.drop_column("granted_by")
