"""Invitations, offers of ownership; a role nobody knows any more becomes the smallest one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a93c40b7e2d1"
down_revision = "d3a95c0e71fb"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "invitations",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("invited_by", sa.Integer(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("mailed_at", sa.DateTime(), nullable=True),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invited_by"], ["users.id"], name=op.f("fk_invitations_invited_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_invitations_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_invitations_fingerprint")),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_workspace_id"), ["workspace_id"], unique=False)
    op.create_table(
        "ownership_offers",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"], ["users.id"], name=op.f("fk_ownership_offers_from_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["to_id"], ["users.id"], name=op.f("fk_ownership_offers_to_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_ownership_offers_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ownership_offers")),
        sa.UniqueConstraint("workspace_id", name=op.f("uq_ownership_offers_workspace_id")),
    )
    # Every known role keeps its name and its people; only its permissions are said anew.
    op.execute(
        "UPDATE memberships SET role = 'analyst' WHERE role NOT IN ('owner', 'manager', 'editor', 'analyst', 'client')"
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("ownership_offers")
    op.drop_table("invitations")
