"""Whom one may write to, on what proof, and whom never again."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row


class Consent(Row):
    """One consent, express or implied, with its proof; the sender carries it (LCAP, s. 13).

    `digest` identifies the address without repeating it, and outlives the prospect. Of an express consent that a
    person recorded, `email` is the address, `manner` how it was given and `recorded_by` who did.
    """

    __tablename__ = "consents"
    __table_args__ = (
        Index("ix_consents_address", "workspace_id", "digest"),
        Index("ix_consents_list", "workspace_id", "id"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("leads.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64))
    source_url: Mapped[str] = mapped_column(String(500), default="")
    snippet: Mapped[str] = mapped_column(String(400), default="")
    relevance: Mapped[str] = mapped_column(String(400), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    manner: Mapped[str] = mapped_column(String(10), default="")
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    seen_on: Mapped[date]
    expires_on: Mapped[date | None]
    ended_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class DoNotContact(Row):
    """An address, a number or a business that asked to be left alone: a digest, so that nothing else is kept."""

    __tablename__ = "do_not_contact"
    __table_args__ = (UniqueConstraint("workspace_id", "kind", "digest"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    digest: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(40))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
