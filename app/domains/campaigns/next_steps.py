"""What campaigns tell « Que faire maintenant »: the last launch, the last ending, and what follows for one of them."""

from __future__ import annotations

from collections.abc import Sequence

from flask import g
from sqlalchemy import select

from app.core.access import may
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.progress import Progress
from app.domains.campaigns.states import CampaignState
from app.domains.publishing.next_steps import Step, next_step
from app.domains.publishing.presence import nav_state
from app.domains.publishing.results import Scope
from app.domains.publishing.situation import Ending, Launch, Situation
from app.domains.publishing.standing import standing

# The page of a campaign says it by itself when something moves, is stopped or waits for a thumb.
_SAID_IN = (CampaignState.PUBLISHING, CampaignState.COMPLETED)


def last_launch(campaigns: Sequence[Campaign]) -> Launch | None:
    """Return the latest launch among campaigns; None while one is being launched."""
    launched = [each for each in campaigns if each.launched_at is not None]
    latest = max(launched, key=lambda each: (each.launched_at, each.id), default=None)
    if latest is None or latest.launched_at is None:
        return None
    return Launch(latest.launched_at, latest.city)


def ending(campaigns: Sequence[Campaign]) -> Ending | None:
    """Return the latest ending among campaigns that are completed."""
    over = [
        Ending(each.id, each.name, each.completed_at)
        for each in campaigns
        if each.state == CampaignState.COMPLETED and each.completed_at is not None
    ]
    return max(over, key=lambda each: each.completed_at, default=None)


def step_of(campaign: Campaign, progress: Progress) -> Step | None:
    """Return what to do now about a campaign; None where its page says it already, or in a demonstration."""
    metrics, frame = progress.metrics, nav_state()
    if g.workspace.is_demo or campaign.state not in _SAID_IN or metrics.pending or metrics.writing or frame is None:
        return None
    now = Situation(
        connected=frame.connected,
        standing=standing(Scope(campaign.workspace_id, campaign.id)),
        last_launch=last_launch(_latest(campaign.workspace_id)) if campaign.state == CampaignState.COMPLETED else None,
        ending=ending([campaign]),
    )
    return next_step(now, may)


def _latest(workspace_id: int) -> Sequence[Campaign]:
    mine = (Campaign.workspace_id == workspace_id, Campaign.launched_at.is_not(None))
    return db.session.scalars(select(Campaign).where(*mine).order_by(Campaign.id.desc()).limit(1)).all()
