"""A workspace is a business; memberships say who works in it, and as what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock, crypto
from app.core.db import Row


class Workspace(Row):
    """One business: its profile and its rules. Colours are #rrggbb.

    While `paused_at` is set nothing leaves. `calendar_key` is the SHA-256 of the private address of its calendar.
    `policy_code` names its public page of privacy.
    `best_hours` are [weekday 0 = Monday, hour in Québec] pairs; empty, a publication leaves as soon as it may.
    """

    __tablename__ = "workspaces"

    name: Mapped[str] = mapped_column(String(120))
    industry: Mapped[str] = mapped_column(String(20), default="other")
    industry_words: Mapped[str] = mapped_column(String(80), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    province: Mapped[str] = mapped_column(String(2), default="QC")
    phone: Mapped[str] = mapped_column(String(20), default="")
    website: Mapped[str] = mapped_column(String(255), default="")
    form_of_address: Mapped[str] = mapped_column(String(4), default="vous")
    tone: Mapped[str] = mapped_column(String(10), default="warm")
    permit_name: Mapped[str] = mapped_column(String(120), default="")
    permit_title: Mapped[str] = mapped_column(String(80), default="")
    agency_name: Mapped[str] = mapped_column(String(120), default="")
    primary_colour: Mapped[str] = mapped_column(String(7), default="#1a2240")
    accent_colour: Mapped[str] = mapped_column(String(7), default="#b93a12")
    logo_key: Mapped[str] = mapped_column(String(160), default="")
    hours: Mapped[str] = mapped_column(String(200), default="")
    approval_rule: Mapped[str] = mapped_column(String(4), default="one")
    auto_approve: Mapped[bool] = mapped_column(default=False)
    auto_approve_threshold: Mapped[int] = mapped_column(default=70)
    paused_at: Mapped[datetime | None]
    calendar_key: Mapped[str] = mapped_column(String(64), default="", index=True)
    best_hours: Mapped[list[Any]] = mapped_column(default=list)
    posts_per_campaign: Mapped[int] = mapped_column(default=10)
    score_weights: Mapped[dict[str, Any]] = mapped_column(default=dict)
    retention_months: Mapped[int] = mapped_column(default=12)
    policy_code: Mapped[str] = mapped_column(String(32), default=crypto.new_code, index=True, unique=True)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Membership(Row):
    """One person's role in one workspace."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("user_id", "workspace_id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    workspace: Mapped[Workspace] = relationship(lazy="raise")


class Invitation(Row):
    """A place offered by mail to an address; only the fingerprint of its link's token is kept.

    It waits to be mailed while `mailed_at` is before `asked_at`.
    """

    __tablename__ = "invitations"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    email: Mapped[str] = mapped_column(String(254))
    role: Mapped[str] = mapped_column(String(10))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    fingerprint: Mapped[str | None] = mapped_column(String(64), unique=True)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    mailed_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    workspace: Mapped[Workspace] = relationship(lazy="raise")


class OwnershipOffer(Row):
    """An owner's offer of her place to another member, who takes it or not; one at a time in a workspace."""

    __tablename__ = "ownership_offers"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), unique=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    to_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime]
