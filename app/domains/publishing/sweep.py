"""Publishing's question for the sweep: what is due, stuck, or still unheard of."""

from __future__ import annotations

from sqlalchemy import Select, func, or_, select

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.services import recover
from app.domains.publishing.services.planning import LATE, LATEST, SEND_JOB, hold_late, line_of
from app.domains.publishing.states import ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace

LOOK_UP_JOB = "app.domains.publishing.jobs.look_up"


def ring_due_deliveries(limit: int = 500) -> int:
    """Ring for due deliveries, settle those whose sender died, look for the unconfirmed; return how many."""
    late = _hold_late(limit)
    return late + _ring_due(limit) + _recover_stuck(limit) + _ring_unconfirmed(limit)


def _hold_late(limit: int) -> int:
    """Have what has waited a day too long ask for a new approval, whatever it waits for."""
    statement = (
        select(Delivery)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state.in_((DeliveryState.SCHEDULED, DeliveryState.BLOCKED)),
            Delivery.reason != LATE,
            Delivery.promised_at < clock.now() - LATEST,
            Workspace.is_demo.is_(False),
        )
        .order_by(Delivery.promised_at)
        .limit(limit)
    )
    held = sum(hold_late(delivery) for delivery in db.session.scalars(statement).all())
    db.session.commit()
    return held


def _ring_due(limit: int) -> int:
    found = db.session.execute(_heads()).all()
    db.session.commit()
    heads = {line_of(connection_id): delivery_id for delivery_id, connection_id in found}
    # A long queue is no lost bell: ringing again would only make it longer.
    silent = background.silent_lines(list(heads))[:limit]
    return sum(background.ring(SEND_JOB, heads[line], line=line) for line in silent)


def _heads() -> Select[int, int]:
    """Ask for the first in the line of each connection that is free, one of each workspace before a second of any."""
    moment = (Delivery.scheduled_at, Delivery.id)
    place = func.row_number().over(partition_by=Delivery.connection_id, order_by=moment)
    due = (
        select(Delivery.id, Delivery.connection_id, Delivery.workspace_id, Delivery.scheduled_at, place.label("place"))
        .join(Connection, Connection.id == Delivery.connection_id)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state == DeliveryState.SCHEDULED,
            Delivery.scheduled_at <= clock.now(),
            or_(Connection.next_free_at.is_(None), Connection.next_free_at <= clock.now()),
            Workspace.is_demo.is_(False),
            Workspace.paused_at.is_(None),
        )
        .subquery()
    )
    turn = func.row_number().over(partition_by=due.c.workspace_id, order_by=(due.c.scheduled_at, due.c.id))
    return select(due.c.id, due.c.connection_id).where(due.c.place == 1).order_by(turn, due.c.scheduled_at, due.c.id)


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
    lines = {f"look_up:{delivery_id}": delivery_id for delivery_id in readable}
    silent = background.silent_lines(list(lines))[:limit]
    return sum(background.ring(LOOK_UP_JOB, lines[line], line=line) for line in silent)
