"""Prospects, and what each source says of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row
from app.domains.leads.states import EnrichmentState, ImportState, LeadState, PairState


class Lead(Row):
    """One prospect of one workspace: the best of what its records say, and nothing else.

    `phone` is E.164, `score` 0–100, `reasons` add up to it. `name_key` is the name with case, accents
    and punctuation folded, `loose_key` the same with what spellings vary by left out. A prospect found
    by a source whose facts may not be kept has no name until its own site gives one. One that was
    merged into another is kept, unseen, so that the merge can be undone.
    """

    __tablename__ = "leads"
    __table_args__ = (
        Index("ix_leads_same_name", "workspace_id", "name_key"),
        Index("ix_leads_same_loose_name", "workspace_id", "loose_key"),
        Index("ix_leads_same_phone", "workspace_id", "phone"),
        Index("ix_leads_same_domain", "workspace_id", "domain"),
        Index("ix_leads_same_email", "workspace_id", "email"),
        Index("ix_leads_same_town", "workspace_id", "city"),
        Index("ix_leads_chain", "workspace_id", "chain_key"),
        Index("ix_leads_best", "workspace_id", "merged_into_id", "score", "id"),
        Index("ix_leads_by_name", "workspace_id", "merged_into_id", "name_key", "id"),
        Index("ix_leads_newest", "workspace_id", "merged_into_id", "created_at", "id"),
        Index("ix_leads_created", "workspace_id", "created_at"),
        Index("ix_leads_writing", "state", "writing_lease_until"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(20), default=LeadState.NEW)
    writing_lease_until: Mapped[datetime | None]
    industry: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(String(255))
    loose_key: Mapped[str] = mapped_column(String(255), default="")
    legal_name: Mapped[str] = mapped_column(String(255), default="")
    address: Mapped[str] = mapped_column(String(255), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    province: Mapped[str] = mapped_column(String(2), default="QC")
    postal_code: Mapped[str] = mapped_column(String(7), default="")
    phone: Mapped[str] = mapped_column(String(20), default="")
    other_phones: Mapped[list[str]] = mapped_column(default=list)
    email: Mapped[str] = mapped_column(String(254), default="")
    website: Mapped[str] = mapped_column(String(500), default="")
    domain: Mapped[str] = mapped_column(String(253), default="")
    socials: Mapped[dict[str, Any]] = mapped_column(default=dict)
    opening_hours: Mapped[str] = mapped_column(String(500), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    rating: Mapped[float | None]
    review_count: Mapped[int | None]
    category: Mapped[str] = mapped_column(String(80), default="")
    brand: Mapped[str] = mapped_column(String(120), default="")
    is_chain: Mapped[bool] = mapped_column(default=False)
    chain_key: Mapped[str] = mapped_column(String(120), default="")
    score: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    contactable: Mapped[bool] = mapped_column(default=False)
    contact_reason: Mapped[str] = mapped_column(String(30), default="")
    contact_nature: Mapped[str] = mapped_column(String(10), default="unknown")
    last_contacted_at: Mapped[datetime | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)


class LeadRecord(Row):
    """What one source says of a prospect, in its own words, under its own licence.

    A source whose facts may not be kept leaves none here: its point alone, until `point_until`.
    """

    __tablename__ = "lead_records"
    __table_args__ = (
        UniqueConstraint("workspace_id", "source", "source_id"),
        Index("ix_lead_records_points", "point_until"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("lead_imports.id", ondelete="SET NULL"), index=True)
    source: Mapped[str] = mapped_column(String(30))
    source_id: Mapped[str] = mapped_column(String(120))
    source_url: Mapped[str] = mapped_column(String(500), default="")
    licence: Mapped[str] = mapped_column(String(60))
    seen_on: Mapped[date]
    facts: Mapped[dict[str, Any]]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    point_until: Mapped[datetime | None]


class CachedPlace(Row):
    """What a source lets us show for a day and never keep; the only table that holds such facts."""

    __tablename__ = "cached_places"
    __table_args__ = (UniqueConstraint("source", "source_id"), Index("ix_cached_places_expiry", "expires_at"))

    source: Mapped[str] = mapped_column(String(30))
    source_id: Mapped[str] = mapped_column(String(120))
    facts: Mapped[dict[str, Any]]
    expires_at: Mapped[datetime]


class SourceUse(Row):
    """Requests a source bills, for the operator. `cost_micros` are millionths of a US dollar."""

    __tablename__ = "source_uses"
    __table_args__ = (Index("ix_source_uses_when", "workspace_id", "created_at"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id", ondelete="SET NULL"), index=True)
    source: Mapped[str] = mapped_column(String(30))
    price_line: Mapped[str] = mapped_column(String(60))
    requests: Mapped[int]
    cost_micros: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Enrichment(Row):
    """The visit of one prospect's own site: at most one of a host is running. `visit` is as far as it went."""

    __tablename__ = "enrichments"
    __table_args__ = (
        Index("ix_enrichments_due", "state", "next_try_at"),
        Index("ix_enrichments_host", "host", "state"),
        # One visit at a time of a host: the database itself refuses a second.
        Index(
            "uq_enrichments_running_host",
            "host",
            unique=True,
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), unique=True)
    state: Mapped[str] = mapped_column(String(10), default=EnrichmentState.DUE)
    website: Mapped[str] = mapped_column(String(500))
    host: Mapped[str] = mapped_column(String(253))
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    lease_until: Mapped[datetime | None]
    visit: Mapped[dict[str, Any]] = mapped_column(default=dict)
    outcome: Mapped[str] = mapped_column(String(20), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]


class LeadImport(Row):
    """A file, or pasted lines, on its way to prospects. `next_row` is where a worker that died left it.

    `mapping` names the column of each field; `counts` holds rows, added, known, rejected.
    """

    __tablename__ = "lead_imports"
    __table_args__ = (
        Index("ix_lead_imports_list", "workspace_id", "id"),
        Index("ix_lead_imports_due", "state", "lease_until"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id", ondelete="SET NULL"), index=True)
    state: Mapped[str] = mapped_column(String(10), default=ImportState.MAPPING)
    reason: Mapped[str] = mapped_column(String(40), default="")
    filename: Mapped[str] = mapped_column(String(200))
    file_key: Mapped[str] = mapped_column(String(200))
    rejects_key: Mapped[str] = mapped_column(String(200), default="")
    industry: Mapped[str] = mapped_column(String(20), default="other")
    mapping: Mapped[dict[str, Any]] = mapped_column(default=dict)
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    next_row: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]


class LeadMerge(Row):
    """One prospect merged into another, with what it takes to undo it."""

    __tablename__ = "lead_merges"
    __table_args__ = (Index("ix_lead_merges_list", "workspace_id", "id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    kept_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    absorbed_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    record_ids: Mapped[list[Any]] = mapped_column(default=list)
    why: Mapped[str] = mapped_column(String(20))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    undone_at: Mapped[datetime | None]


class DuplicatePair(Row):
    """Two prospects that may be one; a person decides. `first_id` is the smaller id."""

    __tablename__ = "duplicate_pairs"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        Index("ix_duplicate_pairs_open", "workspace_id", "state", "id"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    first_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"))
    second_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    why: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10), default=PairState.OPEN)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class LeadEvent(Row):
    """Something that happened to a prospect, for its history. `told` never holds what may not be kept."""

    __tablename__ = "lead_events"
    __table_args__ = (Index("ix_lead_events_of", "lead_id", "id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(30))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class KnownPlace(Row):
    """A Québec municipality outside the shipped table, looked up once. No boundary: it does not exist."""

    __tablename__ = "known_places"

    name_key: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    osm_relation_id: Mapped[int | None]
    looked_up_at: Mapped[datetime] = mapped_column(default=clock.now)
