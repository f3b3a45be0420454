"""Keep, sealed, whom an erasure is about until it is over: a worker carries it out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "8c3e1f7ab240"
down_revision = "f4a6e1d92b70"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("erasures", sa.Column("sealed_about", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("erasures", "sealed_about")
