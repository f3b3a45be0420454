"""The links of mails that ask for a decision."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row


class ApprovalLink(Row):
    """One person's right to decide once on one text; only the token's fingerprint is kept.

    `text_hash` is that of the text she was sent. `used_for` is approved, first or rejected.
    """

    __tablename__ = "approval_links"
    __table_args__ = (Index("ix_approval_links_asked", "content_id", "user_id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    text_hash: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]
    used_for: Mapped[str] = mapped_column(String(10), default="")
    undone_at: Mapped[datetime | None]
