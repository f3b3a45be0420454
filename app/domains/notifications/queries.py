"""A person's list: what she was told, with the names of what it is about; one query a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, Select, func, select

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


@dataclass(frozen=True)
class Fresh:
    """What changed since a page was shown: the count of its bell, its newest news, and the line to announce, if any."""

    unread_count: int
    newest_id: int
    line: Line | None


def page(user_id: int, workspace_id: int, after: int | None = None) -> Page:
    """Return a page of a person's list."""
    statement = _listed(user_id, workspace_id)
    if after is not None:
        statement = statement.where(Notification.id < after)
    rows = db.session.execute(statement.limit(PAGE + 1)).tuples().all()
    lines = [_line(*row) for row in rows[:PAGE]]
    return Page(lines, lines[-1].id if len(rows) > PAGE else None)


def fresh(user_id: int, workspace_id: int, *, seen_id: int, seen_count: int) -> Fresh | None:
    """Return what is new to a page that shows `seen_count` and has announced up to `seen_id`; None, after one query."""
    said = select(unread_count(user_id, workspace_id), newest_id(user_id, workspace_id))
    count, newest = db.session.execute(said).one()
    if (count, newest) == (seen_count, seen_id):
        return None
    is_news = (Notification.id > seen_id) & Notification.read_at.is_(None)
    row = db.session.execute(_listed(user_id, workspace_id).where(is_news).limit(1)).tuples().first()
    return Fresh(count, newest, _line(*row) if row is not None else None)


def unread_count(user_id: int, workspace_id: int) -> ScalarSelect[int]:
    """Return the clause that counts what a person has not read."""
    statement = select(func.count(Notification.id)).where(
        Notification.user_id == user_id, Notification.workspace_id == workspace_id, Notification.read_at.is_(None)
    )
    return statement.scalar_subquery()


def newest_id(user_id: int, workspace_id: int) -> ScalarSelect[int]:
    """Return the clause of the id of a person's newest news; 0 while there is none."""
    newest = func.coalesce(func.max(Notification.id), 0)
    mine = (Notification.user_id == user_id, Notification.workspace_id == workspace_id)
    return select(newest).where(*mine).scalar_subquery()


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


def _listed(user_id: int, workspace_id: int) -> Select[Notification, str | None, str | None, str | None]:
    return (
        select(Notification, Lead.name, Content.title, Campaign.name)
        .outerjoin(Content, Content.id == Notification.content_id)
        .outerjoin(Lead, Lead.id == Content.lead_id)
        .outerjoin(Campaign, Campaign.id == Notification.campaign_id)
        .where(Notification.user_id == user_id, Notification.workspace_id == workspace_id)
        .order_by(Notification.id.desc())
    )


def _line(row: Notification, lead: str | None, title: str | None, campaign: str | None) -> Line:
    return Line(
        id=row.id,
        icon=wording.ICONS[Kind(row.kind)],
        sentence=wording.sentence(row.kind, row.count, lead or title or "", campaign or ""),
        at=row.created_at,
        is_read=row.read_at is not None,
    )
