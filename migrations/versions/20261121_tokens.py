"""Say what a token may do, until when, and when it was last used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c41f7e0a92d5"
down_revision = "0f6d2b91c7ea"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("api_tokens") as table:
        table.add_column(sa.Column("name", sa.String(80), nullable=False, server_default=""))
        # What exists already keeps every right.
        table.add_column(sa.Column("scopes", sa.JSON(), nullable=False, server_default='["all"]'))
        table.add_column(sa.Column("expires_at", sa.DateTime()))
        table.add_column(sa.Column("last_used_on", sa.Date()))


def downgrade() -> None:
    with op.batch_alter_table("api_tokens") as table:
        for name in ("last_used_on", "expires_at", "scopes", "name"):
            table.drop_column(name)
