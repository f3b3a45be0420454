"""Let each order of the gallery follow an index."""

from __future__ import annotations

from alembic import op

revision = "c4d81b60f7e2"
down_revision = "825622cdd311"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_contents_newest": ["workspace_id", "id"],
    "ix_contents_best": ["workspace_id", "score", "id"],
    "ix_contents_best_of_state": ["workspace_id", "state", "score", "id"],
}


def upgrade() -> None:
    for name, columns in INDEXES.items():
        op.create_index(name, "contents", columns)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "contents")
