"""Questions about deliveries and connections; each load is given the workspace."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.states import ContentState
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.network import LINKEDIN
from app.domains.publishing.states import OPEN, ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace

PAGE = 50
# A delivery that was refused is over for its text; one that was cancelled is as if never planned.
_BINDING = (*OPEN, DeliveryState.PUBLISHED, DeliveryState.REFUSED)


@dataclass(frozen=True)
class Page:
    """Some deliveries, and the `after` of the following ones (None on the last page)."""

    items: list[Delivery]
    next: int | None


def delivery_of(content_ids: Sequence[int]) -> dict[int, Delivery]:
    """Return, by content, its newest delivery that was not cancelled; one query."""
    if not content_ids:
        return {}
    statement = select(Delivery).where(Delivery.content_id.in_(content_ids), Delivery.state != DeliveryState.CANCELLED)
    return {row.content_id: row for row in db.session.scalars(statement.order_by(Delivery.id))}


def delivery(workspace_id: int, delivery_id: int) -> Delivery | None:
    """Return one delivery of one workspace, with its content and connection."""
    statement = select(Delivery).where(Delivery.id == delivery_id, Delivery.workspace_id == workspace_id)
    return db.session.scalar(statement.options(joinedload(Delivery.content), joinedload(Delivery.connection)))


def deliveries(
    workspace_id: int, *, content_id: int | None = None, after: int | None = None, limit: int = PAGE
) -> Page:
    """Return a page of deliveries, oldest first."""
    statement = select(Delivery).where(Delivery.workspace_id == workspace_id)
    if content_id is not None:
        statement = statement.where(Delivery.content_id == content_id)
    if after is not None:
        statement = statement.where(Delivery.id > after)
    rows = list(db.session.scalars(statement.order_by(Delivery.id).limit(limit + 1)))
    return Page(rows[:limit], rows[limit - 1].id if len(rows) > limit else None)


def connection(workspace_id: int, network: str = LINKEDIN) -> Connection | None:
    """Return the newest connection that was not closed."""
    statement = select(Connection).where(
        Connection.workspace_id == workspace_id,
        Connection.network == network,
        Connection.state != ConnectionState.DISCONNECTED,
    )
    return db.session.scalar(statement.order_by(Connection.connected_at.desc(), Connection.id.desc()).limit(1))


def active_connection(workspace_id: int) -> Connection | None:
    """Return the connection publications leave by."""
    found = connection(workspace_id)
    return found if found is not None and found.state == ConnectionState.ACTIVE else None


def open_delivery(content_id: int) -> Delivery | None:
    """Return the delivery of a content that is not over."""
    statement = select(Delivery).where(Delivery.content_id == content_id, Delivery.state.in_(OPEN))
    return db.session.scalar(statement.order_by(Delivery.id.desc()).limit(1))


def for_sending(delivery_id: int) -> Delivery | None:
    """Return a delivery with all that its sending needs; None for a demonstration's."""
    statement = (
        select(Delivery)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(Delivery.id == delivery_id, Workspace.is_demo.is_(False))
        .options(joinedload(Delivery.content), joinedload(Delivery.connection))
        .execution_options(populate_existing=True)
    )
    return db.session.scalar(statement)


def approved_without_delivery(workspace_id: int) -> list[Content]:
    """Return the approved contents nothing was planned for, the oldest decision first."""
    # A refusal is over for the decision it followed; a later approval is a new one.
    since = or_(Delivery.state != DeliveryState.REFUSED, Delivery.approved_at >= Content.decided_at)
    bound = select(Delivery.id).where(Delivery.content_id == Content.id, Delivery.state.in_(_BINDING), since).exists()
    statement = select(Content).where(
        Content.workspace_id == workspace_id, Content.state == ContentState.APPROVED, ~bound
    )
    return list(db.session.scalars(statement.order_by(Content.decided_at, Content.id)))


def stranded(workspace_id: int) -> list[Delivery]:
    """Return the deliveries that wait for a reconnection, or soon will, in the order they should have left."""
    lost = and_(Delivery.state == DeliveryState.SCHEDULED, Connection.state != ConnectionState.ACTIVE)
    statement = (
        select(Delivery)
        .join(Connection, Connection.id == Delivery.connection_id)
        .where(Delivery.workspace_id == workspace_id, or_(Delivery.state == DeliveryState.BLOCKED, lost))
    )
    return list(db.session.scalars(statement.order_by(Delivery.scheduled_at, Delivery.id)))


def attempts(delivery_id: int) -> Sequence[DeliveryAttempt]:
    """Return what was tried for a delivery, oldest first."""
    statement = select(DeliveryAttempt).where(DeliveryAttempt.delivery_id == delivery_id)
    return db.session.scalars(statement.order_by(DeliveryAttempt.id)).all()


def heard_urn(delivery_id: int) -> str:
    """Return the URN an attempt of a delivery was answered with; empty when none was."""
    statement = select(DeliveryAttempt.urn).where(DeliveryAttempt.delivery_id == delivery_id, DeliveryAttempt.urn != "")
    return db.session.scalar(statement.limit(1)) or ""


def is_anothers(delivery: Delivery, urn: str) -> bool:
    """Tell whether a URN is that of another delivery: the network holds one publication for each."""
    statement = select(Delivery.id).where(Delivery.urn == urn, Delivery.id != delivery.id)
    return db.session.scalar(statement.limit(1)) is not None


def hold_content(content_id: int) -> None:
    """Lock a content before its delivery, as every decision does: two writers never wait for each other."""
    db.session.execute(select(Content.id).where(Content.id == content_id).with_for_update())


def hold_connection(connection_id: int) -> None:
    """Lock a connection: two gestures never take the same place in its line."""
    db.session.execute(select(Connection.id).where(Connection.id == connection_id).with_for_update())


def not_paused() -> ColumnElement[bool]:
    """Return the clause that lets a delivery leave its workspace."""
    return Delivery.workspace_id.in_(select(Workspace.id).where(Workspace.paused_at.is_(None)))


def is_paused(workspace_id: int) -> bool:
    """Tell whether nothing may leave a workspace, as the database has it now."""
    return db.session.scalar(select(Workspace.paused_at).where(Workspace.id == workspace_id)) is not None


def sent_today(connection_id: int) -> int:
    """Count the create calls of a connection since midnight in Québec that may have been carried out."""
    local = clock.now().astimezone(clock.QUEBEC)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    statement = (
        select(func.count(DeliveryAttempt.id))
        .join(Delivery, Delivery.id == DeliveryAttempt.delivery_id)
        .where(
            Delivery.connection_id == connection_id,
            DeliveryAttempt.started_at >= midnight,
            or_(DeliveryAttempt.answered_at.is_(None), DeliveryAttempt.urn != ""),
        )
    )
    return db.session.scalar(statement) or 0


def gap() -> timedelta:
    """Return the least time between two publications of one connection."""
    return timedelta(seconds=current_app.config["SETTINGS"].publish_gap_seconds)


def next_slot(connection: Connection, not_before: datetime, *, ignoring: Collection[int] = ()) -> datetime:
    """Return the first moment from `not_before` that keeps the gap with all that is planned, before and after it.

    Args:
        connection: the account it leaves by.
        not_before: the earliest moment that serves.
        ignoring: deliveries that are about to leave their own place.
    """
    moment = max(not_before, connection.next_free_at or not_before)
    return first_free(moment, taken_from(connection, moment - gap(), ignoring=ignoring))


def taken_from(connection: Connection, since: datetime, *, ignoring: Collection[int] = ()) -> Sequence[datetime]:
    """Return the moments planned after `since`, in order."""
    statement = select(Delivery.scheduled_at).where(
        Delivery.connection_id == connection.id,
        Delivery.state.in_([DeliveryState.SCHEDULED, DeliveryState.SENDING]),
        Delivery.scheduled_at > since,
    )
    if ignoring:
        statement = statement.where(Delivery.id.not_in(ignoring))
    return db.session.scalars(statement.order_by(Delivery.scheduled_at)).all()


def first_free(moment: datetime, taken: Sequence[datetime]) -> datetime:
    """Return the first moment from `moment` that is one gap away from each of `taken`, which is in order."""
    apart = gap()
    for each in taken:
        if each >= moment + apart:
            break
        if each > moment - apart:
            moment = max(moment, each + apart)
    return moment


def heading(delivery: Delivery) -> str:
    """Return what a list calls the publication of a delivery."""
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    return content.heading if content is not None else ""


def position(content: Content) -> int:
    """Return the place of a content among those that await a decision, newest first."""
    statement = select(func.count(Content.id)).where(
        Content.workspace_id == content.workspace_id, Content.state == ContentState.PENDING, Content.id >= content.id
    )
    return db.session.scalar(statement) or 0
