"""The questions that passkeys answered: each is answered once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c58e1d9f7b34"
down_revision = "d17b90e3c5a8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "spent_challenges",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("spent_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spent_challenges")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_spent_challenges_fingerprint")),
    )
    op.create_index(op.f("ix_spent_challenges_spent_at"), "spent_challenges", ["spent_at"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("spent_challenges")
