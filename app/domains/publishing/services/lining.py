"""The line of one account: its head leaves, and those left behind it are given moments of their own.

One bell serves a whole line, from the back of the queue each time: nobody waits for another's backlog.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import queries
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.services import pace
from app.domains.publishing.services.planning import SEND_JOB, hold_late, is_late, line_of
from app.domains.publishing.services.sending import send
from app.domains.publishing.states import DeliveryState

# Spaced out by one job; the rest of a longer line goes to the back of the queue.
BATCH = 200


def send_in_turn(delivery_id: int) -> None:
    """Send the first in the line of a delivery if its account is free, and see to those behind it."""
    found = select(Connection).join(Delivery, Delivery.connection_id == Connection.id).where(Delivery.id == delivery_id)
    connection = db.session.scalar(found.execution_options(populate_existing=True))
    if connection is None:
        return
    head = queries.overdue(connection.id, 1)
    is_free = pace.rests_until(connection) is None
    db.session.commit()
    # Whoever won the claim of a head sees to the others after it.
    if head and (not is_free or send(head[0].id)):
        _see_to_those_behind(connection.id)


def _see_to_those_behind(connection_id: int) -> None:
    queries.hold_connection(connection_id)
    connection = db.session.get_one(Connection, connection_id, populate_existing=True)
    waiting = queries.overdue(connection_id, BATCH + 1)
    until = pace.rests_until(connection)
    if until is not None:
        _space_out(connection, waiting[:BATCH], until)
        waiting = waiting[BATCH:]
    db.session.commit()
    if waiting:
        background.ring(SEND_JOB, waiting[0].id, line=line_of(connection_id))


def _space_out(connection: Connection, waiting: Sequence[Delivery], until: datetime) -> None:
    """Give each a moment of its own, once, one gap after the one before it."""
    # What is overdue holds no place; what is planned for later keeps its own.
    taken = queries.taken_from(connection, max(clock.now(), until - queries.gap()))
    moment = until
    for delivery in waiting:
        slot = queries.first_free(max(moment, delivery.undo_until), taken)
        if is_late(delivery, slot):
            hold_late(delivery)
        else:
            _put_off(delivery, slot)
            moment = slot + queries.gap()


def _put_off(delivery: Delivery, moment: datetime) -> None:
    # The line is held: a person's own gesture may still win, and nothing is read again to know it.
    statement = (
        update(Delivery)
        .where(
            Delivery.id == delivery.id,
            Delivery.state == DeliveryState.SCHEDULED,
            Delivery.scheduled_at == delivery.scheduled_at,
        )
        .values(scheduled_at=moment, reason=pace.REASON)
        .execution_options(synchronize_session=False)
    )
    db.session.execute(statement)
    background.ring_after_commit(SEND_JOB, delivery.id, at=moment, line=line_of(delivery.connection_id))
