"""When an approved publication leaves: after the undo window, one gap after the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import select, update

from app.core import background, clock, states
from app.core.db import changed, db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.publishing import accounts, best_hours, queries, wording
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.services.telling import tell
from app.domains.publishing.states import MOVES, OPEN, ConnectionState, DeliveryState
from app.domains.workspaces.services import workspace_by_id

# The outcome of an attempt whose owner says there is nothing to see.
ABSENT = "owner_says_absent"
SEND_JOB = "app.domains.publishing.jobs.send"
# Later than this, what was approved may no longer be true: the owner approves again.
LATEST = timedelta(hours=24)
LATE = "late"


def plan_delivery(content_id: int, taker: Connection | None = None) -> Sequence[Delivery]:
    """Plan a delivery of an approved content to each account that receives it, in the present transaction.

    Args:
        content_id: what was approved.
        taker: the one account that takes over what another held; the others keep what they were given then.

    Returns:
        What was planned; nothing without a living connection: it is planned when one opens.
    """
    # Two connections that open together plan each content once.
    queries.hold_content(content_id)
    content = db.session.get_one(Content, content_id)
    targets = accounts.targets(content.workspace_id)
    if not any(each.state == ConnectionState.ACTIVE for each in targets):
        return []
    bound = queries.bound_connections(content)
    asked = targets if taker is None else [each for each in targets if each.id == taker.id]
    planned = [_plan(content, each) for each in asked if each.id not in bound]
    db.session.flush()
    for delivery in planned:
        if delivery.state == DeliveryState.SCHEDULED:
            ring(delivery)
    return planned


def _plan(content: Content, connection: Connection) -> Delivery:
    undo_until = clock.in_seconds(current_app.config["SETTINGS"].undo_seconds)
    # Among several accounts, the one that is lost keeps its part until it is opened again.
    is_open = connection.state == ConnectionState.ACTIVE
    delivery = Delivery(
        workspace_id=content.workspace_id,
        content_id=content.id,
        connection=connection,
        text=content.text,
        hashtags=list(content.hashtags),
        state=DeliveryState.SCHEDULED if is_open else DeliveryState.BLOCKED,
        reason="" if is_open else connection.reason or "access_revoked",
        # Those of one decision say so: a refusal is over for the decision it followed.
        approved_at=content.decided_at or clock.now(),
        undo_until=undo_until,
        scheduled_at=slot_of(content, connection, undo_until),
    )
    db.session.add(delivery)
    return delivery


def slot_of(content: Content, connection: Connection, soonest: datetime) -> datetime:
    """Return when a content approved now leaves: on its own date, else within the workspace's best hours, if any."""
    if content.planned_at is not None:
        return queries.next_slot(connection, max(soonest, content.planned_at))
    return best_hours.first_slot(connection, soonest, workspace_by_id(content.workspace_id).best_hours)


def leaves_at(content: Content) -> datetime | None:
    """Return when a content approved now would first leave; None without a connection."""
    soonest = clock.in_seconds(current_app.config["SETTINGS"].undo_seconds)
    open_ones = [each for each in accounts.targets(content.workspace_id) if each.state == ConnectionState.ACTIVE]
    return min((slot_of(content, each, soonest) for each in open_ones), default=None)


def is_late(delivery: Delivery, at: datetime | None = None) -> bool:
    """Tell whether leaving `at` (now by default) would be too late for what was approved."""
    return (at or clock.now()) - delivery.promised_at > LATEST


def ring(delivery: Delivery) -> None:
    """Ring a delivery's bell at its own moment, once the transaction is committed."""
    background.ring_after_commit(SEND_JOB, delivery.id, at=delivery.scheduled_at, line=line_of(delivery.connection_id))


def line_of(connection_id: int) -> str:
    """Return the line the bells of a connection wait in: one at a time, for its deliveries leave one at a time."""
    return f"connection:{connection_id}"


def reschedule(delivery: Delivery, at: datetime, *, by_person: bool = False) -> bool:
    """Give a delivery that is merely planned another moment, in the present transaction; tell whether it was.

    It is late from `at` only where a person chose it.
    """
    promised = {"promised_at": at} if by_person else {}
    statement = (
        update(Delivery)
        .where(
            Delivery.id == delivery.id,
            Delivery.state == DeliveryState.SCHEDULED,
            Delivery.scheduled_at == delivery.scheduled_at,
        )
        .values(scheduled_at=at, reason="", **promised)
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
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
    workspace_id, promises = connection.workspace_id, dict[int, datetime]()
    for delivery in queries.stranded(connection):
        queries.hold_content(delivery.content_id)
        if delivery.connection_id != connection.id and not is_late(delivery):
            promises[delivery.content_id] = delivery.promised_at
        _free(delivery, connection)
    db.session.flush()
    promised = {content.id: _promise_of(content) for content in queries.approved_without_delivery(workspace_id)}
    for content_id, promise in (promised | promises).items():
        # What is, or was, on another account already is not given to every one that receives something today.
        for delivery in plan_delivery(content_id, None if content_id in promised else connection):
            if promise is not None:
                _keep_promise(delivery, promise)
    db.session.commit()


def _promise_of(content: Content) -> datetime | None:
    """Return the moment a content approved without a connection was to leave; None when it had none."""
    if content.planned_at is None:
        return None
    return max(content.planned_at, content.decided_at or content.planned_at)


def _keep_promise(delivery: Delivery, promise: datetime) -> None:
    """Plan afresh without making young what is late."""
    delivery.promised_at = min(promise, delivery.scheduled_at)
    db.session.flush()
    if is_late(delivery, delivery.scheduled_at):
        hold_late(delivery)


def _free(delivery: Delivery, connection: Connection) -> None:
    slot = queries.next_slot(connection, max(clock.now(), delivery.undo_until))
    if is_late(delivery, slot):
        hold_late(delivery)
    elif delivery.connection_id != connection.id:
        # Another account: what was planned for the former one starts afresh.
        states.claim(delivery, DeliveryState.CANCELLED, moves=MOVES)
    elif states.claim(delivery, DeliveryState.SCHEDULED, moves=MOVES, only_from=DeliveryState.BLOCKED,
                      reason="", tries=0, scheduled_at=slot):  # fmt: skip
        ring(delivery)


def hold_late(delivery: Delivery) -> bool:
    """Have a waiting delivery ask for a new approval, in the present transaction; tell whether it did not yet."""
    waiting = (DeliveryState.SCHEDULED, DeliveryState.BLOCKED)
    statement = (
        update(Delivery)
        .where(Delivery.id == delivery.id, Delivery.state.in_(waiting), Delivery.reason != LATE)
        .values(state=DeliveryState.BLOCKED, reason=LATE)
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(delivery)
    if won:
        tell(delivery, LATE)
    return won
