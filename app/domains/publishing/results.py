"""What came of a workspace's publications, or of one campaign's: totals, change, trend, and what did best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.publishing.models import Connection, Delivery, FiguresDay, Link, LinkDay
from app.domains.publishing.services.measuring import BY_PERSON, may_read
from app.domains.publishing.states import DeliveryState

WEEK, TREND_DAYS = timedelta(days=7), 28
# Below these, an hour or an intention that leads does so by chance.
FEWEST_PUBLICATIONS, FEWEST_INTERACTIONS, FEWEST_OF_A_KIND, LEAD = 12, 30, 4, 1.25
# A post lives two days in a feed: younger, it is not compared.
SETTLED = timedelta(hours=48)
SLOT_HOURS = 3
BEST_FIRST = "suivies"


@dataclass(frozen=True)
class Scope:
    """Whose results: a workspace's, or one of its campaigns'."""

    workspace_id: int
    campaign_id: int | None = None


class Line(NamedTuple):
    """One publication that is out on one account, with its counters there."""

    delivery_id: int
    content_id: int
    published_at: datetime
    intention: str
    text: str
    url: str
    reactions: int
    comments: int
    shares: int
    figures_by: str
    impressions: int | None
    network: str
    account: str

    @property
    def engagement(self) -> int:
        """Return reactions, comments and shares together."""
        return self.reactions + self.comments + self.shares


@dataclass(frozen=True)
class Best:
    """The slot or the intention that leads, once there is enough to tell."""

    key: str
    mean: float
    count: int


@dataclass(frozen=True)
class Results:
    """All that a page of results shows; `trend` holds the interactions known at the end of each day."""

    lines: Sequence[Line]
    clicks: int
    engagement_change: int
    clicks_change: int
    trend: Sequence[tuple[date, int]]
    best_hour: Best | None
    best_intention: Best | None

    def sorted_by(self, order: str) -> Sequence[Line]:
        """Return the publications, newest first, or those that did best first."""
        return sorted(self.lines, key=lambda line: -line.engagement) if order == BEST_FIRST else self.lines

    def total(self, name: str) -> int:
        """Return the sum of one counter (reactions, comments, shares, engagement)."""
        return sum(getattr(line, name) for line in self.lines)

    @property
    def publications(self) -> int:
        """Count the publications that are out, each once whatever its accounts."""
        return len({line.content_id for line in self.lines})

    @property
    def is_on_several(self) -> bool:
        """Tell whether several accounts are told of."""
        return len({(line.network, line.account) for line in self.lines}) > 1

    @property
    def impressions(self) -> int | None:
        """Return how often the publications were seen; None where no network told it."""
        told = [line.impressions for line in self.lines if line.impressions is not None]
        return sum(told) if told else None

    @property
    def missing(self) -> tuple[int, int]:
        """Return how many publications and interactions are missing before anything is concluded."""
        return (
            max(0, FEWEST_PUBLICATIONS - self.publications),
            max(0, FEWEST_INTERACTIONS - self.total("engagement")),
        )

    @property
    def is_enough(self) -> bool:
        """Tell whether there is enough to compare."""
        return self.missing == (0, 0)


def results(scope: Scope) -> Results:
    """Return what came of the publications of a scope, in four queries whatever their number."""
    lines = _lines(scope)
    trend = trend_of(scope)
    week_ago = clock.today() - WEEK
    before = next((total for day, total in trend if day == week_ago), 0)
    clicks, recent = _clicks(scope, week_ago)
    found = Results(
        lines=lines,
        clicks=clicks,
        engagement_change=sum(each.engagement for each in lines) - before,
        clicks_change=recent,
        trend=trend,
        best_hour=None,
        best_intention=None,
    )
    if not found.is_enough:
        return found
    settled = [each for each in lines if clock.now() - each.published_at >= SETTLED]
    return replace(found, best_hour=best(_by_hour(settled)), best_intention=best(_by_intention(settled)))


def _by_hour(lines: Iterable[Line]) -> Iterable[tuple[str, float]]:
    return ((slot_of(min(each.published_at for each in same)), _mean(same)) for same in _by_content(lines))


def _by_intention(lines: Iterable[Line]) -> Iterable[tuple[str, float]]:
    return ((same[0].intention, _mean(same)) for same in _by_content(lines) if same[0].intention)


def _by_content(lines: Iterable[Line]) -> Iterable[list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.content_id].append(line)
    return found.values()


def _mean(lines: Sequence[Line]) -> float:
    # A publication that went to two accounts is one, and no better for having gone to two.
    return sum(each.engagement for each in lines) / len(lines)


def slot_of(moment: datetime) -> str:
    """Return the three hours of the day, in Québec, that a moment falls in, by the first of them."""
    return str(moment.astimezone(clock.QUEBEC).hour // SLOT_HOURS * SLOT_HOURS)


def best(counted: Iterable[tuple[str, float]]) -> Best | None:
    """Return the kind with the best mean; None where fewer than two have four publications, or they are close."""
    kinds: dict[str, list[float]] = defaultdict(list)
    for kind, engagement in counted:
        kinds[kind].append(engagement)
    means = {kind: sum(found) / len(found) for kind, found in kinds.items() if len(found) >= FEWEST_OF_A_KIND}
    if len(means) < 2:
        return None
    first, second = sorted(means, key=lambda kind: (-means[kind], kind))[:2]
    if means[first] < LEAD * means[second] or not means[first]:
        return None
    return Best(first, means[first], len(kinds[first]))


def must_type(scope: Scope) -> bool:
    """Tell whether the network does not give a scope's figures, so that a person may type them."""
    statement = select(Connection).where(Connection.id.in_(select(Delivery.connection_id).where(*published(scope))))
    return any(not may_read(each) for each in db.session.scalars(statement))


def has_approved(scope: Scope) -> bool:
    """Tell whether a publication of a scope is approved and not out yet."""
    statement = select(Content.id).where(
        Content.workspace_id == scope.workspace_id, Content.state == ContentState.APPROVED
    )
    if scope.campaign_id is not None:
        statement = statement.where(Content.campaign_id == scope.campaign_id)
    return db.session.scalar(statement.limit(1)) is not None


def published(scope: Scope) -> list[ColumnElement[bool]]:
    """Return the clauses that keep a scope's deliveries that are out."""
    where: list[ColumnElement[bool]] = [
        Delivery.workspace_id == scope.workspace_id,
        Delivery.state == DeliveryState.PUBLISHED,
        Delivery.published_at.is_not(None),
    ]
    if scope.campaign_id is not None:
        where.append(Delivery.content_id.in_(select(Content.id).where(Content.campaign_id == scope.campaign_id)))
    return where


def _lines(scope: Scope) -> list[Line]:
    statement = (
        select(
            Delivery.id, Delivery.content_id, Delivery.published_at, Content.intention,
            func.substr(Delivery.text, 1, 160), Delivery.url, Delivery.reactions, Delivery.comments, Delivery.shares,
            Delivery.figures_by, Delivery.impressions, Connection.network,
            Connection.account_name,
        )
        .join(Content, Content.id == Delivery.content_id)
        .join(Connection, Connection.id == Delivery.connection_id)
        .where(*published(scope))
        .order_by(Delivery.published_at.desc(), Delivery.id.desc())
    )  # fmt: skip
    return [Line(*row) for row in db.session.execute(statement)]


def trend_of(scope: Scope) -> list[tuple[date, int]]:
    """Return the interactions known at the end of each of the last days; a reading holds until the next one."""
    first = clock.today() - timedelta(days=TREND_DAYS - 1)
    out = select(Delivery.id).where(*published(scope))
    # What was read before the first day is one number by publication: its last reading.
    last = select(FiguresDay.delivery_id, func.max(FiguresDay.day).label("day")).where(
        FiguresDay.delivery_id.in_(out), FiguresDay.day < first.isoformat()
    )
    before = last.group_by(FiguresDay.delivery_id).subquery()
    known = select(FiguresDay.delivery_id, FiguresDay.engagement).join(
        before, (before.c.delivery_id == FiguresDay.delivery_id) & (before.c.day == FiguresDay.day)
    )
    present = {row.delivery_id: row.engagement for row in db.session.execute(known)}
    since = select(FiguresDay.day, FiguresDay.delivery_id, FiguresDay.engagement).where(
        FiguresDay.delivery_id.in_(out), FiguresDay.day >= first.isoformat()
    )
    read: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in db.session.execute(since):
        read[row.day].append((row.delivery_id, row.engagement))
    trend = []
    for day in (first + timedelta(days=number) for number in range(TREND_DAYS)):
        present.update(read[day.isoformat()])
        trend.append((day, sum(present.values())))
    return trend


def _clicks(scope: Scope, since: date) -> tuple[int, int]:
    recent = func.sum(LinkDay.visits).filter(LinkDay.day > since.isoformat())
    statement = (
        select(func.sum(LinkDay.visits), recent)
        .join(Link, Link.id == LinkDay.link_id)
        .where(Link.workspace_id == scope.workspace_id)
    )
    if scope.campaign_id is not None:
        statement = statement.where(
            Link.content_id.in_(select(Content.id).where(Content.campaign_id == scope.campaign_id))
        )
    total, week = db.session.execute(statement).one()
    return int(total or 0), int(week or 0)


def is_typed(line: Line) -> bool:
    """Tell whether a person typed a line's figures."""
    return line.figures_by == BY_PERSON
