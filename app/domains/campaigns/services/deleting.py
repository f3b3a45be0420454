"""Delete a campaign, and what only it held."""

from __future__ import annotations

from sqlalchemy import delete as delete_from
from sqlalchemy import exists, select, update
from sqlalchemy.orm import aliased

from app.core.background import after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.domains.audit import services as audit
from app.domains.campaigns import wording
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.services import guarding
from app.domains.contents import pictures
from app.domains.contents.models import Content
from app.domains.leads.models import Lead, LeadRecord
from app.domains.leads.states import LeadState
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState

BROUGHT = ("manual", "import")
OF_A_TEXT = (LeadState.WRITING, LeadState.WRITTEN, LeadState.WAITING_QUOTA, LeadState.WRITING_FAILED)


def delete(campaign: Campaign) -> None:
    """Delete a campaign with its searches, its publications, and the prospects no other campaign found.

    Raises:
        Conflict: one of its publications is on its way out, or it is a demonstration.
    """
    guarding.refuse_demo(campaign)
    guarding.hold(campaign)
    # A delivery under way is the only proof of what the network may already show.
    sending = exists().where(
        Delivery.content_id == Content.id, Content.campaign_id == campaign.id, Delivery.state == DeliveryState.SENDING
    )
    if db.session.scalar(select(sending)):
        raise Conflict("sending", wording.SENDING_NOW)
    keys = _pictures(campaign)
    other = aliased(CampaignLead)
    elsewhere = exists().where(other.lead_id == CampaignLead.lead_id, other.campaign_id != campaign.id)
    # What she brought herself is hers: only what a search found goes with the campaign.
    hers = exists().where(LeadRecord.lead_id == CampaignLead.lead_id, LeadRecord.source.in_(BROUGHT))
    only_here = select(CampaignLead.lead_id).where(CampaignLead.campaign_id == campaign.id, ~elsewhere, ~hers)
    bare = {"synchronize_session": False}
    here = select(CampaignLead.lead_id).where(CampaignLead.campaign_id == campaign.id)
    told_of = exists().where(Content.lead_id == Lead.id, Content.campaign_id != campaign.id)
    db.session.execute(
        update(Lead).where(Lead.id.in_(here), Lead.state.in_(OF_A_TEXT), ~told_of).values(state=LeadState.READY),
        execution_options=bare,
    )
    db.session.execute(delete_from(Lead).where(Lead.id.in_(only_here)), execution_options=bare)
    db.session.execute(delete_from(Campaign).where(Campaign.id == campaign.id), execution_options=bare)
    after_commit(lambda: delete_pictures(keys))
    audit.record("erasure.campaign", workspace_id=campaign.workspace_id, subject=campaign.name)
    db.session.commit()


def _pictures(campaign: Campaign) -> list[str]:
    rows = db.session.execute(
        select(Content.picture_key, Content.thumbnail_key).where(Content.campaign_id == campaign.id)
    )
    return [key for row in rows for key in row if key]


def delete_pictures(keys: list[str]) -> None:
    """Delete the files of publications that are gone; one left behind shows nowhere."""
    pictures.delete(*keys)
