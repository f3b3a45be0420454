"""Bring back what the network counts, where the connection may read it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.core import clock, crypto, logs
from app.core.db import db
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery, FiguresDay
from app.domains.publishing.services import telling
from app.domains.publishing.states import ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace
from app.providers.contracts import PostFigures
from app.providers.errors import AccessRevoked, PermissionMissing, ProviderError, Refused

# Younger than the first, read every second: a post lives two days in a feed, and hardly moves after a month.
PACES = (
    (timedelta(days=7), timedelta(hours=6)),
    (timedelta(days=30), timedelta(days=1)),
    (timedelta(days=365), timedelta(days=7)),
)
# Somebody looks: what was read longer ago than this is read again, whatever its pace.
ON_OPENING = timedelta(minutes=15)
BATCH = 50
BY_NETWORK, BY_PERSON = "network", "person"

log = logs.get("publishing")


may_read = network.may_read_figures


def collect(workspace_id: int | None = None) -> int:
    """Read the counters that are due, each account in its turn; return how many were read.

    With a workspace, somebody opened its results: all that was not read within fifteen minutes is due.
    """
    read, resting = 0, set[int]()
    for delivery in _due(workspace_id):
        if delivery.connection_id in resting:
            continue
        sealed = delivery.connection.sealed_access_token
        try:
            _read(delivery, crypto.unseal(sealed))
        except (ProviderError, crypto.UnreadableSecret) as error:
            log.warning("figures not read", delivery_id=delivery.id, error=type(error).__name__)
            _give_up(delivery, sealed, error)
            if not isinstance(error, Refused):
                # What is not about this publication would meet the account's others too.
                resting.add(delivery.connection_id)
        else:
            read += 1
    return read


def _readable() -> list[int]:
    statement = (
        select(Connection)
        .join(Workspace, Workspace.id == Connection.workspace_id)
        .where(Connection.state == ConnectionState.ACTIVE, Workspace.is_demo.is_(False))
    )
    return [row.id for row in db.session.scalars(statement) if may_read(row)]


def _due_now(workspace_id: int | None) -> ColumnElement[bool]:
    now = clock.now()
    if workspace_id is not None:
        seen = or_(Delivery.measured_at.is_(None), Delivery.measured_at < now - ON_OPENING)
        return and_(Delivery.workspace_id == workspace_id, Delivery.published_at > now - PACES[-1][0], seen)
    never = and_(Delivery.measured_at.is_(None), Delivery.published_at > now - PACES[-1][0])
    # What an older tier asks, a younger one asked before it: they may overlap.
    return or_(
        never, *(and_(Delivery.published_at > now - age, Delivery.measured_at <= now - pace) for age, pace in PACES)
    )


def _due(workspace_id: int | None) -> list[Delivery]:
    # One of each account, then a second of each…: few accounts may be read, and none waits for another's.
    turn = func.row_number().over(partition_by=Delivery.connection_id, order_by=Delivery.measured_at.nulls_first())
    due = (
        select(Delivery.id, turn.label("turn"))
        .where(
            Delivery.connection_id.in_(_readable()),
            Delivery.state == DeliveryState.PUBLISHED,
            Delivery.urn != "",
            _due_now(workspace_id),
        )
        .subquery()
    )
    statement = select(Delivery).join(due, due.c.id == Delivery.id).options(joinedload(Delivery.connection))
    rows = list(db.session.scalars(statement.order_by(due.c.turn, Delivery.id).limit(BATCH)))
    db.session.commit()
    return rows


def _read(delivery: Delivery, token: str) -> None:
    figures = network.reader(delivery.connection).figures(token, delivery.urn)
    record(delivery, figures)
    db.session.commit()


def _give_up(delivery: Delivery, sealed: str, error: Exception) -> None:
    if isinstance(error, AccessRevoked | crypto.UnreadableSecret):
        # Told before a publication is due; a token renewed meanwhile is not this one.
        telling.lose(delivery.connection, "access_revoked", Connection.sealed_access_token == sealed)
    elif isinstance(error, Refused | PermissionMissing):
        # Deleted by its author, or not ours to read: asked again with the others, not before them. Read at a moment
        # without a reading of any day is how the pages know that the figures are a person's to type.
        delivery.measured_at = clock.now()
    db.session.commit()


def record(delivery: Delivery, figures: PostFigures) -> None:
    """Keep the counters, and their sum for the day, in the present transaction."""
    for name in ("reactions", "comments", "shares", "impressions"):
        value = getattr(figures, name)
        if value is not None:
            setattr(delivery, name, value)
    if figures.reactions is not None or figures.comments is not None:
        delivery.figures_by = BY_NETWORK
    delivery.measured_at = delivery.connection.synchronised_at = clock.now()
    keep_day(delivery)


def keep_day(delivery: Delivery) -> None:
    """Note what a delivery counts today, in the present transaction."""
    today = clock.today().isoformat()
    day = db.session.scalar(select(FiguresDay).where(FiguresDay.delivery_id == delivery.id, FiguresDay.day == today))
    if day is None:
        day = FiguresDay(workspace_id=delivery.workspace_id, delivery_id=delivery.id, day=today)
        db.session.add(day)
    day.engagement = delivery.reactions + delivery.comments + delivery.shares
