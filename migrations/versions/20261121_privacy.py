"""Keep who answers for personal information, the registers of the law, and what each rule of retention did."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "d3a95c0e71fb"
down_revision = "e83d5b1f60c4"
branch_labels = None
depends_on = None

# What may be taken out of the log of decisions: the words that name somebody, emptied, and nothing else.
_NAMES = ("heading", "by_name", "address")
_SAME = ("id", "workspace_id", "content_id", "kind", "channel", "text_hash", "detail", "decided_at")
_EMPTIES = " AND ".join(f"(NEW.{name} = OLD.{name} OR NEW.{name} = '')" for name in _NAMES)
_EMPTIES += " AND ({})".format(" OR ".join(f"NEW.{name} <> OLD.{name}" for name in _NAMES))


def upgrade() -> None:
    """Apply."""
    _create_registers()
    _create_movements()
    op.create_table(
        "retention_runs",
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("ran_at", sa.DateTime(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        *_key("retention_runs", ("rule",)),
    )
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("policy_code", sa.String(length=32), nullable=False, server_default=""))
    _give_codes()
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workspaces_policy_code"), ["policy_code"], unique=True)
    _let_names_be_emptied()


def _create_registers() -> None:
    op.create_table(
        "privacy_officers",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        _owner("privacy_officers", "workspace_id", "workspaces"),
        *_key("privacy_officers", ("workspace_id",)),
    )
    texts = [sa.Column(name, sa.Text(), nullable=False) for name in ("concerned", "circumstances", "risk", "notices",
                                                                     "measures")]  # fmt: skip
    op.create_table(
        "privacy_incidents",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        *texts,
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("people_count", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(length=6), nullable=False) for name in ("sensitivity", "harm", "likelihood")),
        sa.Column("authority_told_on", sa.Date(), nullable=True),
        sa.Column("people_told_on", sa.Date(), nullable=True),
        sa.Column("noted_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        _owner("privacy_incidents", "workspace_id", "workspaces"),
        _owner("privacy_incidents", "noted_by", "users", ondelete="SET NULL"),
        *_key("privacy_incidents"),
    )
    op.create_index("ix_privacy_incidents_list", "privacy_incidents", ["workspace_id", "known_on", "id"])
    op.create_table(
        "privacy_requests",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        _owner("privacy_requests", "workspace_id", "workspaces"),
        _owner("privacy_requests", "answered_by", "users", ondelete="SET NULL"),
        *_key("privacy_requests", ("fingerprint",)),
    )
    op.create_index("ix_privacy_requests_list", "privacy_requests", ["workspace_id", "state", "received_at"])


def _create_movements() -> None:
    op.create_table(
        "privacy_exports",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=10), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("done", "total", "tries")),
        sa.Column("file_keys", sa.JSON(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=True),
        _owner("privacy_exports", "workspace_id", "workspaces"),
        _owner("privacy_exports", "asked_by", "users", ondelete="SET NULL"),
        *_key("privacy_exports"),
    )
    op.create_index("ix_privacy_exports_due", "privacy_exports", ["state", "lease_until"])
    op.create_index("ix_privacy_exports_workspace_id", "privacy_exports", ["workspace_id"])
    op.create_table(
        "erasures",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("certificate", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed_recipient", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        *_key("erasures", ("code",)),
    )
    op.create_index("ix_erasures_due", "erasures", ["state", "due_at"])
    op.create_index("ix_erasures_of", "erasures", ["workspace_id", "id"])


def _owner(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _key(table: str, unique: Sequence[str] = ()) -> list[sa.schema.SchemaItem]:
    uniques = [sa.UniqueConstraint(name, name=op.f(f"uq_{table}_{name}")) for name in unique]
    primary = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    return [sa.Column("id", sa.Integer(), nullable=False), primary, *uniques]


def _give_codes() -> None:
    here = op.get_bind()
    workspaces = sa.table("workspaces", sa.column("id", sa.Integer), sa.column("policy_code", sa.String))
    for (workspace_id,) in here.execute(sa.select(workspaces.c.id)).all():
        mine = sa.update(workspaces).where(workspaces.c.id == workspace_id)
        here.execute(mine.values(policy_code=secrets.token_hex(10)))


def _let_names_be_emptied() -> None:
    if op.get_bind().dialect.name == "sqlite":
        same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in (*_SAME, "by_id"))
        op.execute("DROP TRIGGER content_decisions_no_update")
        op.execute(
            "CREATE TRIGGER content_decisions_no_update BEFORE UPDATE ON content_decisions "
            f"WHEN NOT ({same} AND {_EMPTIES}) "
            "BEGIN SELECT RAISE(ABORT, 'content_decisions is append-only'); END"
        )
        return
    same = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in (*_SAME, "by_id"))
    op.execute(
        "CREATE OR REPLACE FUNCTION content_decisions_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608  # our words
        "IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) "
        f"THEN RETURN OLD; END IF; IF TG_OP = 'UPDATE' AND {same} AND {_EMPTIES} THEN RETURN NEW; END IF; "
        "RAISE EXCEPTION 'content_decisions is append-only'; END $$"
    )


def downgrade() -> None:
    """Take back; names may still be emptied, which no earlier code does."""
    for table in ("erasures", "privacy_exports", "privacy_requests", "privacy_incidents",
                  "privacy_officers", "retention_runs"):  # fmt: skip
        op.drop_table(table)
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_workspaces_policy_code"))
        batch_op.drop_column("policy_code")
