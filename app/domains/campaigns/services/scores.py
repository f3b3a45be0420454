"""Campaigns repeat the score of their prospects, so that their lists page by one index, and follow merges."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from app.core.db import db
from app.domains.campaigns.models import CampaignLead
from app.domains.leads.models import Lead


def mirror(lead_ids: Sequence[int]) -> None:
    """Repeat the present score of these prospects, in the present transaction."""
    score = select(Lead.score).where(Lead.id == CampaignLead.lead_id).scalar_subquery()
    db.session.execute(
        update(CampaignLead)
        .where(CampaignLead.lead_id.in_(lead_ids), CampaignLead.score != score)
        .values(score=score)
        .execution_options(synchronize_session=False)
    )


def follow(kept_id: int, absorbed_id: int) -> None:
    """Give the campaigns of a merged prospect the one it was merged into, in the present transaction."""
    has_it = select(CampaignLead.campaign_id).where(CampaignLead.lead_id == kept_id)
    without = select(CampaignLead.campaign_id).where(
        CampaignLead.lead_id == absorbed_id, CampaignLead.campaign_id.not_in(has_it)
    )
    rows = [{"campaign_id": campaign_id, "lead_id": kept_id} for campaign_id in db.session.scalars(without)]
    if rows:
        db.session.execute(insert(CampaignLead), rows)
        mirror([kept_id])
