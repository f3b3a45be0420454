"""prospects"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "4d83044d6e70"
down_revision = "9b1d40c7e2a6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "cached_places",
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("source_id", sa.String(length=120), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cached_places")),
        sa.UniqueConstraint("source", "source_id", name=op.f("uq_cached_places_source_source_id")),
    )
    with op.batch_alter_table("cached_places", schema=None) as batch_op:
        batch_op.create_index("ix_cached_places_expiry", ["expires_at"], unique=False)

    op.create_table(
        "do_not_contact",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_do_not_contact_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_do_not_contact_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_do_not_contact")),
        sa.UniqueConstraint("workspace_id", "kind", "digest", name=op.f("uq_do_not_contact_workspace_id_kind_digest")),
    )
    op.create_table(
        "consents",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("source_url", sa.String(length=500), nullable=False),
        sa.Column("snippet", sa.String(length=400), nullable=False),
        sa.Column("relevance", sa.String(length=400), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_consents_lead_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_consents_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index("ix_consents_address", ["workspace_id", "digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_consents_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "duplicate_pairs",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["leads.id"], name=op.f("fk_duplicate_pairs_first_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["leads.id"], name=op.f("fk_duplicate_pairs_second_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_duplicate_pairs_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_pairs")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_duplicate_pairs_first_id_second_id")),
    )
    with op.batch_alter_table("duplicate_pairs", schema=None) as batch_op:
        batch_op.create_index("ix_duplicate_pairs_open", ["workspace_id", "state", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duplicate_pairs_second_id"), ["second_id"], unique=False)

    op.create_table(
        "enrichments",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("website", sa.String(length=500), nullable=False),
        sa.Column("host", sa.String(length=253), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("visit", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_enrichments_lead_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_enrichments_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrichments")),
        sa.UniqueConstraint("lead_id", name=op.f("uq_enrichments_lead_id")),
    )
    with op.batch_alter_table("enrichments", schema=None) as batch_op:
        batch_op.create_index("ix_enrichments_due", ["state", "next_try_at"], unique=False)
        batch_op.create_index("ix_enrichments_host", ["host", "state"], unique=False)
        batch_op.create_index(
            "uq_enrichments_running_host",
            ["host"],
            unique=True,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )

    op.create_table(
        "lead_events",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_lead_events_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_lead_events_lead_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_lead_events_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_events")),
    )
    with op.batch_alter_table("lead_events", schema=None) as batch_op:
        batch_op.create_index("ix_lead_events_of", ["lead_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lead_events_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "lead_imports",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("file_key", sa.String(length=200), nullable=False),
        sa.Column("rejects_key", sa.String(length=200), nullable=False),
        sa.Column("industry", sa.String(length=20), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("next_row", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_lead_imports_campaign_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_lead_imports_created_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_lead_imports_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_imports")),
    )
    with op.batch_alter_table("lead_imports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lead_imports_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index("ix_lead_imports_due", ["state", "lease_until"], unique=False)
        batch_op.create_index("ix_lead_imports_list", ["workspace_id", "id"], unique=False)

    op.create_table(
        "lead_merges",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("absorbed_id", sa.Integer(), nullable=False),
        sa.Column("record_ids", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["absorbed_id"], ["leads.id"], name=op.f("fk_lead_merges_absorbed_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_lead_merges_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["kept_id"], ["leads.id"], name=op.f("fk_lead_merges_kept_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_lead_merges_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_merges")),
    )
    with op.batch_alter_table("lead_merges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lead_merges_absorbed_id"), ["absorbed_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lead_merges_kept_id"), ["kept_id"], unique=False)
        batch_op.create_index("ix_lead_merges_list", ["workspace_id", "id"], unique=False)

    op.create_table(
        "source_uses",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("price_line", sa.String(length=60), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.Column("cost_micros", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_source_uses_campaign_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_source_uses_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_uses")),
    )
    with op.batch_alter_table("source_uses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_uses_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index("ix_source_uses_when", ["workspace_id", "created_at"], unique=False)

    with op.batch_alter_table("campaigns", schema=None) as batch_op:
        batch_op.add_column(sa.Column("announce_by", sa.DateTime(), nullable=True))

    with op.batch_alter_table("lead_records", schema=None) as batch_op:
        batch_op.add_column(sa.Column("import_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("latitude", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("longitude", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("point_until", sa.DateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_lead_records_import_id"), ["import_id"], unique=False)
        batch_op.create_index("ix_lead_records_points", ["point_until"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_records_import_id"), "lead_imports", ["import_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.add_column(sa.Column("loose_key", sa.String(length=255), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("legal_name", sa.String(length=255), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("other_phones", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("domain", sa.String(length=253), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("socials", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("opening_hours", sa.String(length=500), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("chain_key", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("contact_reason", sa.String(length=30), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("last_contacted_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.drop_index(batch_op.f("ix_leads_same_postal_code"))
        batch_op.drop_index(batch_op.f("ix_leads_same_phone"))
        batch_op.create_index("ix_leads_same_phone", ["workspace_id", "phone"], unique=False)
        batch_op.create_index("ix_leads_best", ["workspace_id", "merged_into_id", "score", "id"], unique=False)
        batch_op.create_index("ix_leads_by_name", ["workspace_id", "merged_into_id", "name_key", "id"], unique=False)
        batch_op.create_index("ix_leads_chain", ["workspace_id", "chain_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_leads_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_index("ix_leads_newest", ["workspace_id", "merged_into_id", "created_at", "id"], unique=False)
        batch_op.create_index("ix_leads_same_domain", ["workspace_id", "domain"], unique=False)
        batch_op.create_index("ix_leads_same_loose_name", ["workspace_id", "loose_key"], unique=False)
        batch_op.create_index("ix_leads_same_name", ["workspace_id", "name_key"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_leads_merged_into_id"), "leads", ["merged_into_id"], ["id"], ondelete="CASCADE"
        )

    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("score_weights", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("retention_months", sa.Integer(), nullable=False, server_default="12"))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.drop_column("retention_months")
        batch_op.drop_column("score_weights")

    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_leads_merged_into_id"), type_="foreignkey")
        batch_op.drop_index("ix_leads_same_name")
        batch_op.drop_index("ix_leads_same_loose_name")
        batch_op.drop_index("ix_leads_same_domain")
        batch_op.drop_index("ix_leads_newest")
        batch_op.drop_index(batch_op.f("ix_leads_merged_into_id"))
        batch_op.drop_index("ix_leads_chain")
        batch_op.drop_index("ix_leads_by_name")
        batch_op.drop_index("ix_leads_best")
        batch_op.drop_index("ix_leads_same_phone")
        batch_op.create_index(batch_op.f("ix_leads_same_phone"), ["workspace_id", "name_key", "phone"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_leads_same_postal_code"), ["workspace_id", "name_key", "postal_code"], unique=False
        )
        batch_op.drop_column("merged_into_id")
        batch_op.drop_column("last_contacted_at")
        batch_op.drop_column("contact_reason")
        batch_op.drop_column("chain_key")
        batch_op.drop_column("opening_hours")
        batch_op.drop_column("socials")
        batch_op.drop_column("domain")
        batch_op.drop_column("other_phones")
        batch_op.drop_column("legal_name")
        batch_op.drop_column("loose_key")

    with op.batch_alter_table("lead_records", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_lead_records_import_id"), type_="foreignkey")
        batch_op.drop_index("ix_lead_records_points")
        batch_op.drop_index(batch_op.f("ix_lead_records_import_id"))
        batch_op.drop_column("point_until")
        batch_op.drop_column("longitude")
        batch_op.drop_column("latitude")
        batch_op.drop_column("import_id")

    with op.batch_alter_table("campaigns", schema=None) as batch_op:
        batch_op.drop_column("announce_by")

    with op.batch_alter_table("source_uses", schema=None) as batch_op:
        batch_op.drop_index("ix_source_uses_when")
        batch_op.drop_index(batch_op.f("ix_source_uses_campaign_id"))

    op.drop_table("source_uses")
    with op.batch_alter_table("lead_merges", schema=None) as batch_op:
        batch_op.drop_index("ix_lead_merges_list")
        batch_op.drop_index(batch_op.f("ix_lead_merges_kept_id"))
        batch_op.drop_index(batch_op.f("ix_lead_merges_absorbed_id"))

    op.drop_table("lead_merges")
    with op.batch_alter_table("lead_imports", schema=None) as batch_op:
        batch_op.drop_index("ix_lead_imports_list")
        batch_op.drop_index("ix_lead_imports_due")
        batch_op.drop_index(batch_op.f("ix_lead_imports_campaign_id"))

    op.drop_table("lead_imports")
    with op.batch_alter_table("lead_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_events_workspace_id"))
        batch_op.drop_index("ix_lead_events_of")

    op.drop_table("lead_events")
    with op.batch_alter_table("enrichments", schema=None) as batch_op:
        batch_op.drop_index("uq_enrichments_running_host")
        batch_op.drop_index("ix_enrichments_host")
        batch_op.drop_index("ix_enrichments_due")

    op.drop_table("enrichments")
    with op.batch_alter_table("duplicate_pairs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duplicate_pairs_second_id"))
        batch_op.drop_index("ix_duplicate_pairs_open")

    op.drop_table("duplicate_pairs")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_lead_id"))
        batch_op.drop_index("ix_consents_address")

    op.drop_table("consents")
    op.drop_table("do_not_contact")
    with op.batch_alter_table("cached_places", schema=None) as batch_op:
        batch_op.drop_index("ix_cached_places_expiry")

    op.drop_table("cached_places")
