"""The journal of activity, that the database itself keeps as it was written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e5a17c09d3b4"
down_revision = "b7e3f5a91c28"
branch_labels = None
depends_on = None

# A line goes after two years, or with its workspace or its person.
APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER audit_lines_no_update BEFORE UPDATE ON audit_lines "
        "BEGIN SELECT RAISE(ABORT, 'audit_lines is append-only'); END",
        "CREATE TRIGGER audit_lines_no_delete BEFORE DELETE ON audit_lines "
        "WHEN OLD.happened_at > datetime('now', '-730 days') "
        "AND (EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) "
        "OR EXISTS (SELECT 1 FROM users WHERE id = OLD.person_id)) "
        "BEGIN SELECT RAISE(ABORT, 'audit_lines is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_lines_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'DELETE' AND (OLD.happened_at <= (now() AT TIME ZONE 'utc') - interval '730 days' "
        "OR NOT EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) "
        "AND NOT EXISTS (SELECT 1 FROM users WHERE id = OLD.person_id)) "
        "THEN RETURN OLD; END IF; "
        "RAISE EXCEPTION 'audit_lines is append-only'; END $$",
        "CREATE TRIGGER audit_lines_append_only BEFORE UPDATE OR DELETE ON audit_lines "
        "FOR EACH ROW EXECUTE FUNCTION audit_lines_append_only()",
    ),
}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "audit_lines",
        sa.Column("workspace_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=254), nullable=False),
        sa.Column("detail", sa.String(length=120), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("by_name", sa.String(length=254), nullable=False),
        sa.Column("door", sa.String(length=10), nullable=False),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(workspace_id IS NULL) != (person_id IS NULL)", name=op.f("ck_audit_lines_of_one")),
        sa.ForeignKeyConstraint(["person_id"], ["users.id"], name=op.f("fk_audit_lines_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_audit_lines_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_lines")),
    )
    with op.batch_alter_table("audit_lines", schema=None) as batch_op:
        batch_op.create_index("ix_audit_lines_workspace", ["workspace_id", "id"], unique=False)
        batch_op.create_index("ix_audit_lines_person", ["person_id", "id"], unique=False)
        batch_op.create_index("ix_audit_lines_happened_at", ["happened_at"], unique=False)
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Take back."""
    op.drop_table("audit_lines")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_lines_append_only()")
