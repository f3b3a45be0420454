"""What every verb asks before it acts."""

from __future__ import annotations

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict
from app.domains.campaigns import wording
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.states import CampaignState
from app.domains.workspaces.models import Workspace


def is_demo(campaign: Campaign) -> bool:
    """Tell whether a campaign is of the demonstration: nothing ever acts on it."""
    return bool(db.session.scalar(select(Workspace.is_demo).where(Workspace.id == campaign.workspace_id)))


def refuse_demo(campaign: Campaign) -> None:
    """Raise Conflict for a campaign of the demonstration."""
    if is_demo(campaign):
        raise Conflict("demo", wording.DEMO)


def refuse_unless_running(campaign: Campaign) -> None:
    """Raise Conflict for a draft or a paused campaign, and for the demonstration."""
    refuse_demo(campaign)
    if campaign.state == CampaignState.DRAFT:
        raise Conflict("draft", wording.NOT_LAUNCHED)
    if campaign.state == CampaignState.PAUSED:
        raise Conflict("paused", wording.IS_PAUSED)


def hold(campaign: Campaign) -> None:
    """Keep other workers from the same campaign until the present transaction ends.

    SQLite already has one writer at a time; elsewhere the row is locked, and read afresh.
    """
    statement = select(Campaign).where(Campaign.id == campaign.id).with_for_update(key_share=True)
    db.session.execute(statement.execution_options(populate_existing=True))
