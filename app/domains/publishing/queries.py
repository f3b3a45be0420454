"""Questions about deliveries and connections; each load is given the workspace."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from flask import current_app
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.states import ContentState
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.states import OPEN, ConnectionState, DeliveryState
from app.domains.workspaces.models import Workspace
from app.providers.contracts import PublishedPost

PAGE = 50
# A delivery that was refused is over for its text; one that was cancelled is as if never planned, save on its account.
_BINDING = (*OPEN, DeliveryState.PUBLISHED, DeliveryState.REFUSED)
_OVER = (DeliveryState.REFUSED, DeliveryState.CANCELLED)
# Of a content's several deliveries, the one its badge speaks of.
_URGENCY = (DeliveryState.UNCONFIRMED, DeliveryState.BLOCKED, DeliveryState.REFUSED, DeliveryState.SENDING,
            DeliveryState.SCHEDULED, DeliveryState.PUBLISHED)  # fmt: skip
_ANYWHERE = (DeliveryState.SENDING, DeliveryState.UNCONFIRMED, DeliveryState.PUBLISHED)


@dataclass(frozen=True)
class Page:
    """Some deliveries, and the `after` of the following ones (None on the last page)."""

    items: list[Delivery]
    next: int | None


def deliveries_of(content_ids: Sequence[int]) -> dict[int, list[Delivery]]:
    """Return, by content, where it goes by its last decision, what needs a person most ahead; one query."""
    if not content_ids:
        return {}
    statement = select(Delivery).where(Delivery.content_id.in_(content_ids), Delivery.state != DeliveryState.CANCELLED)
    found: dict[int, dict[int, Delivery]] = defaultdict(dict)
    for row in db.session.scalars(statement.options(joinedload(Delivery.connection)).order_by(Delivery.id)):
        found[row.content_id][row.connection_id] = row
    return {content_id: _standing(rows.values()) for content_id, rows in found.items()}


def _standing(rows: Collection[Delivery]) -> list[Delivery]:
    # A refusal is over once the text was approved again.
    last = max(row.approved_at for row in rows)
    kept = [row for row in rows if row.state != DeliveryState.REFUSED or row.approved_at == last]
    return sorted(kept, key=lambda row: (_URGENCY.index(DeliveryState(row.state)), row.id))


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
    statement = statement.options(joinedload(Delivery.connection))
    rows = list(db.session.scalars(statement.order_by(Delivery.id).limit(limit + 1)))
    return Page(rows[:limit], rows[limit - 1].id if len(rows) > limit else None)


def open_deliveries(content_id: int) -> Sequence[Delivery]:
    """Return the deliveries of a content that are not over, oldest first."""
    statement = select(Delivery).where(Delivery.content_id == content_id, Delivery.state.in_(OPEN))
    return db.session.scalars(statement.options(joinedload(Delivery.connection)).order_by(Delivery.id)).all()


def bound_connections(content: Content) -> set[int]:
    """Return the connections a content is bound to, was refused by or was withheld from since its last decision."""
    bound = (*_BINDING, DeliveryState.CANCELLED)
    statement = select(Delivery.connection_id).where(Delivery.content_id == content.id, Delivery.state.in_(bound))
    if content.decided_at is not None:
        statement = statement.where(_since(content.decided_at))
    return set(db.session.scalars(statement))


def _since(decided_at: Any) -> ColumnElement[bool]:
    # A refusal is over for the decision it followed, and so is a « not there »; a later approval is a new one.
    return or_(Delivery.state.not_in(_OVER), Delivery.approved_at >= decided_at)


def is_anywhere(content_id: int) -> bool:
    """Tell whether a content is out, may be, or is leaving, on any account."""
    statement = select(Delivery.id).where(Delivery.content_id == content_id, Delivery.state.in_(_ANYWHERE))
    return db.session.scalar(statement.limit(1)) is not None


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


def overdue(connection_id: int, limit: int) -> list[Delivery]:
    """Return the deliveries of a connection whose moment has come and that may leave, in the order of its line."""
    statement = (
        select(Delivery)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.connection_id == connection_id,
            Delivery.state == DeliveryState.SCHEDULED,
            Delivery.scheduled_at <= clock.now(),
            Workspace.is_demo.is_(False),
            Workspace.paused_at.is_(None),
        )
        .execution_options(populate_existing=True)
    )
    return list(db.session.scalars(statement.order_by(Delivery.scheduled_at, Delivery.id).limit(limit)))


def approved_without_delivery(workspace_id: int) -> list[Content]:
    """Return the approved contents nothing was planned for, the oldest decision first."""
    here = (Delivery.content_id == Content.id, Delivery.state.in_(_BINDING), _since(Content.decided_at))
    bound = select(Delivery.id).where(*here).exists()
    statement = select(Content).where(
        Content.workspace_id == workspace_id, Content.state == ContentState.APPROVED, ~bound
    )
    return list(db.session.scalars(statement.order_by(Content.decided_at, Content.id)))


def stranded(connection: Connection) -> list[Delivery]:
    """Return what waits for a connection that opened, in the order it should have left.

    An account that receives publications also takes over what closed accounts of its network held.
    """
    lost = and_(Delivery.state == DeliveryState.SCHEDULED, Connection.state != ConnectionState.ACTIVE)
    whose: ColumnElement[bool] = Connection.id == connection.id
    if connection.is_target:
        closed = and_(Connection.network == connection.network, Connection.state == ConnectionState.DISCONNECTED)
        whose = or_(whose, closed)
    statement = (
        select(Delivery)
        .join(Connection, Connection.id == Delivery.connection_id)
        .where(
            Delivery.workspace_id == connection.workspace_id, whose, or_(Delivery.state == DeliveryState.BLOCKED, lost)
        )
    )
    return list(db.session.scalars(statement.order_by(Delivery.scheduled_at, Delivery.id)))


def attempts(delivery_id: int) -> Sequence[DeliveryAttempt]:
    """Return what was tried for a delivery, oldest first."""
    statement = select(DeliveryAttempt).where(DeliveryAttempt.delivery_id == delivery_id)
    return db.session.scalars(statement.order_by(DeliveryAttempt.id)).all()


def heard(delivery_id: int) -> PublishedPost | None:
    """Return what an attempt of a delivery was answered with; None when none was."""
    statement = select(DeliveryAttempt.urn, DeliveryAttempt.url).where(
        DeliveryAttempt.delivery_id == delivery_id, DeliveryAttempt.urn != ""
    )
    row = db.session.execute(statement.limit(1)).first()
    return None if row is None else PublishedPost(*row)


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


def hold_accounts(workspace_id: int) -> None:
    """Lock the list of a workspace's accounts: two clicks never open one twice, nor leave none that receives."""
    # Of the row's two locks, the one that lets others refer to the workspace meanwhile.
    db.session.execute(select(Workspace.id).where(Workspace.id == workspace_id).with_for_update(key_share=True))


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
    for each in islice(taken, bisect_right(taken, moment - apart), None):
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
