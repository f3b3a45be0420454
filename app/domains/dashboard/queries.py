"""What the home page shows, in a number of queries that no amount of rows changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import joinedload, load_only

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.leads.models import Lead
from app.domains.publishing.models import Connection, Delivery, FiguresDay
from app.domains.publishing.states import ConnectionState, DeliveryState

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Figure:
    """A count, and what seven days added to it."""

    total: int
    change: int


@dataclass(frozen=True)
class Overview:
    """Four figures, and what waits for the person."""

    leads: Figure
    contents: Figure
    published: Figure
    engagement: Figure
    pending: int
    unconfirmed: int
    blocked: int
    connected: bool
    connection_lost: bool
    next_departure: datetime | None
    campaign_count: int


def overview(workspace_id: int) -> Overview:
    """Return the home page's counts, in one query."""
    since = clock.now() - WEEK
    columns = {**_totals(workspace_id), **_changes(workspace_id, since), **_waiting(workspace_id)}
    found = db.session.execute(select(*(column.label(name) for name, column in columns.items()))).one()
    engagement = found.engagement or 0
    return Overview(
        leads=Figure(found.leads, found.new_leads),
        contents=Figure(found.contents, found.new_contents),
        published=Figure(found.published, found.new_published),
        engagement=Figure(engagement, engagement - (found.engagement_before or 0)),
        pending=found.pending,
        unconfirmed=found.unconfirmed,
        blocked=found.blocked,
        connected=bool(found.connected),
        connection_lost=bool(found.connection_lost),
        next_departure=found.next_departure,
        campaign_count=found.campaigns,
    )


def _count(model: type[Lead] | type[Content] | type[Delivery] | type[Connection] | type[Campaign], *where: object
           ) -> ScalarSelect[int]:  # fmt: skip
    return select(func.count(model.id)).where(*where).scalar_subquery()  # type: ignore[arg-type]  # column clauses


def _totals(workspace_id: int) -> dict[str, ScalarSelect[int]]:
    engagement = func.sum(Delivery.reactions + Delivery.comments + Delivery.shares)
    published = (Delivery.workspace_id == workspace_id, Delivery.state == DeliveryState.PUBLISHED)
    return {
        "leads": _count(Lead, Lead.workspace_id == workspace_id),
        "contents": _count(Content, Content.workspace_id == workspace_id),
        "published": _count(Delivery, *published),
        "engagement": select(engagement).where(*published).scalar_subquery(),
        "campaigns": _count(Campaign, Campaign.workspace_id == workspace_id),
    }


def _changes(workspace_id: int, since: datetime) -> dict[str, ScalarSelect[int]]:
    published = (Delivery.workspace_id == workspace_id, Delivery.state == DeliveryState.PUBLISHED)
    day = since.astimezone(clock.QUEBEC).date().isoformat()
    # A counter only grows, so the largest reading up to that day is the last one.
    before = (
        select(func.max(FiguresDay.engagement).label("engagement"))
        .where(FiguresDay.workspace_id == workspace_id, FiguresDay.day <= day)
        .group_by(FiguresDay.delivery_id)
        .subquery()
    )
    return {
        "new_leads": _count(Lead, Lead.workspace_id == workspace_id, Lead.created_at >= since),
        "new_contents": _count(Content, Content.workspace_id == workspace_id, Content.created_at >= since),
        "new_published": _count(Delivery, *published, Delivery.published_at >= since),
        "engagement_before": select(func.sum(before.c.engagement)).scalar_subquery(),
    }


def _waiting(workspace_id: int) -> dict[str, ScalarSelect[int]]:
    deliveries = Delivery.workspace_id == workspace_id
    connections = (Connection.workspace_id == workspace_id,)
    departure = select(func.min(Delivery.scheduled_at)).where(deliveries, Delivery.state == DeliveryState.SCHEDULED)
    return {
        "pending": _count(Content, Content.workspace_id == workspace_id, Content.state == ContentState.PENDING),
        "unconfirmed": _count(Delivery, deliveries, Delivery.state == DeliveryState.UNCONFIRMED),
        "blocked": _count(Delivery, deliveries, Delivery.state == DeliveryState.BLOCKED),
        "connected": _count(Connection, *connections, Connection.state == ConnectionState.ACTIVE),
        "connection_lost": _count(Connection, *connections, Connection.state == ConnectionState.NEEDS_RECONNECTION),
        "next_departure": departure.scalar_subquery(),  # type: ignore[dict-item]  # a moment among counts
    }


def latest_campaigns(workspace_id: int, limit: int = 4) -> list[Campaign]:
    """Return the newest campaigns."""
    statement = select(Campaign).where(Campaign.workspace_id == workspace_id).order_by(Campaign.id.desc()).limit(limit)
    return list(db.session.scalars(statement))


def latest_contents(workspace_id: int, limit: int = 4) -> list[Content]:
    """Return the newest publications with their prospects, those that await a decision first."""
    statement = (
        select(Content)
        .where(Content.workspace_id == workspace_id)
        .options(joinedload(Content.lead).options(load_only(Lead.id, Lead.name, Lead.city)))
        .order_by((Content.state == ContentState.PENDING).desc(), Content.id.desc())
        .limit(limit)
    )
    return list(db.session.scalars(statement))
