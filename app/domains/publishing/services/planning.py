"""When an approved publication leaves: after the undo window, one gap after the one before it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from flask import current_app
from sqlalchemy import CursorResult, select, update

from app.core import background, clock, states
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.publishing import best_hours, queries, wording
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.states import MOVES, OPEN, ConnectionState, DeliveryState
from app.domains.workspaces.services import workspace_by_id

# The outcome of an attempt whose owner says there is nothing to see.
ABSENT = "owner_says_absent"
SEND_JOB = "app.domains.publishing.jobs.send"
# Later than this, what was approved may no longer be true: the owner approves again.
LATEST = timedelta(hours=24)


def plan_delivery(content_id: int) -> Delivery | None:
    """Plan the delivery of an approved content, in the present transaction.

    Returns:
        None without a living connection: it is planned when one opens.
    """
    content = db.session.get_one(Content, content_id)
    connection = queries.active_connection(content.workspace_id)
    if connection is None or queries.open_delivery(content_id) is not None:
        return None
    undo_until = clock.in_seconds(current_app.config["SETTINGS"].undo_seconds)
    delivery = Delivery(
        workspace_id=content.workspace_id,
        content_id=content.id,
        connection_id=connection.id,
        text=content.text,
        hashtags=list(content.hashtags),
        undo_until=undo_until,
        scheduled_at=slot_of(content, connection, undo_until),
    )
    db.session.add(delivery)
    db.session.flush()
    ring(delivery)
    return delivery


def slot_of(content: Content, connection: Connection, soonest: datetime) -> datetime:
    """Return when a content approved now leaves: on its own date, else within the workspace's best hours, if any."""
    if content.planned_at is not None:
        return queries.next_slot(connection, max(soonest, content.planned_at))
    return best_hours.first_slot(connection, soonest, workspace_by_id(content.workspace_id).best_hours)


def leaves_at(content: Content) -> datetime | None:
    """Return when a content approved now would leave; None without a connection."""
    found = queries.active_connection(content.workspace_id)
    if found is None:
        return None
    return slot_of(content, found, clock.in_seconds(current_app.config["SETTINGS"].undo_seconds))


def promised_at(delivery: Delivery) -> datetime:
    """Return the moment a delivery is late from: waiting moves `scheduled_at`, and never what was approved."""
    absences = [row.answered_at for row in queries.attempts(delivery.id) if row.outcome == ABSENT and row.answered_at]
    if absences:
        # Its owner has just asked for it again.
        return max(absences)
    planned = db.session.scalar(select(Content.planned_at).where(Content.id == delivery.content_id))
    tried = [row.started_at for row in queries.attempts(delivery.id)]
    return min([delivery.scheduled_at, *tried, *([max(planned, delivery.undo_until)] if planned else [])])


def ring(delivery: Delivery) -> None:
    """Ring a delivery's bell at its own moment, once the transaction is committed."""
    background.ring_after_commit(SEND_JOB, delivery.id, on="soon", at=delivery.scheduled_at)


def reschedule(delivery: Delivery, at: datetime) -> bool:
    """Give a delivery that is merely planned another moment, in the present transaction; tell whether it was."""
    statement = (
        update(Delivery)
        .where(
            Delivery.id == delivery.id,
            Delivery.state == DeliveryState.SCHEDULED,
            Delivery.scheduled_at == delivery.scheduled_at,
        )
        .values(scheduled_at=at, reason="")
        .execution_options(synchronize_session=False)
    )
    won = cast("CursorResult[Any]", db.session.execute(statement)).rowcount == 1
    db.session.refresh(delivery)
    if won:
        ring(delivery)
    return won


def cancel_planned(content_id: int) -> None:
    """Cancel what was planned for a content whose decision is taken back, in the present transaction.

    Raises:
        Conflict: it is leaving, or may be out already.
    """
    statement = select(Delivery).where(Delivery.content_id == content_id, Delivery.state.in_(OPEN))
    for delivery in db.session.scalars(statement).all():
        if delivery.state == DeliveryState.UNCONFIRMED:
            raise Conflict("unconfirmed", wording.MAYBE_OUT)
        if not states.claim(delivery, DeliveryState.CANCELLED, moves=MOVES, reason=""):
            raise Conflict("already_leaving", wording.TOO_LATE)


def plan_waiting(connection_id: int) -> None:
    """Plan what was approved without a connection, free what a lost one blocked, and commit."""
    connection = db.session.get(Connection, connection_id)
    if connection is None or connection.state != ConnectionState.ACTIVE:
        return
    for delivery in queries.stranded(connection.workspace_id):
        _free(delivery, connection)
    db.session.flush()
    for content in queries.approved_without_delivery(connection.workspace_id):
        plan_delivery(content.id)
    db.session.commit()


def _free(delivery: Delivery, connection: Connection) -> None:
    slot = queries.next_slot(connection, max(clock.now(), delivery.undo_until))
    if slot - promised_at(delivery) > LATEST:
        delivery.reason = "late"
    elif delivery.connection_id != connection.id:
        # Another account: what was planned for the former one starts afresh.
        states.claim(delivery, DeliveryState.CANCELLED, moves=MOVES)
    elif states.claim(delivery, DeliveryState.SCHEDULED, moves=MOVES, only_from=DeliveryState.BLOCKED,
                      reason="", tries=0, scheduled_at=slot):  # fmt: skip
        ring(delivery)
