"""A month whose weeks begin on Sunday: what went out on its past days, what leaves on the others."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, select, union_all

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from app.domains.publishing.calendar import is_near, local_day, midnight
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import OPEN, DeliveryState

# How many a day names; the list has them all.
NAMED = 3
_TROUBLED = (DeliveryState.UNCONFIRMED, DeliveryState.BLOCKED)


@dataclass(frozen=True)
class Entry:
    """One delivery as the month shows it: when it leaves, or when it went out."""

    delivery_id: int
    content_id: int
    state: str
    moment: datetime
    name: str

    @property
    def is_out(self) -> bool:
        """Tell whether it was published."""
        return self.state == DeliveryState.PUBLISHED

    @property
    def may_move(self) -> bool:
        """Tell whether it is merely planned."""
        return self.state == DeliveryState.SCHEDULED

    @property
    def is_troubled(self) -> bool:
        """Tell whether it needs its owner."""
        return self.state in _TROUBLED


@dataclass(frozen=True)
class Day:
    """One square of the month."""

    date: date
    in_month: bool
    entries: Sequence[Entry]

    @property
    def more(self) -> int:
        """Return how many are not named."""
        return max(0, len(self.entries) - NAMED)

    @property
    def is_today(self) -> bool:
        """Tell whether it is today in Québec."""
        return self.date == clock.today()

    @property
    def is_past(self) -> bool:
        """Tell whether nothing may be planned on it any more."""
        return self.date < clock.today()


@dataclass(frozen=True)
class Month:
    """A month in whole weeks; `before` and `after` are its neighbours, None where nothing may be planned."""

    first: date
    weeks: Sequence[Sequence[Day]]
    before: date | None
    after: date | None

    def _own(self) -> list[Entry]:
        return [entry for week in self.weeks for day in week if day.in_month for entry in day.entries]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing went out in it, and nothing is planned."""
        return not self._own()

    @property
    def sent(self) -> int:
        """Count what went out."""
        return sum(entry.is_out for entry in self._own())

    @property
    def planned(self) -> int:
        """Count what has yet to leave."""
        return len(self._own()) - self.sent

    @property
    def address(self) -> str:
        """Return what its page's address says: « 2026-12 »."""
        return f"{self.first:%Y-%m}"

    @property
    def is_present(self) -> bool:
        """Tell whether today is in it, after a day that holds something."""
        return any(day.in_month and day.is_today for week in self.weeks for day in week)


def month(workspace_id: int, first: date) -> Month:
    """Return a month, from the first of its days, with all that its weeks hold, in one query."""
    weeks = calendar.Calendar(calendar.SUNDAY).monthdatescalendar(first.year, first.month)
    entries = _entries(workspace_id, weeks[0][0], weeks[-1][-1])
    squares = [[Day(day, day.month == first.month, entries.get(day, ())) for day in week] for week in weeks]
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    return Month(first, squares, before if is_near(before) else None, after if is_near(after) else None)


def read_month(text: str) -> date:
    """Return the first day of « 2026-12 »; of the present month for anything else, or for one too far away."""
    with suppress(ValueError):
        found = date.fromisoformat(f"{text}-01")
        if is_near(found):
            return found
    return clock.today().replace(day=1)


def month_between(workspace_id: int, begins: datetime, ends: datetime) -> Select[Any]:
    """Return what leaves, or went out, between two moments, in order: each half follows an index of its own."""
    out = and_(Delivery.state == DeliveryState.PUBLISHED, Delivery.published_at >= begins, Delivery.published_at < ends)
    waits = and_(Delivery.state.in_(OPEN), Delivery.scheduled_at >= begins, Delivery.scheduled_at < ends)
    mine = Delivery.workspace_id == workspace_id
    found = union_all(
        select(Delivery.id, Delivery.content_id, Delivery.state, Delivery.published_at.label("moment")).where(
            mine, out
        ),
        select(Delivery.id, Delivery.content_id, Delivery.state, Delivery.scheduled_at).where(mine, waits),
    ).subquery()
    return (
        select(found, Lead.name, Content.title)
        .join(Content, Content.id == found.c.content_id)
        .outerjoin(Lead, Lead.id == Content.lead_id)
        .order_by(found.c.moment, found.c.id)
    )


def _entries(workspace_id: int, first: date, last: date) -> dict[date, list[Entry]]:
    # Columns rather than rows: at fifty a day, a month holds two thousand.
    found: dict[date, list[Entry]] = defaultdict(list)
    statement = month_between(workspace_id, midnight(first), midnight(last + timedelta(days=1)))
    for delivery_id, content_id, state, moment, name, title in db.session.execute(statement):
        found[local_day(moment)].append(Entry(delivery_id, content_id, state, moment, name or title))
    return found
