"""Consents noted by hand: the address as it was given, how, and who noted it; the order of their register."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "5d1f0c8e27ab"
down_revision = "a93c40b7e2d1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("email", sa.String(length=254), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("manner", sa.String(length=10), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("recorded_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_consents_recorded_by"), "users", ["recorded_by"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_index("ix_consents_list", ["workspace_id", "id"], unique=False)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index("ix_consents_list")
        batch_op.drop_constraint(batch_op.f("fk_consents_recorded_by"), type_="foreignkey")
        batch_op.drop_column("recorded_by")
        batch_op.drop_column("manner")
        batch_op.drop_column("email")
