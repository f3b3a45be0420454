"""What people are told, how they want it, and pictures that go with mails."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "8a14f3b0c6d2"
down_revision = "5e0b7d93c1fa"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.add_column(sa.Column("user_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("is_sealed", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_foreign_key(batch_op.f("fk_mails_user_id"), "users", ["user_id"], ["id"], ondelete="SET NULL")
        batch_op.create_index("ix_mails_told", ["user_id", "workspace_id", "kind", "created_at"], unique=False)
    # What was sent is not kept.
    op.execute("UPDATE mails SET text = '', html = '' WHERE state = 'sent'")
    op.create_table(
        "mail_pictures",
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mails.id"], name=op.f("fk_mail_pictures_mail_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_pictures")),
    )
    with op.batch_alter_table("mail_pictures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_pictures_mail_id"), ["mail_id"], unique=False)
    _create_notifications()
    _create_choices()


def _owner(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def _create_notifications() -> None:
    op.create_table(
        "notifications",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        _owner("notifications", "workspace_id", "workspaces"),
        _owner("notifications", "user_id", "users"),
        _owner("notifications", "content_id", "contents"),
        _owner("notifications", "campaign_id", "campaigns"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notifications")),
        sa.UniqueConstraint("user_id", "dedupe_key", name=op.f("uq_notifications_user_id_dedupe_key")),
    )
    with op.batch_alter_table("notifications", schema=None) as batch_op:
        batch_op.create_index("ix_notifications_list", ["user_id", "workspace_id", "id"], unique=False)
        batch_op.create_index("ix_notifications_unread", ["user_id", "workspace_id", "read_at"], unique=False)
        for column in ("workspace_id", "content_id", "campaign_id", "created_at"):
            batch_op.create_index(batch_op.f(f"ix_notifications_{column}"), [column], unique=False)


def _create_choices() -> None:
    op.create_table(
        "notification_choices",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False),
        sa.Column("quiet_to", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        _owner("notification_choices", "workspace_id", "workspaces"),
        _owner("notification_choices", "user_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification_choices")),
        sa.UniqueConstraint("user_id", "workspace_id", name=op.f("uq_notification_choices_user_id_workspace_id")),
    )
    with op.batch_alter_table("notification_choices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notification_choices_workspace_id"), ["workspace_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    for table in ("notification_choices", "notifications", "mail_pictures"):
        op.drop_table(table)
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.drop_index("ix_mails_told")
        batch_op.drop_constraint(batch_op.f("fk_mails_user_id"), type_="foreignkey")
        batch_op.drop_column("is_sealed")
        batch_op.drop_column("user_id")
