"""What stands out in a scope's latest publications: one that did markedly better, one whose numbers are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.contents.gate.flags import PERSON
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.networks import label_of
from app.domains.publishing.results import SETTLED, Scope, published
from app.domains.publishing.services.measuring import BY_PERSON

LOOKED_AT, LIMIT = timedelta(days=60), 60
# Older, a success is no news; fewer publications or interactions than these, it is chance.
NEWS, FEWEST, FEWEST_INTERACTIONS, TIMES_BETTER = timedelta(days=30), 6, 8, 2
# Whoever answers does so in a day; after two weeks nobody remembers to look.
TYPED_AFTER, TYPED_WITHIN = timedelta(days=1), timedelta(days=14)


@dataclass(frozen=True)
class Hit:
    """A publication that did `TIMES_BETTER` times better than the mean of the others, all its deliveries together."""

    content_id: int
    name: str
    engagement: int


@dataclass(frozen=True)
class Unread:
    """A delivery whose network tells nothing, and that nobody typed the numbers of."""

    delivery_id: int
    published_at: datetime
    network: str


@dataclass(frozen=True)
class Standing:
    """What stands out, if anything does."""

    hit: Hit | None = None
    unread: Unread | None = None


def standing(scope: Scope) -> Standing:
    """Return what stands out in a scope, in one query."""
    rows = _rows(scope)
    return Standing(_hit(rows), _unread(rows))


def _rows(scope: Scope) -> Sequence[Any]:
    # One's own publication, written since the success could be seen, is taken for its sequel.
    own = select(func.max(Content.created_at)).where(
        Content.workspace_id == scope.workspace_id, Content.writer == PERSON, Content.lead_id.is_(None)
    )
    statement = (
        select(
            Delivery.id, Delivery.content_id, Delivery.published_at, Delivery.figures_by, Connection,
            (Delivery.reactions + Delivery.comments + Delivery.shares).label("engagement"),
            func.coalesce(Lead.name, Content.title).label("name"), own.scalar_subquery().label("own_at"),
        )
        .join(Content, Content.id == Delivery.content_id)
        .join(Connection, Connection.id == Delivery.connection_id)
        .outerjoin(Lead, Lead.id == Content.lead_id)
        .where(*published(scope), Delivery.published_at > clock.now() - LOOKED_AT)
        .order_by(Delivery.published_at.desc(), Delivery.id.desc())
        .limit(LIMIT)
    )  # fmt: skip
    return db.session.execute(statement).all()


def _hit(rows: Sequence[Any]) -> Hit | None:
    totals: dict[int, int] = defaultdict(int)
    of_content = {}
    for row in rows:
        if clock.now() - row.published_at >= SETTLED:
            totals[row.content_id] += row.engagement
            of_content[row.content_id] = row
    if len(totals) < FEWEST:
        return None
    best = max(totals, key=lambda content_id: (totals[content_id], content_id))
    others = (sum(totals.values()) - totals[best]) / (len(totals) - 1)
    row = of_content[best]
    is_followed = row.own_at is not None and row.own_at > row.published_at + SETTLED
    is_news = clock.now() - row.published_at <= NEWS and not is_followed
    is_clear = totals[best] >= max(FEWEST_INTERACTIONS, TIMES_BETTER * others)
    return Hit(best, row.name, totals[best]) if is_news and is_clear else None


def _unread(rows: Sequence[Any]) -> Unread | None:
    for row in rows:
        age = clock.now() - row.published_at
        tells = network.may_read_figures(row.Connection)
        if TYPED_AFTER <= age <= TYPED_WITHIN and not tells and row.figures_by != BY_PERSON:
            return Unread(row.id, row.published_at, label_of(row.Connection.network))
    return None
