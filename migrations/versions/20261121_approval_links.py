"""Links that approve from a mail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "5e2c9a7d41f0"
down_revision = "d15c7e0a94b3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "approval_links",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("used_for", sa.String(length=10), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_approval_links_workspace_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name=op.f("fk_approval_links_content_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_approval_links_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_links")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_approval_links_fingerprint")),
    )
    with op.batch_alter_table("approval_links", schema=None) as batch_op:
        batch_op.create_index("ix_approval_links_asked", ["content_id", "user_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_approval_links_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_approval_links_user_id"), ["user_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_approval_links_workspace_id"), ["workspace_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_table("approval_links")
