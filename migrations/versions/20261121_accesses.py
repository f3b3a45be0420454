"""When a connection was lost, looked at and renewed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e83b50f1c6d2"
down_revision = "5e2c9a7d41f0"
branch_labels = None
depends_on = None

COLUMNS = ("lost_at", "checked_at", "renewed_at")


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        for name in COLUMNS:
            batch_op.add_column(sa.Column(name, sa.DateTime(), nullable=True))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        for name in COLUMNS:
            batch_op.drop_column(name)
