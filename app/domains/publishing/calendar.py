"""What is planned: as a list by day, a page at a time, and as a month whose weeks begin on Sunday."""

from __future__ import annotations

import calendar
from collections import defaultdict
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
from app.domains.leads.models import Lead
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import OPEN, DeliveryState

PAGE = 30
# How many a day of the month names; the list has them all.
NAMED = 3
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


@dataclass(frozen=True)
class Entry:
    """One departure as the month shows it."""

    content_id: int
    moment: datetime
    name: str


@dataclass(frozen=True)
class Day:
    """One square of the month."""

    date: date
    in_month: bool
    entries: Sequence[Entry]

    @property
    def more(self) -> int:
        """Return how many departures are not named."""
        return max(0, len(self.entries) - NAMED)


@dataclass(frozen=True)
class Month:
    """A month in whole weeks; `before` and `after` are its neighbours, None where nothing may be planned."""

    first: date
    weeks: Sequence[Sequence[Day]]
    before: date | None
    after: date | None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is planned in it."""
        return not any(day.entries for week in self.weeks for day in week if day.in_month)


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
        statement.options(joinedload(Delivery.content).joinedload(Content.lead))
        .order_by(Delivery.scheduled_at, Delivery.id)
        .limit(limit + 1)
    ).all()
    return Upcoming(rows[:limit], _mark(rows[limit - 1]) if len(rows) > limit else "")


def next_departure(workspace_id: int) -> datetime | None:
    """Return when the next publication leaves; None when nothing is planned."""
    statement = select(func.min(Delivery.scheduled_at)).where(
        Delivery.workspace_id == workspace_id, Delivery.state == DeliveryState.SCHEDULED
    )
    return db.session.scalar(statement)


def month(workspace_id: int, first: date) -> Month:
    """Return a month, from the first of its days, with what is planned in each of its weeks."""
    weeks = calendar.Calendar(calendar.SUNDAY).monthdatescalendar(first.year, first.month)
    entries = _entries(workspace_id, weeks[0][0], weeks[-1][-1])
    squares = [[Day(day, day.month == first.month, entries.get(day, ())) for day in week] for week in weeks]
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    return Month(first, squares, before if _is_near(before) else None, after if _is_near(after) else None)


def read_month(text: str) -> date:
    """Return the first day of « 2026-12 »; of the present month for anything else, or for one too far away."""
    with suppress(ValueError):
        found = date.fromisoformat(f"{text}-01")
        if _is_near(found):
            return found
    return clock.today().replace(day=1)


def read_day(text: str) -> date | None:
    """Return « 2026-12-24 » as a day; None for anything else."""
    with suppress(ValueError):
        found = date.fromisoformat(text)
        return found if _is_near(found.replace(day=1)) else None
    return None


def _is_near(first: date) -> bool:
    today = clock.today()
    return abs((first.year - today.year) * 12 + first.month - today.month) <= FURTHEST_MONTHS


def _entries(workspace_id: int, first: date, last: date) -> dict[date, list[Entry]]:
    # Columns rather than rows: at fifty a day, a month holds two thousand.
    statement = (
        select(Delivery.content_id, Delivery.scheduled_at, Lead.name, Content.title)
        .join(Content, Content.id == Delivery.content_id)
        .outerjoin(Lead, Lead.id == Content.lead_id)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.state.in_(OPEN),
            Delivery.scheduled_at >= midnight(first),
            Delivery.scheduled_at < midnight(last + timedelta(days=1)),
        )
        .order_by(Delivery.scheduled_at, Delivery.id)
    )
    found: dict[date, list[Entry]] = defaultdict(list)
    for content_id, moment, name, title in db.session.execute(statement):
        found[local_day(moment)].append(Entry(content_id, moment, name or title))
    return found


def _mark(delivery: Delivery) -> str:
    return f"{(delivery.scheduled_at - _EPOCH) // timedelta(microseconds=1)}-{delivery.id}"


def _place(mark: str) -> tuple[datetime, int] | None:
    micros, _, number = mark.partition("-")
    if not (micros.isascii() and micros.isdigit() and number.isascii() and number.isdigit()):
        return None
    if len(micros) > 17 or len(number) > 9:
        return None
    return _EPOCH + timedelta(microseconds=int(micros)), int(number)
