"""What an access that ends, or has ended, holds back: how many publications, since when, and what the pages say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, or_, select

from app.core import clock
from app.core.db import db
from app.domains.publishing import access_words
from app.domains.publishing.models import ENDING, Connection, Delivery
from app.domains.publishing.states import ConnectionState, DeliveryState


@dataclass(frozen=True)
class Held:
    """The publications an access holds back; those of them that are late ask for a new approval besides."""

    count: int = 0
    late: int = 0
    since: datetime | None = None


@dataclass(frozen=True)
class AccessNotice:
    """A sentence about one access. `lost`: nothing leaves by it."""

    sentence: str
    lost: bool

    @property
    def tone(self) -> str:
        """Return the tone of the notice."""
        return "bad" if self.lost else "wait"


def held_by(connection_ids: Collection[int]) -> dict[int, Held]:
    """Return, by connection, what waits for its reconnection or is planned after its end; one query."""
    if not connection_ids:
        return {}
    lost = Connection.state != ConnectionState.ACTIVE
    blocked = and_(Delivery.state == DeliveryState.BLOCKED, or_(Delivery.reason != "late", lost))
    planned = and_(Delivery.state == DeliveryState.SCHEDULED, or_(lost, Delivery.scheduled_at >= Connection.expires_at))
    late = func.sum(case((Delivery.reason == "late", 1), else_=0))
    statement = (
        select(Delivery.connection_id, func.count(Delivery.id), late, func.min(Delivery.promised_at))
        .join(Connection, Connection.id == Delivery.connection_id)
        .where(Delivery.connection_id.in_(connection_ids), or_(blocked, planned))
        .group_by(Delivery.connection_id)
    )
    return {row[0]: Held(*row[1:]) for row in db.session.execute(statement)}


def lost_since(connection: Connection) -> datetime | None:
    """Return when an access stopped letting us in; None while it does."""
    over = connection.expires_at if connection.expires_at <= clock.now() else None
    if connection.state != ConnectionState.NEEDS_RECONNECTION:
        return over
    return min([moment for moment in (over, connection.lost_at) if moment] or [connection.connected_at])


def notices(workspace_id: int) -> list[AccessNotice]:
    """Return what to say of the accesses of a workspace that end within two weeks, or have ended; two queries."""
    ending = Connection.expires_at <= clock.now() + ENDING
    statement = select(Connection).where(
        Connection.workspace_id == workspace_id,
        or_(
            Connection.state == ConnectionState.NEEDS_RECONNECTION,
            and_(Connection.state == ConnectionState.ACTIVE, ending),
        ),
    )
    found = db.session.scalars(statement.order_by(Connection.expires_at, Connection.id)).all()
    held = held_by([row.id for row in found])
    return [_notice(row, held.get(row.id, Held())) for row in found]


def _notice(connection: Connection, held: Held) -> AccessNotice:
    since = lost_since(connection)
    if since is None:
        return AccessNotice(access_words.ends(connection, held.count), lost=False)
    return AccessNotice(access_words.ended(connection, since, held.count, held.since, held.late), lost=True)
