"""Prospects, and what each source says of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row
from app.domains.leads.states import LeadState


class Lead(Row):
    """One prospect of one workspace. `phone` is E.164, `score` 0–100, `reasons` add up to it.

    `name_key` is the name with case, accents and punctuation folded.
    """

    __tablename__ = "leads"
    __table_args__ = (
        Index("ix_leads_same_phone", "workspace_id", "name_key", "phone"),
        Index("ix_leads_same_postal_code", "workspace_id", "name_key", "postal_code"),
        Index("ix_leads_created", "workspace_id", "created_at"),
        Index("ix_leads_writing", "state", "writing_lease_until"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(20), default=LeadState.NEW)
    writing_lease_until: Mapped[datetime | None]
    industry: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(String(255))
    address: Mapped[str] = mapped_column(String(255), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    province: Mapped[str] = mapped_column(String(2), default="QC")
    postal_code: Mapped[str] = mapped_column(String(7), default="")
    phone: Mapped[str] = mapped_column(String(20), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    website: Mapped[str] = mapped_column(String(500), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    rating: Mapped[float | None]
    review_count: Mapped[int | None]
    category: Mapped[str] = mapped_column(String(80), default="")
    brand: Mapped[str] = mapped_column(String(120), default="")
    is_chain: Mapped[bool] = mapped_column(default=False)
    score: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    contactable: Mapped[bool] = mapped_column(default=False)
    contact_nature: Mapped[str] = mapped_column(String(10), default="unknown")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)


class LeadRecord(Row):
    """What one source says of a prospect, in its own words, under its own licence."""

    __tablename__ = "lead_records"
    __table_args__ = (UniqueConstraint("workspace_id", "source", "source_id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    source: Mapped[str] = mapped_column(String(30))
    source_id: Mapped[str] = mapped_column(String(120))
    source_url: Mapped[str] = mapped_column(String(500), default="")
    licence: Mapped[str] = mapped_column(String(60))
    seen_on: Mapped[date]
    facts: Mapped[dict[str, Any]]


class KnownPlace(Row):
    """A Québec municipality outside the shipped table, looked up once. No boundary: it does not exist."""

    __tablename__ = "known_places"

    name_key: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    osm_relation_id: Mapped[int | None]
    looked_up_at: Mapped[datetime] = mapped_column(default=clock.now)
