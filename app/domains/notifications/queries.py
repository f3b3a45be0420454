"""A person's list: what she was told, with the names of what it is about; one query a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from app.domains.notifications import places, wording
from app.domains.notifications.kinds import Kind
from app.domains.notifications.models import Notification

PAGE = 30


@dataclass(frozen=True)
class Line:
    """One piece of news as the list shows it."""

    id: int
    icon: str
    sentence: str
    at: datetime
    is_read: bool


@dataclass(frozen=True)
class Page:
    """Some lines, newest first, and the `apres` of the following ones (None on the last page)."""

    items: list[Line]
    next: int | None


def page(user_id: int, workspace_id: int, after: int | None = None) -> Page:
    """Return a page of a person's list."""
    statement = (
        select(Notification, Lead.name, Content.title, Campaign.name)
        .outerjoin(Content, Content.id == Notification.content_id)
        .outerjoin(Lead, Lead.id == Content.lead_id)
        .outerjoin(Campaign, Campaign.id == Notification.campaign_id)
        .where(Notification.user_id == user_id, Notification.workspace_id == workspace_id)
    )
    if after is not None:
        statement = statement.where(Notification.id < after)
    rows = db.session.execute(statement.order_by(Notification.id.desc()).limit(PAGE + 1)).tuples().all()
    lines = [_line(row, lead or title or "", campaign or "") for row, lead, title, campaign in rows[:PAGE]]
    return Page(lines, lines[-1].id if len(rows) > PAGE else None)


def one(user_id: int, workspace_id: int, notification_id: int) -> Notification | None:
    """Return one line of this very person's list."""
    return db.session.scalar(
        select(Notification).where(
            Notification.id == notification_id,
            Notification.user_id == user_id,
            Notification.workspace_id == workspace_id,
        )
    )


def place(row: Notification) -> str:
    """Return the page a piece of news leads to."""
    return places.place(row.kind, row.content_id, row.campaign_id)


def _line(row: Notification, heading: str, campaign: str) -> Line:
    return Line(
        id=row.id,
        icon=wording.ICONS[Kind(row.kind)],
        sentence=wording.sentence(row.kind, row.count, heading, campaign),
        at=row.created_at,
        is_read=row.read_at is not None,
    )
