"""Bring prospects into a campaign otherwise than by its search: by hand, or from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import insert, select

from app.core.db import db
from app.core.errors import Conflict
from app.domains.campaigns import wording
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.services import scores
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.services import Stored
from app.domains.leads.services.chunks import chunks
from app.domains.workspaces.models import Workspace

# A trade nobody said.
OTHER = "other"


def add_lead(workspace: Workspace, campaign_id: int, values: Mapping[str, str], by_id: int) -> Stored:
    """Add a business by hand, to a campaign unless `campaign_id` is 0; in the campaign's trade."""
    campaign = db.session.scalar(
        select(Campaign).where(Campaign.id == campaign_id, Campaign.workspace_id == workspace.id)
    )
    stored = leads.add(workspace.id, campaign.industry if campaign else OTHER, values, by_id)
    if campaign is not None:
        join(campaign.id, stored.lead_ids)
    db.session.commit()
    return stored


def put_in(lead: Lead, campaign_id: int) -> None:
    """Put a prospect in a campaign of its workspace, once; one of no known trade takes the campaign's; commits.

    Raises:
        Conflict: it was merged into another.
    """
    if lead.merged_into_id is not None:
        raise Conflict("merged", wording.MERGED_AWAY)
    mine = (Campaign.id == campaign_id, Campaign.workspace_id == lead.workspace_id)
    campaign = db.session.scalar(select(Campaign).where(*mine))
    if campaign is not None:
        # Its publications then follow the rules of that trade.
        lead.industry = campaign.industry if lead.industry == OTHER else lead.industry
        join(campaign.id, [lead.id])
    db.session.commit()


def join(campaign_id: int, lead_ids: Sequence[int]) -> int:
    """Link prospects to a campaign, each once, in the present transaction; return how many are new there."""
    joined = 0
    for chunk in chunks(list(dict.fromkeys(lead_ids))):
        here = (CampaignLead.campaign_id == campaign_id, CampaignLead.lead_id.in_(chunk))
        known = set(db.session.scalars(select(CampaignLead.lead_id).where(*here)))
        new = [{"campaign_id": campaign_id, "lead_id": lead_id} for lead_id in chunk if lead_id not in known]
        if new:
            db.session.execute(insert(CampaignLead), new)
            scores.mirror([row["lead_id"] for row in new])
        joined += len(new)
    return joined


def join_imported(campaign_id: int | None, lead_ids: Sequence[int]) -> None:
    """Link what a file brought to the campaign it was for, in the present transaction."""
    if campaign_id is not None:
        join(campaign_id, lead_ids)
