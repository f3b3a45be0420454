"""What the operator's page shows; never what a customer wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import redis
from flask import current_app
from sqlalchemy import func, select

from app.core import clock, health, queues
from app.core.db import db
from app.core.queues import Backlog
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content, ContentDecision
from app.domains.dashboard.costs import monthly_totals
from app.domains.leads.models import Lead
from app.domains.operations import failures, outside, weekly
from app.domains.operations.failures import Group
from app.domains.operations.outside import Health
from app.domains.operations.weekly import Week
from app.domains.workspaces.models import Workspace

MONTH = timedelta(days=30)
SHOWN = 20


@dataclass(frozen=True)
class Size:
    """One workspace by its number, how many rows it holds, and what its calls cost this month, in millionths of US$."""

    workspace_id: int
    leads: int
    contents: int
    campaigns: int
    cost_micros: int


@dataclass(frozen=True)
class Spaces:
    """How many workspaces there are, how many decided something within a month, and the largest."""

    count: int
    active: int
    largest: list[Size]


@dataclass(frozen=True)
class Screen:
    """Everything the page shows; queues and services are None while Redis does not answer."""

    checks: dict[str, str]
    backlogs: list[Backlog] | None
    services: list[Health] | None
    overpass: tuple[str, ...]
    groups: list[Group]
    spaces: Spaces
    weeks: list[Week]


def read() -> Screen:
    """Return everything the page shows."""
    backlogs, services = _of_redis()
    return Screen(
        checks=health.checks(),
        backlogs=backlogs,
        services=services,
        overpass=current_app.config["SETTINGS"].overpass_url,
        groups=failures.groups(),
        spaces=_spaces(),
        weeks=weekly.weeks(),
    )


def _of_redis() -> tuple[list[Backlog], list[Health]] | tuple[None, None]:
    try:
        return queues.backlogs(), outside.healths()
    except redis.RedisError:
        return None, None


def _spaces() -> Spaces:
    real = Workspace.is_demo.is_(False)
    decided = select(ContentDecision.workspace_id).where(ContentDecision.decided_at >= clock.now() - MONTH)
    count = db.session.scalar(select(func.count(Workspace.id)).where(real)) or 0
    active = db.session.scalar(select(func.count(Workspace.id)).where(real, Workspace.id.in_(decided))) or 0
    return Spaces(count, active, _largest())


def _largest() -> list[Size]:
    held = func.count(Lead.id).label("leads")
    most = (
        select(Workspace.id, held)
        .outerjoin(Lead, Lead.workspace_id == Workspace.id)
        .where(Workspace.is_demo.is_(False))
        .group_by(Workspace.id)
        .order_by(held.desc(), Workspace.id)
        .limit(SHOWN)
    )
    leads = dict(db.session.execute(most).tuples().all())
    contents, campaigns = (_counts(model, list(leads)) for model in (Content, Campaign))
    cost = monthly_totals(leads)
    return [
        Size(each, held, contents.get(each, 0), campaigns.get(each, 0), cost.get(each, 0))
        for each, held in leads.items()
    ]


def _counts(model: type[Content] | type[Campaign], workspace_ids: list[int]) -> dict[int, int]:
    statement = (
        select(model.workspace_id, func.count(model.id))
        .where(model.workspace_id.in_(workspace_ids))
        .group_by(model.workspace_id)
    )
    return dict(db.session.execute(statement).tuples().all())
