"""Say once that a campaign's prospects are ready: when the sites of the best are read, or 20 s later."""

from __future__ import annotations

from sqlalchemy import exists, select, update

from app.core import clock
from app.core.background import ring_after_commit
from app.core.db import changed, db
from app.core.events import emit
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.services import settling
from app.domains.leads.models import Enrichment, Lead
from app.domains.leads.states import EnrichmentState

JOB = "app.domains.campaigns.jobs.announce"
# Writing never waits longer than this for the visits of sites.
LONGEST_WAIT_SECONDS = 20
LOOK_AGAIN_SECONDS = 2
BEST_ANNOUNCED = 50
BEST_WAITED_FOR = 15


def prepare(campaign: Campaign, *, visits: int) -> None:
    """Announce the prospects of a campaign now, or once their sites are visited; in the present transaction."""
    if campaign.leads_announced_at is not None:
        settling.ring_settle(campaign.id)
    elif visits:
        campaign.announce_by = clock.in_seconds(LONGEST_WAIT_SECONDS)
        ring_after_commit(JOB, campaign.id, at=clock.in_seconds(LOOK_AGAIN_SECONDS))
    elif not _announce(campaign):
        settling.ring_settle(campaign.id)


def announce(campaign_id: int) -> None:
    """Announce if it is time, or ring again a little later."""
    campaign = db.session.get(Campaign, campaign_id, populate_existing=True)
    if campaign is None or campaign.announce_by is None or campaign.leads_announced_at is not None:
        return
    if clock.now() < campaign.announce_by and _is_visiting(campaign):
        ring_after_commit(JOB, campaign.id, at=clock.in_seconds(LOOK_AGAIN_SECONDS))
    elif not _announce(campaign):
        settling.ring_settle(campaign.id)
    db.session.commit()


def _is_visiting(campaign: Campaign) -> bool:
    """Tell whether the best prospects, whom writing begins with, still have a site to be read."""
    best = select(CampaignLead.lead_id).where(CampaignLead.campaign_id == campaign.id)
    best = best.order_by(CampaignLead.score.desc(), CampaignLead.lead_id.desc()).limit(BEST_WAITED_FOR)
    visiting = exists().where(
        Enrichment.lead_id.in_(best),
        Enrichment.tries == 0,
        Enrichment.state.in_((EnrichmentState.DUE, EnrichmentState.RUNNING)),
    )
    return bool(db.session.scalar(select(visiting)))


def _announce(campaign: Campaign) -> bool:
    best = (
        select(Lead.id, Lead.name, CampaignLead.score)
        .join(CampaignLead, CampaignLead.lead_id == Lead.id)
        .where(CampaignLead.campaign_id == campaign.id, Lead.merged_into_id.is_(None))
        .order_by(CampaignLead.score.desc(), Lead.id)
        .limit(BEST_ANNOUNCED)
    )
    rows = db.session.execute(best).all()
    first = update(Campaign).where(Campaign.id == campaign.id, Campaign.leads_announced_at.is_(None))
    if not rows or not changed(first.values(leads_announced_at=clock.now())):
        return False
    payload = {
        "campaign_id": campaign.id,
        "lead_count": settling.lead_count(campaign.id),
        "leads": [{"id": row.id, "name": row.name, "score": row.score} for row in rows],
    }
    emit("leads.ready", campaign.id, workspace_id=campaign.workspace_id, payload=payload)
    return True
