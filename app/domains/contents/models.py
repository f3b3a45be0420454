"""Publications, and the orders to write them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Row
from app.domains.contents.states import ContentState, WritingState
from app.domains.leads.models import Lead


class Content(Row):
    """One publication: what is written, drawn and judged. Storage keys name its pictures.

    `quality` is {"total", "parts": [{name, points, max, sentence}]}; `flags` are {code, message, blocking}.
    """

    __tablename__ = "contents"
    __table_args__ = (
        Index("ix_contents_gallery", "workspace_id", "state", "id"),
        Index("ix_contents_campaign", "campaign_id", "state", "id"),
        Index("ix_contents_created", "workspace_id", "created_at"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(10), default=ContentState.PENDING)
    text: Mapped[str] = mapped_column(Text)
    hashtags: Mapped[list[str]]
    alt_text: Mapped[str] = mapped_column(String(500))
    picture_key: Mapped[str] = mapped_column(String(120), default="")
    thumbnail_key: Mapped[str] = mapped_column(String(120), default="")
    quality: Mapped[dict[str, Any]]
    score: Mapped[int] = mapped_column(default=0)
    flags: Mapped[list[Any]] = mapped_column(default=list)
    writer: Mapped[str] = mapped_column(String(20))
    writer_note: Mapped[str] = mapped_column(String(40), default="")
    model: Mapped[str] = mapped_column(String(60), default="")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    lead: Mapped[Lead] = relationship(lazy="raise")


class Writing(Row):
    """An order to write one publication for one prospect; its lease ends a crashed try."""

    __tablename__ = "writings"
    __table_args__ = (
        Index("ix_writings_due", "state", "next_try_at"),
        Index("ix_writings_campaign", "campaign_id", "state"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(15), default=WritingState.DUE)
    reason: Mapped[str] = mapped_column(String(40), default="")
    tries: Mapped[int] = mapped_column(default=0)
    ordered_at: Mapped[datetime] = mapped_column(default=clock.now)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    lease_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
