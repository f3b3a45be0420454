"""Connections, deliveries, the attempts they made and the figures they brought back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Row
from app.domains.contents.models import Content
from app.domains.publishing.states import LIVING, AccountKind, ConnectionState, DeliveryState

# Written out: a partial index holds its own condition, and takes no values.
_LIVING = text("state IN ({})".format(", ".join(f"'{state}'" for state in LIVING)))

# How long before its end an access is said to be ending.
ENDING = timedelta(days=14)


def _first_moment(context: Any) -> datetime:
    moment: datetime = context.get_current_parameters()["scheduled_at"]
    return moment


class Connection(Row):
    """One account of one network; its tokens are sealed. `next_free_at` keeps the pace.

    A workspace may have several; what is approved goes out on each that `is_target`. `lost_at` tells when it last
    stopped letting us in, `checked_at` when it was last looked at of our own accord, `renewed_at` when a renewal was
    last tried. `reminded` is the token and step of the last reminder of its end. `granted_by` is the fingerprint of the
    number its network knows who opened it by, where that network may ask to forget her.
    """

    __tablename__ = "connections"
    __table_args__ = (UniqueConstraint("workspace_id", "network", "account_urn"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    network: Mapped[str] = mapped_column(String(20))
    account_urn: Mapped[str] = mapped_column(String(120))
    account_name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(10), default=AccountKind.PERSON)
    is_target: Mapped[bool] = mapped_column(default=True)
    state: Mapped[str] = mapped_column(String(20), default=ConnectionState.ACTIVE)
    reason: Mapped[str] = mapped_column(String(40), default="")
    sealed_access_token: Mapped[str] = mapped_column(Text)
    sealed_refresh_token: Mapped[str] = mapped_column(Text, default="")
    scopes: Mapped[list[str]]
    expires_at: Mapped[datetime]
    next_free_at: Mapped[datetime | None]
    connected_at: Mapped[datetime] = mapped_column(default=clock.now)
    synchronised_at: Mapped[datetime | None]
    lost_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    renewed_at: Mapped[datetime | None]
    reminded: Mapped[str] = mapped_column(String(40), default="")
    granted_by: Mapped[str] = mapped_column(String(64), default="", index=True)

    @property
    def is_ending(self) -> bool:
        """Tell whether its access is over, or will be within two weeks."""
        return self.expires_at <= clock.now() + ENDING


class Delivery(Row):
    """One content going to one connection; the row is the truth (publishing.md).

    `text` and `hashtags` are what was approved, character for character. `promised_at` is the moment it is late from:
    a person's gesture sets it, and no wait moves it. `figures_by` is network, or person where the network does not
    tell and its owner typed them.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_due", "state", "scheduled_at"),
        Index("ix_deliveries_lease", "state", "lease_until"),
        Index("ix_deliveries_promised", "state", "promised_at"),
        Index("ix_deliveries_content", "content_id", "id"),
        Index("ix_deliveries_connection", "connection_id", "state", "scheduled_at"),
        Index("ix_deliveries_published", "workspace_id", "state", "published_at"),
        Index(
            "uq_deliveries_living",
            "content_id",
            "connection_id",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"))
    connection_id: Mapped[int] = mapped_column(ForeignKey("connections.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(15), default=DeliveryState.SCHEDULED)
    reason: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text)
    hashtags: Mapped[list[str]]
    approved_at: Mapped[datetime] = mapped_column(default=clock.now)
    scheduled_at: Mapped[datetime]
    promised_at: Mapped[datetime] = mapped_column(default=_first_moment)
    undo_until: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    media_urn: Mapped[str] = mapped_column(String(160), default="")
    urn: Mapped[str] = mapped_column(String(160), default="")
    url: Mapped[str] = mapped_column(String(300), default="")
    published_at: Mapped[datetime | None]
    reactions: Mapped[int] = mapped_column(default=0)
    comments: Mapped[int] = mapped_column(default=0)
    shares: Mapped[int] = mapped_column(default=0)
    impressions: Mapped[int | None]
    figures_by: Mapped[str] = mapped_column(String(10), default="network")
    measured_at: Mapped[datetime | None]

    content: Mapped[Content] = relationship(lazy="raise")
    # A workspace has a few: the session has it already, or asks for it once.
    connection: Mapped[Connection] = relationship()


class DeliveryAttempt(Row):
    """Written and committed before the create call: what may have been carried out."""

    __tablename__ = "delivery_attempts"

    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"), index=True)
    started_at: Mapped[datetime] = mapped_column(default=clock.now)
    answered_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(40), default="")
    status: Mapped[int | None]
    urn: Mapped[str] = mapped_column(String(160), default="")
    url: Mapped[str] = mapped_column(String(300), default="")


class FiguresDay(Row):
    """A delivery's counters as last read on one day (Québec), so that change can be told."""

    __tablename__ = "figures_days"
    __table_args__ = (UniqueConstraint("delivery_id", "day"), Index("ix_figures_days_workspace", "workspace_id", "day"))

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"))
    day: Mapped[str] = mapped_column(String(10))
    engagement: Mapped[int] = mapped_column(default=0)


class Link(Row):
    """A short address of ours, put into a text where its author sees it; `/l/<code>` leads to `target`."""

    __tablename__ = "links"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    target: Mapped[str] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class LinkDay(Row):
    """How often a short address was followed on one day (Québec); nothing is kept of who followed it."""

    __tablename__ = "link_days"
    __table_args__ = (UniqueConstraint("link_id", "day"),)

    link_id: Mapped[int] = mapped_column(ForeignKey("links.id", ondelete="CASCADE"))
    day: Mapped[str] = mapped_column(String(10))
    visits: Mapped[int] = mapped_column(default=0)
