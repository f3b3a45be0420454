"""The incidents of closed workspaces, which the law has kept five years."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "b7c05d19e4a2"
down_revision = "e8b24d6f3c19"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "kept_incidents",
        sa.Column("workspace_name", sa.String(length=120), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.Column("concerned", sa.Text(), nullable=False),
        sa.Column("circumstances", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("people_count", sa.Integer(), nullable=True),
        sa.Column("sensitivity", sa.String(length=6), nullable=False),
        sa.Column("harm", sa.String(length=6), nullable=False),
        sa.Column("likelihood", sa.String(length=6), nullable=False),
        sa.Column("risk", sa.Text(), nullable=False),
        sa.Column("authority_told_on", sa.Date(), nullable=True),
        sa.Column("people_told_on", sa.Date(), nullable=True),
        sa.Column("notices", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_incidents")),
    )
    op.create_index("ix_kept_incidents_list", "kept_incidents", ["known_on", "id"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_kept_incidents_list", table_name="kept_incidents")
    op.drop_table("kept_incidents")
