"""What was answered to requests that carry an Idempotency-Key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row


class ApiRequest(Row):
    """One keyed request. `fingerprint` is of its method, path and body; `status` is 0 until it is answered."""

    __tablename__ = "api_requests"
    __table_args__ = (
        UniqueConstraint("workspace_id", "key"),
        Index("ix_api_requests_created", "workspace_id", "created_at"),
    )

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(200))
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int] = mapped_column(default=0)
    response: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
