"""Find prospects by e-mail and by town without reading them all."""

from __future__ import annotations

from alembic import op

revision = "b7f20c41d9ae"
down_revision = "4d83044d6e70"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_leads_same_email", "leads", ["workspace_id", "email"])
    op.create_index("ix_leads_same_town", "leads", ["workspace_id", "city"])


def downgrade() -> None:
    op.drop_index("ix_leads_same_town", "leads")
    op.drop_index("ix_leads_same_email", "leads")
