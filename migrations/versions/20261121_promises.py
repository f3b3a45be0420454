"""The moment a delivery is late from; an index for the private addresses of calendars."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d15c7e0a94b3"
down_revision = "bbe47aacd391"
branch_labels = None
depends_on = None

# What was computed until now, in the same order: the plan, an earlier date of the content, an earlier try, and over
# all of them the last time its owner said that there was nothing to see.
FILL = (
    "UPDATE deliveries SET promised_at = scheduled_at",
    """UPDATE deliveries SET promised_at = (SELECT CASE WHEN c.planned_at > deliveries.undo_until THEN c.planned_at
    ELSE deliveries.undo_until END FROM contents c WHERE c.id = deliveries.content_id)
    WHERE undo_until < promised_at AND EXISTS (SELECT 1 FROM contents c WHERE c.id = deliveries.content_id
    AND c.planned_at IS NOT NULL AND c.planned_at < deliveries.promised_at)""",
    """UPDATE deliveries SET promised_at = (SELECT min(a.started_at) FROM delivery_attempts a
    WHERE a.delivery_id = deliveries.id) WHERE EXISTS (SELECT 1 FROM delivery_attempts a
    WHERE a.delivery_id = deliveries.id AND a.started_at < deliveries.promised_at)""",
    """UPDATE deliveries SET promised_at = (SELECT max(a.answered_at) FROM delivery_attempts a
    WHERE a.delivery_id = deliveries.id AND a.outcome = 'owner_says_absent') WHERE EXISTS
    (SELECT 1 FROM delivery_attempts a WHERE a.delivery_id = deliveries.id AND a.outcome = 'owner_says_absent'
    AND a.answered_at IS NOT NULL)""",
)


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("promised_at", sa.DateTime(), nullable=True))
    for statement in FILL:
        op.execute(statement)
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.alter_column("promised_at", existing_type=sa.DateTime(), nullable=False)
        batch_op.create_index("ix_deliveries_promised", ["state", "promised_at"], unique=False)
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workspaces_calendar_key"), ["calendar_key"], unique=False)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_workspaces_calendar_key"))
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_deliveries_promised")
        batch_op.drop_column("promised_at")
