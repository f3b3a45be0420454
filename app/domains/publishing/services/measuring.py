"""Bring back what the network counts, where the connection may read it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.core import clock, crypto, logs
from app.core.db import db
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery, FiguresDay
from app.domains.publishing.states import ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace
from app.providers.contracts import PostFigures
from app.providers.errors import ProviderError

EVERY = timedelta(hours=6)
OLDEST = timedelta(days=30)
BATCH = 50

log = logs.get("publishing")


def may_read(connection: Connection) -> bool:
    """Tell whether a connection was granted the reading of figures."""
    return bool(network.FIGURES_SCOPES & set(connection.scopes))


def collect() -> int:
    """Read the counters that are due; return how many were read."""
    return sum(_read(delivery) for delivery in _due())


def _due() -> list[Delivery]:
    now = clock.now()
    statement = (
        select(Delivery)
        .join(Connection, Connection.id == Delivery.connection_id)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state == DeliveryState.PUBLISHED,
            Delivery.urn != "",
            Delivery.published_at > now - OLDEST,
            or_(Delivery.measured_at.is_(None), Delivery.measured_at < now - EVERY),
            Connection.state == ConnectionState.ACTIVE,
            Workspace.is_demo.is_(False),
        )
        .options(joinedload(Delivery.connection))
        .order_by(Delivery.measured_at.nulls_first())
    )
    rows = [row for row in db.session.scalars(statement.limit(BATCH * 4)) if may_read(row.connection)]
    db.session.commit()
    return rows[:BATCH]


def _read(delivery: Delivery) -> bool:
    token = crypto.unseal(delivery.connection.sealed_access_token)
    try:
        figures = network.reader().figures(token, delivery.urn)
    except ProviderError as error:
        log.warning("figures not read", delivery_id=delivery.id, reason=error.code)
        return False
    record(delivery, figures)
    db.session.commit()
    return True


def record(delivery: Delivery, figures: PostFigures) -> None:
    """Keep the counters, and their sum for the day, in the present transaction."""
    for name in ("reactions", "comments", "shares", "impressions"):
        value = getattr(figures, name)
        if value is not None:
            setattr(delivery, name, value)
    delivery.measured_at = delivery.connection.synchronised_at = clock.now()
    today = clock.today().isoformat()
    day = db.session.scalar(select(FiguresDay).where(FiguresDay.delivery_id == delivery.id, FiguresDay.day == today))
    if day is None:
        day = FiguresDay(workspace_id=delivery.workspace_id, delivery_id=delivery.id, day=today)
        db.session.add(day)
    day.engagement = delivery.reactions + delivery.comments + delivery.shares
