"""Campaigns repeat the score of their prospects, so that their lists page by one index."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update

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
