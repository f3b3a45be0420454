"""Week by week, whether the product does its owners good: how soon, how well received, how many, how happy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import ContentDecision
from app.domains.dashboard.models import SurveyAnswer
from app.domains.workspaces.models import Membership, Workspace
from app.domains.workspaces.permissions import Role

WEEKS = 8
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """One week, from its Sunday in Québec. What nobody did is None."""

    starts_at: datetime
    opened: int
    hours_to_campaign: float | None
    approval_rate: float | None
    active_owners: int
    survey_mean: float | None
    survey_count: int

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody did anything."""
        return not (self.opened or self.active_owners or self.survey_count or self.approval_rate is not None)


def weeks(count: int = WEEKS) -> list[Week]:
    """Return the last weeks, the present one first; demonstrations do not count."""
    today = clock.now().astimezone(clock.QUEBEC).replace(hour=0, minute=0, second=0, microsecond=0)
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    return [_week(sunday - WEEK * number, sunday - WEEK * (number - 1)) for number in range(count)]


def _week(start: datetime, end: datetime) -> Week:
    hours = _hours_to_campaign(start, end)
    approved, rejected, owners = _decisions(start, end)
    mean, answers = _survey(start, end)
    decided = approved + rejected
    return Week(
        starts_at=start,
        opened=len(hours),
        hours_to_campaign=median(waits) if (waits := [each for each in hours if each is not None]) else None,
        approval_rate=approved / decided if decided else None,
        active_owners=owners,
        survey_mean=mean,
        survey_count=answers,
    )


def _hours_to_campaign(start: datetime, end: datetime) -> list[float | None]:
    """Return, for each workspace opened that week, the hours to its first launch; None where there was none."""
    first = func.min(Campaign.launched_at)
    statement = (
        select(Workspace.created_at, first)
        .outerjoin(Campaign, Campaign.workspace_id == Workspace.id)
        .where(Workspace.is_demo.is_(False), Workspace.created_at >= start, Workspace.created_at < end)
        .group_by(Workspace.id, Workspace.created_at)
    )
    rows = db.session.execute(statement).tuples()
    return [None if launched is None else (launched - opened).total_seconds() / 3600 for opened, launched in rows]


def _decisions(start: datetime, end: datetime) -> tuple[int, int, int]:
    """Return how many publications were approved and rejected that week, and how many owners decided."""
    of_week = (ContentDecision.decided_at >= start, ContentDecision.decided_at < end, Workspace.is_demo.is_(False))
    joined = select(ContentDecision).join(Workspace, Workspace.id == ContentDecision.workspace_id).where(*of_week)
    kinds = joined.where(ContentDecision.kind.in_(("approved", "rejected"))).group_by(ContentDecision.kind)
    counts = dict(db.session.execute(kinds.with_only_columns(ContentDecision.kind, func.count())).tuples().all())
    is_owner = (Membership.user_id == ContentDecision.by_id) & (Membership.workspace_id == ContentDecision.workspace_id)
    owners = joined.join(Membership, is_owner).where(Membership.role == Role.OWNER)
    active = db.session.scalar(owners.with_only_columns(func.count(ContentDecision.by_id.distinct())))
    return counts.get("approved", 0), counts.get("rejected", 0), active or 0


def _survey(start: datetime, end: datetime) -> tuple[float | None, int]:
    statement = select(func.avg(SurveyAnswer.score), func.count(SurveyAnswer.score)).where(
        SurveyAnswer.answered_at >= start, SurveyAnswer.answered_at < end
    )
    mean, count = db.session.execute(statement).tuples().one()
    return (None if mean is None else float(mean)), count
