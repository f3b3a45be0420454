"""What names somebody may be emptied in the journal of activity, once her account is gone; nothing else changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "f4a6e1d92b70"
down_revision = "c58e1d9f7b34"
branch_labels = None
depends_on = None

_NAMES = ("subject", "by_name", "address")
_SAME = ("id", "workspace_id", "person_id", "kind", "detail", "by_id", "door", "happened_at")
_EMPTIES = " AND ".join(f"(NEW.{name} = OLD.{name} OR NEW.{name} = '')" for name in _NAMES)
_EMPTIES += " AND ({})".format(" OR ".join(f"NEW.{name} <> OLD.{name}" for name in _NAMES))
_REFUSED = "'audit_lines is append-only'"


def upgrade() -> None:
    """Apply."""
    if op.get_bind().dialect.name == "sqlite":
        same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in _SAME)
        _sqlite(f"WHEN NOT ({same} AND {_EMPTIES}) ")
    else:
        same = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in _SAME)
        _postgresql(f"IF TG_OP = 'UPDATE' AND {same} AND {_EMPTIES} THEN RETURN NEW; END IF; ")


def downgrade() -> None:
    """Take back."""
    if op.get_bind().dialect.name == "sqlite":
        _sqlite("")
    else:
        _postgresql("")


def _sqlite(unless: str) -> None:
    op.execute("DROP TRIGGER audit_lines_no_update")
    op.execute(
        f"CREATE TRIGGER audit_lines_no_update BEFORE UPDATE ON audit_lines {unless}"
        f"BEGIN SELECT RAISE(ABORT, {_REFUSED}); END"
    )


def _postgresql(unless: str) -> None:
    op.execute(
        sa.text(
            "CREATE OR REPLACE FUNCTION audit_lines_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608  # our words
            "IF TG_OP = 'DELETE' AND (OLD.happened_at <= (now() AT TIME ZONE 'utc') - interval '730 days' "
            "OR NOT EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) "
            "AND NOT EXISTS (SELECT 1 FROM users WHERE id = OLD.person_id)) "
            f"THEN RETURN OLD; END IF; {unless}"
            f"RAISE EXCEPTION {_REFUSED}; END $$"
        )
    )
