"""Stop a campaign, and take it up where it was."""

from __future__ import annotations

from app.core.background import ring_after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.audit import services as audit
from app.domains.campaigns import wording
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.services import guarding, launching, settling
from app.domains.campaigns.states import MOVES, CampaignState
from app.domains.contents import services as contents

_PAUSABLE = (CampaignState.SCRAPING, CampaignState.GENERATING, CampaignState.PUBLISHING)


def pause(campaign: Campaign) -> None:
    """Stop searching and writing; what is approved still goes out. Pressed twice, it is paused once.

    Raises:
        Conflict: nothing is under way, or it is a demonstration.
    """
    guarding.refuse_demo(campaign)
    guarding.hold(campaign)
    present = campaign.state
    if present in _PAUSABLE:
        claim(campaign, CampaignState.PAUSED, moves=MOVES, only_from=CampaignState(present), resume_state=present)
        contents.hold_writings(campaign.id)
        audit.record("campaign.paused", workspace_id=campaign.workspace_id, subject=campaign.name)
    elif present != CampaignState.PAUSED:
        raise Conflict("not_running", wording.NOT_RUNNING)
    db.session.commit()


def start(campaign: Campaign) -> None:
    """Launch a draft, or take a paused campaign up; nothing changes for one under way.

    Raises:
        Conflict: an answer is missing, or it is a demonstration.
    """
    if campaign.state == CampaignState.PAUSED:
        resume(campaign)
    else:
        launching.launch(campaign)


def resume(campaign: Campaign) -> None:
    """Take a paused campaign up where it was; nothing happens to one that is not paused."""
    guarding.refuse_demo(campaign)
    guarding.hold(campaign)
    if campaign.state == CampaignState.PAUSED:
        back = CampaignState(campaign.resume_state or CampaignState.SCRAPING)
        claim(campaign, back, moves=MOVES, only_from=CampaignState.PAUSED, resume_state="")
        contents.release_writings(campaign.id)
        audit.record("campaign.resumed", workspace_id=campaign.workspace_id, subject=campaign.name)
        search = launching.open_search(campaign)
        if search is not None:
            ring_after_commit(launching.SEARCH_JOB, search.id, on="bulk")
        settling.ring_settle(campaign.id)
    db.session.commit()
