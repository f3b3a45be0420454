"""Pause, hours and calendar of a workspace; short links and their visits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "bbe47aacd391"
down_revision = "c4d81b60f7e2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "links",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("target", sa.String(length=500), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["content_id"], ["contents.id"], name=op.f("fk_links_content_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_links_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("code", name=op.f("uq_links_code")),
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_content_id"), ["content_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "link_days",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_link_days_link_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_days")),
        sa.UniqueConstraint("link_id", "day", name=op.f("uq_link_days_link_id_day")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("figures_by", sa.String(length=10), nullable=False, server_default="network"))

    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paused_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("calendar_key", sa.String(length=64), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("best_hours", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.drop_column("best_hours")
        batch_op.drop_column("calendar_key")
        batch_op.drop_column("paused_at")

    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_column("figures_by")

    op.drop_table("link_days")
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_links_workspace_id"))
        batch_op.drop_index(batch_op.f("ix_links_content_id"))

    op.drop_table("links")
