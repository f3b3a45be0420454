"""Campaigns, their searches, and the prospects they brought in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row
from app.domains.campaigns.states import CampaignState, SearchState


class Campaign(Row):
    """A trade in a town, and everything that follows. `wizard_step` is where a draft was left (1–4)."""

    __tablename__ = "campaigns"
    __table_args__ = (Index("ix_campaigns_list", "workspace_id", "id"), Index("ix_campaigns_state", "state", "id"))

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(120), default="")
    industry: Mapped[str] = mapped_column(String(20), default="")
    industry_words: Mapped[str] = mapped_column(String(80), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    province: Mapped[str] = mapped_column(String(2), default="QC")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    population: Mapped[int | None]
    osm_relation_id: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(12), default=CampaignState.DRAFT)
    resume_state: Mapped[str] = mapped_column(String(12), default="")
    reason: Mapped[str] = mapped_column(String(40), default="")
    wizard_step: Mapped[int] = mapped_column(default=1)
    announce_by: Mapped[datetime | None]
    leads_announced_at: Mapped[datetime | None]
    launched_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class CampaignSearch(Row):
    """One search of one campaign: its progress, its waits, what it brought."""

    __tablename__ = "campaign_searches"
    __table_args__ = (
        Index("ix_campaign_searches_due", "state", "next_try_at"),
        Index("ix_campaign_searches_campaign", "campaign_id", "id"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(10), default=SearchState.DUE)
    reason: Mapped[str] = mapped_column(String(40), default="")
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    lease_until: Mapped[datetime | None]
    found_count: Mapped[int] = mapped_column(default=0)
    added_count: Mapped[int] = mapped_column(default=0)
    dropped: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]


class CampaignLead(Row):
    """A prospect that a campaign found. `score` repeats the prospect's, so that lists page by one index."""

    __tablename__ = "campaign_leads"
    __table_args__ = (
        UniqueConstraint("campaign_id", "lead_id"),
        Index("ix_campaign_leads_best", "campaign_id", "score", "lead_id"),
    )

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    score: Mapped[int] = mapped_column(default=0)
