"""What is planned, as a list by day, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.states import OPEN, ConnectionState, DeliveryState

PAGE = 30
FURTHEST_MONTHS = 12
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Upcoming:
    """Some planned deliveries in order, and the `apres` of the following ones (empty on the last page)."""

    items: Sequence[Delivery]
    next: str

    @property
    def days(self) -> Iterator[tuple[date, list[Delivery]]]:
        """Yield each day in Québec with its deliveries; what is overdue comes under today."""
        for day, rows in groupby(self.items, key=lambda row: max(local_day(row.scheduled_at), clock.today())):
            yield day, list(rows)


def local_day(moment: datetime) -> date:
    """Return the day of a moment in Québec."""
    return moment.astimezone(clock.QUEBEC).date()


def midnight(day: date) -> datetime:
    """Return when a day begins in Québec, in UTC."""
    return datetime.combine(day, time(), clock.QUEBEC).astimezone(UTC)


def upcoming(workspace_id: int, *, after: str = "", since: date | None = None, limit: int = PAGE) -> Upcoming:
    """Return a page of what has yet to leave, soonest first.

    Args:
        workspace_id: whose.
        after: the `next` of the page before; anything else begins at the start.
        since: the first day to show, in Québec.
        limit: how many at most.
    """
    statement = select(Delivery).where(Delivery.workspace_id == workspace_id, Delivery.state.in_(OPEN))
    if since is not None:
        statement = statement.where(Delivery.scheduled_at >= midnight(since))
    place = _place(after)
    if place is not None:
        moment, number = place
        later = and_(Delivery.scheduled_at == moment, Delivery.id > number)
        statement = statement.where(or_(Delivery.scheduled_at > moment, later))
    rows = db.session.scalars(
        statement.options(joinedload(Delivery.content).joinedload(Content.lead), joinedload(Delivery.connection))
        .order_by(Delivery.scheduled_at, Delivery.id)
        .limit(limit + 1)
    ).all()
    return Upcoming(rows[:limit], _mark(rows[limit - 1]) if len(rows) > limit else "")


def next_departure(workspace_id: int, campaign_id: int | None = None) -> datetime | None:
    """Return when the next publication leaves, of one campaign where it is given.

    None when nothing is planned, or what is waits for a reconnection.
    """
    statement = (
        select(func.min(Delivery.scheduled_at))
        .join(Connection, Connection.id == Delivery.connection_id)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.state == DeliveryState.SCHEDULED,
            Connection.state == ConnectionState.ACTIVE,
        )
    )
    if campaign_id is not None:
        statement = statement.join(Content, Content.id == Delivery.content_id).where(Content.campaign_id == campaign_id)
    return db.session.scalar(statement)


def read_day(text: str) -> date | None:
    """Return « 2026-12-24 » as a day; None for anything else."""
    with suppress(ValueError):
        found = date.fromisoformat(text)
        return found if is_near(found.replace(day=1)) else None
    return None


def is_near(first: date) -> bool:
    """Tell whether a month, by its first day, is one that may be looked at."""
    today = clock.today()
    return abs((first.year - today.year) * 12 + first.month - today.month) <= FURTHEST_MONTHS


def _mark(delivery: Delivery) -> str:
    return f"{(delivery.scheduled_at - _EPOCH) // timedelta(microseconds=1)}-{delivery.id}"


def _place(mark: str) -> tuple[datetime, int] | None:
    micros, _, number = mark.partition("-")
    if not (micros.isascii() and micros.isdigit() and number.isascii() and number.isdigit()):
        return None
    if len(micros) > 17 or len(number) > 9:
        return None
    return _EPOCH + timedelta(microseconds=int(micros)), int(number)
