"""What the sweep asks of campaigns: bells that were lost, leases that ran out."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import and_, or_, select

from app.core import clock, states
from app.core.background import ring
from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.campaigns.services.announcing import JOB as ANNOUNCE_JOB
from app.domains.campaigns.services.launching import SEARCH_JOB
from app.domains.campaigns.services.writing import SETTLE_JOB
from app.domains.campaigns.states import SEARCH_MOVES, CampaignState, SearchState
from app.domains.campaigns.tallies import any_content, open_content, open_search, open_writing
from app.domains.workspaces.models import Workspace

# A bell that has just rung needs no second one.
GRACE = timedelta(seconds=5)
MOST = 200


def ring_due_searches() -> int:
    """Ring for searches that are due, and free those whose try died; return how many."""
    now = clock.now()
    statement = (
        select(CampaignSearch)
        .join(Campaign, Campaign.id == CampaignSearch.campaign_id)
        .join(Workspace, Workspace.id == CampaignSearch.workspace_id)
        .where(Workspace.is_demo.is_(False), Campaign.state != CampaignState.PAUSED)
        .order_by(CampaignSearch.next_try_at)
        .limit(MOST)
    )
    states.free(statement, SearchState.RUNNING, SearchState.DUE, moves=SEARCH_MOVES, next_try_at=now - GRACE)
    db.session.commit()
    due = statement.where(
        CampaignSearch.state.in_((SearchState.DUE, SearchState.WAITING)), CampaignSearch.next_try_at <= now - GRACE
    )
    ids = [search.id for search in db.session.scalars(due)]
    db.session.commit()
    return sum(ring(SEARCH_JOB, search_id, on="bulk") for search_id in ids)


def ring_due_announcements() -> int:
    """Ring for campaigns whose prospects should have been announced; return how many."""
    late = select(Campaign.id).where(
        Campaign.state == CampaignState.SCRAPING,
        Campaign.leads_announced_at.is_(None),
        Campaign.announce_by < clock.now() - GRACE,
    )
    ids = db.session.scalars(late.limit(MOST)).all()
    db.session.commit()
    return sum(ring(ANNOUNCE_JOB, campaign_id, on="soon") for campaign_id in ids)


def ring_stalled_campaigns() -> int:
    """Ring for campaigns whose state is behind what they hold; return how many."""
    awaits_visits = and_(Campaign.announce_by.is_not(None), Campaign.leads_announced_at.is_(None))
    stalled = or_(
        and_(Campaign.state == CampaignState.SCRAPING, ~open_search(), ~awaits_visits),
        and_(Campaign.state == CampaignState.GENERATING, or_(any_content(), ~open_writing())),
        and_(Campaign.state == CampaignState.PUBLISHING, ~open_writing(), ~open_content()),
        and_(Campaign.state == CampaignState.COMPLETED, open_content()),
    )
    statement = (
        select(Campaign.id)
        .join(Workspace, Workspace.id == Campaign.workspace_id)
        .where(Workspace.is_demo.is_(False), stalled)
        .order_by(Campaign.id)
        .limit(MOST)
    )
    ids = db.session.scalars(statement).all()
    db.session.commit()
    return sum(ring(SETTLE_JOB, campaign_id, on="soon") for campaign_id in ids)
