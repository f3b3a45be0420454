"""What the home page shows, in a number of queries that no amount of rows changes."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, ScalarSelect, Select, String, bindparam, distinct, func, select
from sqlalchemy.orm import joinedload, load_only

from app.core import clock
from app.core.db import Moment, db
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.leads.models import Lead
from app.domains.publishing.models import ENDING, Connection, Delivery, FiguresDay
from app.domains.publishing.services.planning import LATE
from app.domains.publishing.states import ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace

WEEK = timedelta(days=7)
DECIDED = (ContentState.APPROVED, ContentState.PUBLISHED, ContentState.REJECTED)
# What changes from one run of the overview to the next.
WORKSPACE = bindparam("workspace_id", type_=Integer())
SINCE = bindparam("since", type_=Moment())
DAY = bindparam("day", type_=String())


@dataclass(frozen=True)
class Figure:
    """A count, and what seven days added to it."""

    total: int
    change: int


@dataclass(frozen=True)
class Counters:
    """What interactions are made of; `impressions` is None where no network told it."""

    reactions: int
    comments: int
    shares: int
    impressions: int | None


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
    late: int
    connected: bool
    open_accounts: int
    connection_lost: bool
    access_end: datetime | None
    next_departure: datetime | None
    campaign_count: int
    decided: int
    counters: Counters

    @property
    def has_access_to_mend(self) -> bool:
        """Tell whether an access is lost, or ends soon."""
        ends_soon = self.access_end is not None and self.access_end <= clock.now() + ENDING
        return self.connection_lost or ends_soon


def overview(workspace_id: int) -> Overview:
    """Return the home page's counts, in one query."""
    since = clock.now() - WEEK
    day = since.astimezone(clock.QUEBEC).date().isoformat()
    found = db.session.execute(_statement(), {"workspace_id": workspace_id, "since": since, "day": day}).one()
    engagement = found.engagement or 0
    return Overview(
        leads=Figure(found.leads, found.new_leads),
        contents=Figure(found.contents, found.new_contents),
        published=Figure(found.published, found.new_published),
        engagement=Figure(engagement, engagement - (found.engagement_before or 0)),
        pending=found.pending,
        unconfirmed=found.unconfirmed,
        blocked=found.blocked,
        late=found.late,
        connected=bool(found.connected),
        open_accounts=found.open_accounts,
        connection_lost=bool(found.connection_lost),
        access_end=found.access_end,
        next_departure=found.next_departure,
        campaign_count=found.campaigns,
        decided=found.decided,
        counters=Counters(found.reactions or 0, found.comments or 0, found.shares or 0, found.impressions),
    )


@functools.cache
def _statement() -> Select[*tuple[Any, ...]]:
    # Built once: putting these clauses together takes longer than running them.
    columns = {**_totals(), **_counters(), **_changes(), **_waiting()}
    return select(*(column.label(name) for name, column in columns.items()))


def _count(model: type[Lead] | type[Content] | type[Delivery] | type[Connection] | type[Campaign], *where: object
           ) -> ScalarSelect[int]:  # fmt: skip
    return select(func.count(model.id)).where(*where).scalar_subquery()  # type: ignore[arg-type]  # column clauses


def _out(*where: object) -> ScalarSelect[int]:
    # A publication on two accounts is one publication.
    return select(func.count(distinct(Delivery.content_id))).where(*where).scalar_subquery()  # type: ignore[arg-type]  # ditto


def _totals() -> dict[str, ScalarSelect[int]]:
    published = (Delivery.workspace_id == WORKSPACE, Delivery.state == DeliveryState.PUBLISHED)
    engagement = func.sum(Delivery.reactions + Delivery.comments + Delivery.shares)
    return {
        "leads": _count(Lead, Lead.workspace_id == WORKSPACE, Lead.merged_into_id.is_(None)),
        "contents": _count(Content, Content.workspace_id == WORKSPACE),
        "published": _out(*published),
        "engagement": select(engagement).where(*published).scalar_subquery(),
        "campaigns": _count(Campaign, Campaign.workspace_id == WORKSPACE),
    }


def _counters() -> dict[str, ScalarSelect[int]]:
    published = (Delivery.workspace_id == WORKSPACE, Delivery.state == DeliveryState.PUBLISHED)
    columns = (Delivery.reactions, Delivery.comments, Delivery.shares, Delivery.impressions)
    return {column.key: select(func.sum(column)).where(*published).scalar_subquery() for column in columns}


def _changes() -> dict[str, ScalarSelect[int]]:
    published = (Delivery.workspace_id == WORKSPACE, Delivery.state == DeliveryState.PUBLISHED)
    # A counter only grows, so the largest reading up to that day is the last one.
    before = (
        select(func.max(FiguresDay.engagement).label("engagement"))
        .where(FiguresDay.workspace_id == WORKSPACE, FiguresDay.day <= DAY)
        .group_by(FiguresDay.delivery_id)
        .subquery()
    )
    return {
        "new_leads": _count(
            Lead, Lead.workspace_id == WORKSPACE, Lead.merged_into_id.is_(None), Lead.created_at >= SINCE
        ),  # fmt: skip
        "new_contents": _count(Content, Content.workspace_id == WORKSPACE, Content.created_at >= SINCE),
        "new_published": _out(*published, Delivery.published_at >= SINCE),
        "engagement_before": select(func.sum(before.c.engagement)).scalar_subquery(),
    }


def _waiting() -> dict[str, ScalarSelect[int]]:
    deliveries = Delivery.workspace_id == WORKSPACE
    blocked = (Delivery.state == DeliveryState.BLOCKED,)
    connections = (Connection.workspace_id == WORKSPACE,)
    access_end = select(func.min(Connection.expires_at)).where(
        *connections, Connection.state != ConnectionState.DISCONNECTED
    )
    # While the business is paused nothing leaves: no hour is announced.
    departure = (
        select(func.min(Delivery.scheduled_at))
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(deliveries, Delivery.state == DeliveryState.SCHEDULED, Workspace.paused_at.is_(None))
    )
    return {
        "pending": _count(Content, Content.workspace_id == WORKSPACE, Content.state == ContentState.PENDING),
        "decided": _count(Content, Content.workspace_id == WORKSPACE, Content.state.in_(DECIDED)),
        "unconfirmed": _count(Delivery, deliveries, Delivery.state == DeliveryState.UNCONFIRMED),
        "blocked": _count(Delivery, deliveries, *blocked, Delivery.reason != LATE),
        "late": _count(Delivery, deliveries, *blocked, Delivery.reason == LATE),
        "connected": _count(Connection, *connections, Connection.state == ConnectionState.ACTIVE, Connection.is_target),
        "open_accounts": _count(Connection, *connections, Connection.state == ConnectionState.ACTIVE),
        "connection_lost": _count(Connection, *connections, Connection.state == ConnectionState.NEEDS_RECONNECTION),
        "access_end": access_end.scalar_subquery(),  # type: ignore[dict-item]  # a moment among counts
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
