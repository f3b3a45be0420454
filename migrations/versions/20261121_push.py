"""Notices on a person's own phone: her browsers, what waits to be shown there, and what she answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "b7e3f5a91c28"
down_revision = "c41f8e2a70d9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("notification_choices", schema=None) as batch_op:
        batch_op.add_column(sa.Column("push_answered_at", sa.DateTime(), nullable=True))
    op.create_table(
        "push_subscriptions",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("public_key", sa.String(length=100), nullable=False),
        sa.Column("secret", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_used_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        _owner("push_subscriptions", "user_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_subscriptions")),
        sa.UniqueConstraint("endpoint", name=op.f("uq_push_subscriptions_endpoint")),
    )
    with op.batch_alter_table("push_subscriptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_push_subscriptions_user_id"), ["user_id"], unique=False)
    _create_notices()


def _owner(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def _create_notices() -> None:
    op.create_table(
        "push_notices",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=140), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=80), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        _owner("push_notices", "workspace_id", "workspaces"),
        _owner("push_notices", "subscription_id", "push_subscriptions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_notices")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_push_notices_dedupe_key")),
    )
    with op.batch_alter_table("push_notices", schema=None) as batch_op:
        batch_op.create_index("ix_push_notices_due", ["state", "next_try_at"], unique=False)
        for column in ("workspace_id", "subscription_id", "created_at"):
            batch_op.create_index(batch_op.f(f"ix_push_notices_{column}"), [column], unique=False)


def downgrade() -> None:
    """Take back."""
    for table in ("push_notices", "push_subscriptions"):
        op.drop_table(table)
    with op.batch_alter_table("notification_choices", schema=None) as batch_op:
        batch_op.drop_column("push_answered_at")
