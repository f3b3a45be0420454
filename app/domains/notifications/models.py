"""The outbox of mail, what each person is told in the application, and what she asked not to be told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row
from app.core.i18n import FRENCH
from app.domains.notifications.states import MailState


class Mail(Row):
    """One message to one person; `dedupe_key` makes a repeated event send it once.

    What it says is sealed, since its links decide, and is erased once it is sent.
    """

    __tablename__ = "mails"
    __table_args__ = (
        Index("ix_mails_due", "state", "next_try_at"),
        Index("ix_mails_told", "user_id", "workspace_id", "kind", "created_at"),
    )

    # None for what is said of a person's own account.
    workspace_id: Mapped[int | None] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    dedupe_key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text, info={"sealed_if": "is_sealed"})
    html: Mapped[str] = mapped_column(Text, info={"sealed_if": "is_sealed"})
    is_sealed: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(10), default=MailState.DUE)
    reason: Mapped[str] = mapped_column(String(80), default="")
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    lease_until: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(2), default=FRENCH)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]


class MailPicture(Row):
    """A small JPEG that goes with a mail, until it is sent."""

    __tablename__ = "mail_pictures"

    mail_id: Mapped[int] = mapped_column(ForeignKey("mails.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Notification(Row):
    """One line of one person's list. Its words are made when it is read, from the rows it names."""

    __tablename__ = "notifications"
    __table_args__ = (
        Index("ix_notifications_list", "user_id", "workspace_id", "id"),
        Index("ix_notifications_unread", "user_id", "workspace_id", "read_at"),
        UniqueConstraint("user_id", "dedupe_key"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(40))
    dedupe_key: Mapped[str] = mapped_column(String(120))
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"), index=True)
    count: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    read_at: Mapped[datetime | None]


class NotificationChoice(Row):
    """What one person asked for in one workspace; `kinds` is {kind: {"mail": bool, "app": bool}}, of what she changed.

    Quiet hours are whole hours in Québec; the same two mean none.
    """

    __tablename__ = "notification_choices"
    __table_args__ = (UniqueConstraint("user_id", "workspace_id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kinds: Mapped[dict[str, Any]] = mapped_column(default=dict)
    quiet_from: Mapped[int] = mapped_column(default=21)
    quiet_to: Mapped[int] = mapped_column(default=7)
    # When she said yes or no to notices on her phone: she is asked once.
    push_answered_at: Mapped[datetime | None]


class PushSubscription(Row):
    """One browser of one person, which shows what she is told; the address and its keys are the browser's own."""

    __tablename__ = "push_subscriptions"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    endpoint: Mapped[str] = mapped_column(String(1000), unique=True)
    public_key: Mapped[str] = mapped_column(String(100))
    secret: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_used_at: Mapped[datetime | None]


class PushNotice(Row):
    """One notice to one browser; it lives as a mail does. Its words, which name nobody, are made when it leaves."""

    __tablename__ = "push_notices"
    __table_args__ = (Index("ix_push_notices_due", "state", "next_try_at"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("push_subscriptions.id", ondelete="CASCADE"), index=True)
    dedupe_key: Mapped[str] = mapped_column(String(140), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    count: Mapped[int] = mapped_column(default=1)
    address: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(10), default=MailState.DUE)
    reason: Mapped[str] = mapped_column(String(80), default="")
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    lease_until: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    sent_at: Mapped[datetime | None]
