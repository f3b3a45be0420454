"""Keep a publication's versions, decisions, cost and picture; own publications, variants, rules of approval."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "825622cdd311"
down_revision = "b7f20c41d9ae"
branch_labels = None
depends_on = None

FIRST_VERSIONS = """
INSERT INTO content_versions
  (content_id, number, cause, wish, text, hashtags, alt_text, writer, prompt_version, score, by_id, made_at)
SELECT id, 1, 'written', '', text, hashtags, alt_text, writer, '', score, NULL, created_at FROM contents
"""
# A line goes only with its whole workspace.
APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER content_decisions_no_update BEFORE UPDATE ON content_decisions "
        "BEGIN SELECT RAISE(ABORT, 'content_decisions is append-only'); END",
        "CREATE TRIGGER content_decisions_no_delete BEFORE DELETE ON content_decisions "
        "WHEN EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) "
        "BEGIN SELECT RAISE(ABORT, 'content_decisions is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION content_decisions_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) "
        "THEN RETURN OLD; END IF; "
        "RAISE EXCEPTION 'content_decisions is append-only'; END $$",
        "CREATE TRIGGER content_decisions_append_only BEFORE UPDATE OR DELETE ON content_decisions "
        "FOR EACH ROW EXECUTE FUNCTION content_decisions_append_only()",
    ),
}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "content_decisions",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("by_name", sa.String(length=254), nullable=False),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.String(length=120), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_content_decisions_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_decisions")),
    )
    with op.batch_alter_table("content_decisions", schema=None) as batch_op:
        batch_op.create_index("ix_content_decisions_content", ["content_id", "id"], unique=False)
        batch_op.create_index("ix_content_decisions_workspace", ["workspace_id", "id"], unique=False)

    op.create_table(
        "kept_answers",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_kept_answers_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_answers")),
        sa.UniqueConstraint("workspace_id", "fingerprint", name=op.f("uq_kept_answers_workspace_id_fingerprint")),
    )
    with op.batch_alter_table("kept_answers", schema=None) as batch_op:
        batch_op.create_index("ix_kept_answers_kept_at", ["kept_at"], unique=False)

    op.create_table(
        "content_versions",
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=12), nullable=False),
        sa.Column("wish", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("hashtags", sa.JSON(), nullable=False),
        sa.Column("alt_text", sa.String(length=500), nullable=False),
        sa.Column("writer", sa.String(length=20), nullable=False),
        sa.Column("prompt_version", sa.String(length=80), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_content_versions_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name=op.f("fk_content_versions_content_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_versions")),
        sa.UniqueConstraint("content_id", "number", name=op.f("uq_content_versions_content_id_number")),
    )
    op.create_table(
        "model_calls",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("writing_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("model", sa.String(length=60), nullable=False),
        sa.Column("prompt_version", sa.String(length=80), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("is_cached", sa.Boolean(), nullable=False),
        sa.Column("prompt_tokens", sa.Integer(), nullable=False),
        sa.Column("output_tokens", sa.Integer(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.Column("latency_ms", sa.Integer(), nullable=False),
        sa.Column("called_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_model_calls_workspace_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["writing_id"], ["writings.id"], name=op.f("fk_model_calls_writing_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_calls")),
    )
    with op.batch_alter_table("model_calls", schema=None) as batch_op:
        batch_op.create_index("ix_model_calls_workspace", ["workspace_id", "called_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_model_calls_writing_id"), ["writing_id"], unique=False)

    with op.batch_alter_table("contents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("title", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("picture_kind", sa.String(length=10), nullable=False, server_default="drawn"))
        batch_op.add_column(sa.Column("picture_note", sa.String(length=40), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("prompt_version", sa.String(length=80), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("intention", sa.String(length=15), nullable=False, server_default="presentation"))
        batch_op.add_column(sa.Column("occasion", sa.String(length=30), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("tone", sa.String(length=10), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("variant_of", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("planned_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("first_approved_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("first_approved_by", sa.Integer(), nullable=True))
        batch_op.alter_column("campaign_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.alter_column("lead_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_index(batch_op.f("ix_contents_variant_of"), ["variant_of"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_contents_first_approved_by"), "users", ["first_approved_by"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_contents_variant_of"), "contents", ["variant_of"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tone", sa.String(length=10), nullable=False, server_default="warm"))
        batch_op.add_column(sa.Column("permit_name", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("permit_title", sa.String(length=80), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("agency_name", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("approval_rule", sa.String(length=4), nullable=False, server_default="one"))

    with op.batch_alter_table("writings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=10), nullable=False, server_default="first"))
        batch_op.add_column(sa.Column("about_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("wish", sa.String(length=10), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("intention", sa.String(length=15), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("offer_words", sa.String(length=300), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("ordered_by", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_writings_about_id"), ["about_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_writings_ordered_by"), "users", ["ordered_by"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_writings_about_id"), "contents", ["about_id"], ["id"], ondelete="CASCADE"
        )

    op.execute(FIRST_VERSIONS)
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("writings", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_writings_about_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_writings_ordered_by"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_writings_about_id"))
        batch_op.drop_column("ordered_by")
        batch_op.drop_column("offer_words")
        batch_op.drop_column("intention")
        batch_op.drop_column("wish")
        batch_op.drop_column("about_id")
        batch_op.drop_column("kind")

    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.drop_column("approval_rule")
        batch_op.drop_column("agency_name")
        batch_op.drop_column("permit_title")
        batch_op.drop_column("permit_name")
        batch_op.drop_column("tone")

    with op.batch_alter_table("contents", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_contents_variant_of"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_contents_first_approved_by"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_contents_variant_of"))
        batch_op.alter_column("lead_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.alter_column("campaign_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("first_approved_by")
        batch_op.drop_column("first_approved_at")
        batch_op.drop_column("planned_at")
        batch_op.drop_column("variant_of")
        batch_op.drop_column("revision")
        batch_op.drop_column("tone")
        batch_op.drop_column("occasion")
        batch_op.drop_column("intention")
        batch_op.drop_column("prompt_version")
        batch_op.drop_column("picture_note")
        batch_op.drop_column("picture_kind")
        batch_op.drop_column("title")

    with op.batch_alter_table("model_calls", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_model_calls_writing_id"))
        batch_op.drop_index("ix_model_calls_workspace")

    op.drop_table("model_calls")
    op.drop_table("content_versions")
    with op.batch_alter_table("kept_answers", schema=None) as batch_op:
        batch_op.drop_index("ix_kept_answers_kept_at")

    op.drop_table("kept_answers")
    with op.batch_alter_table("content_decisions", schema=None) as batch_op:
        batch_op.drop_index("ix_content_decisions_workspace")
        batch_op.drop_index("ix_content_decisions_content")

    op.drop_table("content_decisions")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION content_decisions_append_only()")
