"""Mark what a person was told as read."""

from __future__ import annotations

from sqlalchemy import update

from app.core import clock
from app.core.db import db
from app.domains.notifications.models import Notification


def mark_read(row: Notification) -> None:
    """Note that a person opened a piece of news, and commit."""
    if row.read_at is None:
        row.read_at = clock.now()
    db.session.commit()


def mark_all_read(user_id: int, workspace_id: int) -> None:
    """Note that a person has seen all she was told in a workspace, and commit."""
    mine = (Notification.user_id == user_id, Notification.workspace_id == workspace_id)
    db.session.execute(update(Notification).where(*mine, Notification.read_at.is_(None)).values(read_at=clock.now()))
    db.session.commit()
