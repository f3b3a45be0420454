"""Keep each try of a message to a program, with what it answered and how long it took."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d17b90e3c5a8"
down_revision = "b7c05d19e4a2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "webhook_attempts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace_id", sa.Integer(), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
        sa.Column("message_id", sa.Integer(), sa.ForeignKey("webhook_messages.id", ondelete="CASCADE"),
                  nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("status", sa.Integer()),
        sa.Column("excerpt", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
    )  # fmt: skip
    op.create_index("ix_webhook_attempts_workspace_id", "webhook_attempts", ["workspace_id"])
    op.create_index("ix_webhook_attempts_log", "webhook_attempts", ["message_id", "id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("webhook_attempts")
