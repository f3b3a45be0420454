"""What is kept beside publications: their versions, who decided what, and what the models were asked and cost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row


class ContentVersion(Row):
    """A text as it stood: number 1 is the first written; the last one is what the publication says.

    `cause` is written, repaired, rewritten, edited, fixed, restored or photo; `by_id` is None for a writer's own.
    """

    __tablename__ = "content_versions"
    __table_args__ = (UniqueConstraint("content_id", "number"),)

    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"))
    number: Mapped[int]
    cause: Mapped[str] = mapped_column(String(12))
    wish: Mapped[str] = mapped_column(String(10), default="")
    text: Mapped[str] = mapped_column(Text)
    hashtags: Mapped[list[str]]
    alt_text: Mapped[str] = mapped_column(String(500), default="")
    writer: Mapped[str] = mapped_column(String(20))
    prompt_version: Mapped[str] = mapped_column(String(80), default="")
    score: Mapped[int] = mapped_column(default=0)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)


class ContentDecision(Row):
    """One line of the log of decisions: who, when, from where. The database itself refuses to change or remove one.

    It outlives the publication and the person, hence plain numbers. `channel` is app, api, email or rule;
    `address` is the network address it came from; `text_hash` the SHA-256 of what was decided on. A migration that
    copies this table on SQLite makes its two triggers again.
    """

    __tablename__ = "content_decisions"
    __table_args__ = (
        Index("ix_content_decisions_content", "content_id", "id"),
        Index("ix_content_decisions_workspace", "workspace_id", "id"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    content_id: Mapped[int]
    heading: Mapped[str] = mapped_column(String(120), default="")
    kind: Mapped[str] = mapped_column(String(15))
    by_id: Mapped[int | None]
    by_name: Mapped[str] = mapped_column(String(254), default="")
    channel: Mapped[str] = mapped_column(String(10), default="")
    address: Mapped[str] = mapped_column(String(45), default="")
    text_hash: Mapped[str] = mapped_column(String(64), default="")
    detail: Mapped[str] = mapped_column(String(120), default="")
    decided_at: Mapped[datetime] = mapped_column(default=clock.now)


class ModelCall(Row):
    """One call of a model, or an answer taken from the cache: what it cost and how long it took.

    `cost_micros` is in millionths of a US dollar; `outcome` is ok or the code of the error.
    """

    __tablename__ = "model_calls"
    __table_args__ = (Index("ix_model_calls_workspace", "workspace_id", "called_at"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    writing_id: Mapped[int | None] = mapped_column(ForeignKey("writings.id", ondelete="SET NULL"), index=True)
    purpose: Mapped[str] = mapped_column(String(10))
    model: Mapped[str] = mapped_column(String(60))
    prompt_version: Mapped[str] = mapped_column(String(80), default="")
    outcome: Mapped[str] = mapped_column(String(40))
    is_cached: Mapped[bool] = mapped_column(default=False)
    prompt_tokens: Mapped[int] = mapped_column(default=0)
    output_tokens: Mapped[int] = mapped_column(default=0)
    cost_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    latency_ms: Mapped[int] = mapped_column(default=0)
    called_at: Mapped[datetime] = mapped_column(default=clock.now)


class KeptAnswer(Row):
    """A model's answer kept by the fingerprint of what it was asked: a try that crashed after it pays once."""

    __tablename__ = "kept_answers"
    __table_args__ = (
        UniqueConstraint("workspace_id", "fingerprint"),
        Index("ix_kept_answers_kept_at", "kept_at"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    answer: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)
