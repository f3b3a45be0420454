"""Work that failed, or that waits for somebody: what it is, why, and whether it may be tried again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from app.core import clock
from app.core.db import Row, db
from app.domains.campaigns.models import CampaignSearch
from app.domains.campaigns.states import SearchState
from app.domains.contents.models import Writing
from app.domains.contents.states import WritingState
from app.domains.notifications.models import Mail
from app.domains.notifications.states import MailState
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces.models import Workspace

SHOWN = 20
# Older than this, what a person let lie is no longer news.
SINCE = timedelta(days=30)


@dataclass(frozen=True)
class Kind:
    """One kind of work: its table, the states that show here, when it ended there, and those that are tried again."""

    name: str
    model: Any
    states: Sequence[str]
    moment: InstrumentedAttribute[Any]
    again: Sequence[str]

    @property
    def where(self) -> tuple[ColumnElement[bool], ...]:
        """Return what makes a row show."""
        return self.model.state.in_(self.states), self.moment >= clock.now() - SINCE


KINDS = (
    Kind("deliveries", Delivery,
         (DeliveryState.REFUSED, DeliveryState.UNCONFIRMED, DeliveryState.BLOCKED), Delivery.scheduled_at,
         (DeliveryState.UNCONFIRMED,)),
    Kind("writings", Writing, (WritingState.FAILED,), Writing.ordered_at, (WritingState.FAILED,)),
    Kind("searches", CampaignSearch, (SearchState.FAILED,), CampaignSearch.created_at, (SearchState.FAILED,)),
    Kind("mails", Mail, (MailState.FAILED,), Mail.created_at, (MailState.FAILED,)),
)  # fmt: skip


@dataclass(frozen=True)
class Failure:
    """One row that failed; it names its workspace by number alone, and none of its content."""

    id: int
    workspace_id: int
    state: str
    reason: str
    at: datetime
    may_retry: bool


@dataclass(frozen=True)
class Group:
    """One kind of failed work: how many there are, and the newest."""

    kind: str
    count: int
    rows: list[Failure]


def groups() -> list[Group]:
    """Return what failed in the last month, the newest first, never a demonstration's."""
    return [Group(kind.name, _count(kind), _rows(kind)) for kind in KINDS]


def _count(kind: Kind) -> int:
    return db.session.scalar(_real(select(func.count(kind.model.id)), kind)) or 0


def _rows(kind: Kind) -> list[Failure]:
    model = kind.model
    wanted = select(model.id, model.workspace_id, model.state, model.reason, kind.moment.label("at"))
    found = db.session.execute(_real(wanted, kind).order_by(kind.moment.desc(), model.id.desc()).limit(SHOWN))
    return [Failure(row.id, row.workspace_id, row.state, row.reason, row.at, row.state in kind.again) for row in found]


def _real(statement: Any, kind: Kind) -> Any:
    is_real = kind.model.workspace_id.in_(select(Workspace.id).where(Workspace.is_demo.is_(False)))
    return statement.where(is_real, *kind.where)


def find(kind_name: str, row_id: int) -> Row | None:
    """Return a failed row that may be tried again; None when there is none."""
    kind = next((each for each in KINDS if each.name == kind_name), None)
    if kind is None:
        return None
    statement = _real(select(kind.model), kind).where(kind.model.id == row_id, kind.model.state.in_(kind.again))
    found: Row | None = db.session.scalar(statement)
    return found
