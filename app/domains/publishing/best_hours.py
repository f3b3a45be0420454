"""Best hours: our proposals per trade, what a workspace chose, and the first one a delivery may take."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from flask import current_app

from app.core import clock
from app.core.i18n import _l
from app.domains.publishing import queries
from app.domains.publishing.models import Connection

Hour = tuple[int, int]
# How far a place among the best hours is looked for; a fuller line than that leaves as soon as it may.
HORIZON = timedelta(days=60)


@dataclass(frozen=True)
class Period:
    """A part of the day one may tick: a name, and the hours it covers."""

    name: str
    hours: tuple[int, ...]


PERIODS = {
    "matin": Period(_l("Matin"), (8, 9)),
    "midi": Period(_l("Midi"), (11, 12)),
    "soir": Period(_l("Fin de journée"), (16, 17)),
}


@dataclass(frozen=True)
class Proposal:
    """What we suggest to a trade: [weekday 0 = Monday] and periods, and why, without pretending to have measured it."""

    weekdays: tuple[int, ...]
    periods: tuple[str, ...]
    reason: str


# Opinions, not figures: they follow the trade's own day. What a workspace measures says more.
PROPOSALS: Mapping[str, Proposal] = {
    "restaurant": Proposal((1, 2, 3, 4), ("matin", "soir"),
                           _l("Avant les deux services, quand on se demande où manger.")),
    "dentist": Proposal((0, 1, 2, 3), ("matin", "midi"),
                        _l("En début de journée et à la pause, quand on prend rendez-vous.")),
    "real_estate": Proposal((1, 2, 3, 5), ("midi", "soir"),
                            _l("À la pause et après le travail, et le samedi, quand on regarde des annonces.")),
}  # fmt: skip
USUAL = Proposal((1, 2, 3), ("matin", "midi"), _l("En semaine, le matin et à la pause, quand on ouvre son fil."))


def proposal(industry: str) -> Proposal:
    """Return what we suggest to a trade."""
    return PROPOSALS.get(industry, USUAL)


def hours_of(chosen: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Return what a workspace keeps for the (weekday, period) pairs its owner ticked; unknown ones are dropped."""
    pairs = {(day, hour) for day, name in chosen if name in PERIODS and 0 <= day < 7 for hour in PERIODS[name].hours}
    return [[day, hour] for day, hour in sorted(pairs)]


def proposed(industry: str) -> list[list[int]]:
    """Return the hours we suggest to a trade, as a workspace keeps them."""
    found = proposal(industry)
    return hours_of((day, name) for day in found.weekdays for name in found.periods)


def ticked(kept: Sequence[Any]) -> set[tuple[int, str]]:
    """Return the (weekday, period) pairs whose hours are all kept."""
    held = {(day, hour) for day, hour in kept}
    return {
        (day, name)
        for name, period in PERIODS.items()
        for day in range(7)
        if all((day, hour) in held for hour in period.hours)
    }


def first_slot(connection: Connection, not_before: datetime, kept: Sequence[Any]) -> datetime:
    """Return the first moment within the best hours that keeps the gap and the daily cap.

    Args:
        connection: the account it leaves by.
        not_before: the earliest moment that serves.
        kept: the workspace's best hours; empty, the first free moment serves.
    """
    if not kept:
        return queries.next_slot(connection, not_before)
    soonest = max(not_before, connection.next_free_at or not_before)
    midnight = soonest.astimezone(clock.QUEBEC).replace(hour=0, minute=0, second=0, microsecond=0)
    taken = queries.taken_from(connection, min(midnight, soonest - queries.gap()))
    full = _full_days(connection, taken)
    for opens, closes in _windows(soonest, {(day, hour) for day, hour in kept}):
        if opens.astimezone(clock.QUEBEC).date() in full:
            continue
        moment = max(opens, soonest)
        found = queries.first_free(moment, taken[bisect_left(taken, moment - queries.gap()) :])
        if found < closes:
            return found
    return queries.next_slot(connection, not_before)


def _windows(soonest: datetime, kept: Collection[Hour]) -> Iterable[tuple[datetime, datetime]]:
    first = soonest.astimezone(clock.QUEBEC).date()
    for after in range(HORIZON.days):
        each = first + timedelta(days=after)
        for hour in sorted(hour for day, hour in kept if day == each.weekday()):
            opens = datetime.combine(each, time(hour), clock.QUEBEC).astimezone(UTC)
            if opens + timedelta(hours=1) > soonest:
                yield opens, opens + timedelta(hours=1)


def _full_days(connection: Connection, taken: Sequence[datetime]) -> set[date]:
    most = current_app.config["SETTINGS"].daily_deliveries_per_connection
    counts: dict[date, int] = {clock.today(): queries.sent_today(connection.id)}
    for each in taken:
        local = each.astimezone(clock.QUEBEC).date()
        counts[local] = counts.get(local, 0) + 1
    return {day for day, count in counts.items() if count >= most}
