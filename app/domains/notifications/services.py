"""Who is told what, and in which words."""

from __future__ import annotations

from flask import current_app
from sqlalchemy import func, select

from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.queries import unmerged
from app.domains.notifications import outbox
from app.domains.workspaces.services import owner_addresses, workspace_by_id


def announce_leads(campaign_id: int) -> None:
    """Put « Vos prospects sont prêts » in the outbox, once per campaign and owner."""
    campaign = db.session.get(Campaign, campaign_id)
    if campaign is None or workspace_by_id(campaign.workspace_id).is_demo:
        return
    count = db.session.scalar(select(func.count()).where(CampaignLead.campaign_id == campaign_id, unmerged())) or 0
    if not count:
        return
    address = f"{current_app.config['SETTINGS'].public_url}/campagnes/{campaign_id}"
    for recipient in owner_addresses(campaign.workspace_id):
        letter = outbox.Letter(
            workspace_id=campaign.workspace_id,
            kind="leads_ready",
            dedupe_key=f"leads_ready:{campaign_id}:{recipient}",
            recipient=recipient,
        )
        outbox.post(letter, campaign=campaign, count=count, address=address)
    db.session.commit()
