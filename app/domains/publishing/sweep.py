"""Publishing's question for the sweep: what is due, stuck, or still unheard of."""

from __future__ import annotations

from sqlalchemy import func, or_, select

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.services import recover
from app.domains.publishing.services.planning import SEND_JOB
from app.domains.publishing.states import ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace

LOOK_UP_JOB = "app.domains.publishing.jobs.look_up"


def ring_due_deliveries(limit: int = 500) -> int:
    """Ring for due deliveries, settle those whose sender died, look for the unconfirmed; return how many."""
    return _ring_due(limit) + _recover_stuck(limit) + _ring_unconfirmed(limit)


def _ring_due(limit: int) -> int:
    # One of each workspace, then a second of each…: nobody waits for another's backlog.
    turn = func.row_number().over(partition_by=Delivery.workspace_id, order_by=(Delivery.scheduled_at, Delivery.id))
    due = (
        select(Delivery.id, turn.label("turn"), Delivery.scheduled_at)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state == DeliveryState.SCHEDULED,
            Delivery.scheduled_at <= clock.now(),
            Workspace.is_demo.is_(False),
            Workspace.paused_at.is_(None),
        )
        .subquery()
    )
    ids = db.session.scalars(select(due.c.id).order_by(due.c.turn, due.c.scheduled_at).limit(limit)).all()
    db.session.commit()
    return sum(background.ring(SEND_JOB, delivery_id) for delivery_id in ids)


def _recover_stuck(limit: int) -> int:
    statement = (
        select(Delivery)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state == DeliveryState.SENDING,
            Delivery.lease_until < clock.now(),
            Workspace.is_demo.is_(False),
        )
    )
    stuck = db.session.scalars(statement.order_by(Delivery.lease_until).limit(limit)).all()
    for delivery in stuck:
        recover(delivery)
    return len(stuck)


def _ring_unconfirmed(limit: int) -> int:
    statement = (
        select(Delivery.id, Connection)
        .join(Connection, Connection.id == Delivery.connection_id)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state == DeliveryState.UNCONFIRMED,
            or_(Delivery.lease_until.is_(None), Delivery.lease_until <= clock.now()),
            Connection.state == ConnectionState.ACTIVE,
            Workspace.is_demo.is_(False),
        )
        .order_by(Delivery.id)
    )
    # Few connections may read: counted after, or those that may not would fill the limit for ever.
    readable = [row[0] for row in db.session.execute(statement) if network.may_read_back(row[1])]
    db.session.commit()
    return sum(background.ring(LOOK_UP_JOB, delivery_id) for delivery_id in readable[:limit])
