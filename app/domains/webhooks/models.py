"""Where programs are told, and what they were told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Row
from app.domains.webhooks.states import EndpointState, MessageState


class WebhookEndpoint(Row):
    """One address. After a rotation, the former secret signs too, beside the new one, until `former_until`."""

    __tablename__ = "webhook_endpoints"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    url: Mapped[str] = mapped_column(String(1000))
    events: Mapped[list[str]]
    sealed_secret: Mapped[str] = mapped_column(Text)
    sealed_former: Mapped[str] = mapped_column(Text, default="")
    former_until: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(10), default=EndpointState.ACTIVE)
    failing_since: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class WebhookMessage(Row):
    """One message to one address. `body` is written at the first try and never changes; `event_id` names the event.

    `status`, `excerpt` and `reason` are of the last try.
    """

    __tablename__ = "webhook_messages"
    __table_args__ = (
        UniqueConstraint("endpoint_id", "event_id"),
        Index("ix_webhook_messages_due", "state", "next_try_at"),
        Index("ix_webhook_messages_log", "endpoint_id", "id"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    endpoint_id: Mapped[int] = mapped_column(ForeignKey("webhook_endpoints.id", ondelete="CASCADE"))
    event_id: Mapped[str] = mapped_column(String(40))
    type: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int] = mapped_column(default=0)
    # Whose publication it tells of: what was said of a prospect is forgotten with it.
    lead_id: Mapped[int | None] = mapped_column(index=True)
    body: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(10), default=MessageState.DUE)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    give_up_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    status: Mapped[int | None]
    excerpt: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(String(40), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    sent_at: Mapped[datetime | None]

    endpoint: Mapped[WebhookEndpoint] = relationship(lazy="raise")
    attempts: Mapped[list[WebhookAttempt]] = relationship(lazy="raise", viewonly=True, order_by="WebhookAttempt.id")


class WebhookAttempt(Row):
    """One try of a message, and what came of it; `status` is None where nothing answered."""

    __tablename__ = "webhook_attempts"
    __table_args__ = (Index("ix_webhook_attempts_log", "message_id", "id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("webhook_messages.id", ondelete="CASCADE"))
    began_at: Mapped[datetime] = mapped_column(default=clock.now)
    milliseconds: Mapped[int]
    status: Mapped[int | None]
    excerpt: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(String(40), default="")
