"""Keep what touches the safety of an account, and write to a person whatever her workspaces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "3c9d51e07ab4"
down_revision = "e5a17c09d3b4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "account_changes",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_account_changes_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_changes")),
    )
    op.create_index("ix_account_changes_user_id", "account_changes", ["user_id"])
    op.create_index("ix_account_changes_created_at", "account_changes", ["created_at"])
    _let_go("domain_events", nullable=True)
    _let_go("mails", nullable=True)


def downgrade() -> None:
    """Go back."""
    for table in ("mails", "domain_events"):
        op.execute(f"DELETE FROM {table} WHERE workspace_id IS NULL")  # noqa: S608  # names of ours
        _let_go(table, nullable=False)
    op.drop_table("account_changes")


def _let_go(table: str, *, nullable: bool) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column("workspace_id", existing_type=sa.Integer(), nullable=nullable)
