"""Order publications for the best prospects that have none."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import exists, select

from app.core.background import ring_after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.campaigns import wording
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.services import guarding
from app.domains.campaigns.states import MOVES, CampaignState
from app.domains.campaigns.tallies import OPEN_WRITINGS
from app.domains.contents import services as contents
from app.domains.contents.models import Content, Writing
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState
from app.domains.workspaces.services import workspace_by_id

SETTLE_JOB = "app.domains.campaigns.jobs.settle"
_MAY_BE_WRITTEN = (LeadState.NEW, LeadState.ENRICHING, LeadState.READY, LeadState.WRITTEN, LeadState.WRITING_FAILED)


def write_posts(campaign: Campaign) -> int:
    """Order publications for the next best prospects; return how many.

    Raises:
        Conflict: a draft, paused, still searching, a demonstration, or nobody is left.
    """
    guarding.refuse_unless_running(campaign)
    guarding.hold(campaign)
    if campaign.state == CampaignState.SCRAPING:
        raise Conflict("searching", wording.STILL_SEARCHING)
    chosen = next_best(campaign)
    if not chosen:
        raise Conflict("nothing_left", wording.NOTHING_LEFT)
    claim(campaign, CampaignState.GENERATING, moves=MOVES, only_from=CampaignState.FAILED, reason="")
    return order(campaign, chosen)


def write_again(campaign: Campaign) -> int:
    """Order once more what could not be written."""
    claim(campaign, CampaignState.GENERATING, moves=MOVES, only_from=CampaignState.FAILED, reason="")
    return order(campaign, next_best(campaign))


def write_for_lead(lead: Lead) -> Sequence[Writing]:
    """Order one publication for one prospect, in the last campaign that found it.

    Raises:
        Conflict: it was merged into another, no name of its own is known yet, no launched campaign holds it,
            it has its publication already, or a demonstration.
    """
    if lead.merged_into_id is not None:
        raise Conflict("merged", wording.MERGED)
    if not lead.name:
        raise Conflict("no_name", wording.NO_NAME)
    statement = (
        select(Campaign)
        .join(CampaignLead, CampaignLead.campaign_id == Campaign.id)
        .where(CampaignLead.lead_id == lead.id, Campaign.state != CampaignState.DRAFT)
        .order_by(Campaign.id.desc())
        .limit(1)
    )
    campaign = db.session.scalar(statement)
    if campaign is None:
        raise Conflict("no_campaign", wording.NO_CAMPAIGN)
    guarding.refuse_unless_running(campaign)
    writings = contents.order_writings(campaign.workspace_id, campaign.id, [lead.id], on="now")
    if not writings:
        raise Conflict("has_content", wording.HAS_ITS_CONTENT)
    return writings


def next_best(campaign: Campaign) -> list[int]:
    """Return the best prospects of a campaign without a publication, as many as its workspace writes at once."""
    written = exists().where(Content.campaign_id == campaign.id, Content.lead_id == CampaignLead.lead_id)
    ordered = exists().where(
        Writing.campaign_id == campaign.id,
        Writing.lead_id == CampaignLead.lead_id,
        Writing.state.in_(OPEN_WRITINGS),
    )
    statement = (
        select(CampaignLead.lead_id)
        .join(Lead, Lead.id == CampaignLead.lead_id)
        .where(CampaignLead.campaign_id == campaign.id, Lead.state.in_(_MAY_BE_WRITTEN), ~written, ~ordered)
        # A text presents a business by its name, and a merged one is presented by the other.
        .where(Lead.name != "", Lead.merged_into_id.is_(None))
        .order_by(CampaignLead.score.desc(), CampaignLead.lead_id)
        .limit(workspace_by_id(campaign.workspace_id).posts_per_campaign)
    )
    return list(db.session.scalars(statement))


def order(campaign: Campaign, lead_ids: list[int]) -> int:
    """Order the publications; the contents' service commits."""
    ordered = len(contents.order_writings(campaign.workspace_id, campaign.id, lead_ids)) if lead_ids else 0
    if not ordered:
        ring_after_commit(SETTLE_JOB, campaign.id)
    db.session.commit()
    return ordered
