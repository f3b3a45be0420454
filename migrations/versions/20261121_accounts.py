"""Several accounts per workspace, each a person's or a page's; one living delivery per content and account."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "5e0b7d93c1fa"
down_revision = "f20c9d7b41ae"
branch_labels = None
depends_on = None

LIVING = "state IN ('scheduled', 'sending', 'unconfirmed', 'blocked', 'published')"
# A second plan of the same content on the same account was never meant to leave.
CANCEL_REPEATS = """UPDATE deliveries SET state = 'cancelled', reason = '' WHERE state IN ('scheduled', 'blocked')
AND EXISTS (SELECT 1 FROM deliveries o WHERE o.content_id = deliveries.content_id
AND o.connection_id = deliveries.connection_id AND o.id <> deliveries.id
AND (o.state IN ('sending', 'unconfirmed', 'published')
OR o.state IN ('scheduled', 'blocked') AND o.id < deliveries.id))"""


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=10), nullable=False, server_default="person"))
        batch_op.add_column(sa.Column("is_target", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.alter_column("kind", server_default=None)
        batch_op.alter_column("is_target", server_default=None)
    op.execute(CANCEL_REPEATS)
    where = sa.text(LIVING)
    op.create_index(
        "uq_deliveries_living", "deliveries", ["content_id", "connection_id"], unique=True,
        sqlite_where=where, postgresql_where=where,
    )  # fmt: skip


def downgrade() -> None:
    """Take back."""
    op.drop_index("uq_deliveries_living", table_name="deliveries")
    with op.batch_alter_table("connections", schema=None) as batch_op:
        batch_op.drop_column("is_target")
        batch_op.drop_column("kind")
