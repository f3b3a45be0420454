"""The lines of the journal of activity."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row


class AuditLine(Row):
    """One thing somebody did. The database itself refuses to change one but to empty what names somebody, or to remove
    one that is not two years old.

    A line is a workspace's (`workspace_id`) or a person's own, about her account (`person_id`): it goes with that, and
    no other way. `by_id` and `by_name` outlive who did it. `door` is page, api, letter or system; `address` is coarse.
    A migration that copies this table on SQLite makes its two triggers again.
    """

    __tablename__ = "audit_lines"
    __table_args__ = (
        CheckConstraint("(workspace_id IS NULL) != (person_id IS NULL)", name="of_one"),
        Index("ix_audit_lines_workspace", "workspace_id", "id"),
        Index("ix_audit_lines_person", "person_id", "id"),
        Index("ix_audit_lines_happened_at", "happened_at"),
    )

    workspace_id: Mapped[int | None] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(254), default="")
    detail: Mapped[str] = mapped_column(String(120), default="")
    by_id: Mapped[int | None]
    by_name: Mapped[str] = mapped_column(String(254), default="")
    door: Mapped[str] = mapped_column(String(10))
    address: Mapped[str] = mapped_column(String(45), default="")
    happened_at: Mapped[datetime] = mapped_column(default=clock.now)
