"""Publications, and the orders to write them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Row
from app.domains.contents.states import ContentState, WritingKind, WritingState
from app.domains.leads.models import Lead

LONGEST_TITLE = 120


class Content(Row):
    """One publication: what is written, drawn and judged. Storage keys name its pictures.

    `quality` is {"total", "parts"}, see quality.kept_parts; `flags` are {code, message, blocking}, what mends them and
    what says them in another language, see gate.flags.kept_flag. One's own publication has neither prospect nor
    campaign, and a `title` instead. Variants are publications that name their first as `variant_of`. With two steps of
    approval, the first is kept here.
    """

    __tablename__ = "contents"
    __table_args__ = (
        Index("ix_contents_gallery", "workspace_id", "state", "id"),
        Index("ix_contents_campaign", "campaign_id", "state", "id"),
        Index("ix_contents_created", "workspace_id", "created_at"),
        Index("ix_contents_newest", "workspace_id", "id"),
        Index("ix_contents_best", "workspace_id", "score", "id"),
        Index("ix_contents_best_of_state", "workspace_id", "state", "score", "id"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    state: Mapped[str] = mapped_column(String(10), default=ContentState.PENDING)
    text: Mapped[str] = mapped_column(Text)
    hashtags: Mapped[list[str]]
    alt_text: Mapped[str] = mapped_column(String(500))
    picture_key: Mapped[str] = mapped_column(String(120), default="")
    thumbnail_key: Mapped[str] = mapped_column(String(120), default="")
    picture_kind: Mapped[str] = mapped_column(String(10), default="drawn")
    picture_note: Mapped[str] = mapped_column(String(40), default="")
    quality: Mapped[dict[str, Any]]
    score: Mapped[int] = mapped_column(default=0)
    flags: Mapped[list[Any]] = mapped_column(default=list)
    writer: Mapped[str] = mapped_column(String(20))
    writer_note: Mapped[str] = mapped_column(String(40), default="")
    model: Mapped[str] = mapped_column(String(60), default="")
    prompt_version: Mapped[str] = mapped_column(String(80), default="")
    intention: Mapped[str] = mapped_column(String(15), default="presentation")
    occasion: Mapped[str] = mapped_column(String(30), default="")
    tone: Mapped[str] = mapped_column(String(10), default="")
    revision: Mapped[int] = mapped_column(default=1)
    variant_of: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"), index=True)
    planned_at: Mapped[datetime | None]
    first_approved_at: Mapped[datetime | None]
    first_approved_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    lead: Mapped[Lead | None] = relationship(lazy="raise")

    @property
    def is_flawed(self) -> bool:
        """Tell whether something kept with the text forbids approving it."""
        return any(flag["blocking"] for flag in self.flags)

    @property
    def heading(self) -> str:
        """Return what a list calls it: the prospect's name, or the title of one's own publication."""
        return self.lead.name if self.lead is not None else self.title

    @property
    def town(self) -> str:
        """Return the prospect's town, empty for one's own publication."""
        return self.lead.city if self.lead is not None else ""


class Writing(Row):
    """An order to write one publication for one prospect; its lease ends a crashed try.

    A variant or a rewriting is `about_id`, a publication written already; a rewriting changes it by one `wish`.
    """

    __tablename__ = "writings"
    __table_args__ = (
        Index("ix_writings_due", "state", "next_try_at"),
        Index("ix_writings_campaign", "campaign_id", "state"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(10), default=WritingKind.FIRST)
    about_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"), index=True)
    wish: Mapped[str] = mapped_column(String(10), default="")
    intention: Mapped[str] = mapped_column(String(15), default="")
    offer_words: Mapped[str] = mapped_column(String(300), default="")
    ordered_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(15), default=WritingState.DUE)
    reason: Mapped[str] = mapped_column(String(40), default="")
    tries: Mapped[int] = mapped_column(default=0)
    ordered_at: Mapped[datetime] = mapped_column(default=clock.now)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    lease_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
