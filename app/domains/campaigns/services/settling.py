"""What a campaign's state should be, given what became of its search, its writings and its publications.

Every note ends here, and so does the sweep: settling twice, late or out of order changes nothing.
"""

from __future__ import annotations

from sqlalchemy import func, select

from app.core import clock
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.states import claim
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.campaigns.queries import unmerged
from app.domains.campaigns.services import guarding, launching, writing
from app.domains.campaigns.states import MOVES, OPEN_SEARCHES, CampaignState, SearchState
from app.domains.campaigns.tallies import any_content, any_writing, open_content, open_writing
from app.domains.contents.models import Content
from app.domains.publishing.models import Delivery


def ring_settle(campaign_id: int) -> None:
    """Have a campaign settled once the present transaction is committed."""
    ring_after_commit(writing.SETTLE_JOB, campaign_id)


def begin_writing(campaign_id: int) -> None:
    """Order the first publications of a campaign whose prospects are ready."""
    campaign = db.session.get(Campaign, campaign_id)
    if campaign is None or guarding.is_demo(campaign):
        return
    if claim(campaign, CampaignState.GENERATING, moves=MOVES, only_from=CampaignState.SCRAPING, reason=""):
        # Another worker that settles meanwhile must find the campaign writing.
        db.session.commit()
        writing.order(campaign, writing.next_best(campaign))
    db.session.commit()


def settle_content(content_id: int) -> None:
    """Settle the campaign of a publication."""
    campaign_id = db.session.scalar(select(Content.campaign_id).where(Content.id == content_id))
    if campaign_id is not None:
        settle(campaign_id)


def is_news(content_id: int) -> bool:
    """Tell whether one more publication may move its campaign: one that publishes already goes on."""
    state = select(Campaign.state).join(Content, Content.campaign_id == Campaign.id).where(Content.id == content_id)
    return db.session.scalar(state) not in (None, CampaignState.PUBLISHING)


def settle_delivery(delivery_id: int) -> None:
    """Settle the campaign of a delivery."""
    content_id = db.session.scalar(select(Delivery.content_id).where(Delivery.id == delivery_id))
    if content_id is not None:
        settle_content(content_id)


def settle(campaign_id: int) -> None:
    """Move a campaign to the state that what it holds calls for."""
    campaign = db.session.get(Campaign, campaign_id, populate_existing=True)
    if campaign is None or guarding.is_demo(campaign):
        return
    if campaign.state == CampaignState.SCRAPING:
        _settle_search(campaign)
    elif campaign.state == CampaignState.GENERATING:
        _settle_writing(campaign)
    if campaign.state in (CampaignState.PUBLISHING, CampaignState.COMPLETED, CampaignState.FAILED):
        _settle_publishing(campaign)
    db.session.commit()


def lead_count(campaign_id: int) -> int:
    """Count a campaign's prospects."""
    statement = select(func.count(CampaignLead.id)).where(CampaignLead.campaign_id == campaign_id, unmerged())
    return db.session.scalar(statement) or 0


def _settle_search(campaign: Campaign) -> None:
    search: CampaignSearch | None = launching.latest_search(campaign)
    if search is None or search.state in OPEN_SEARCHES:
        return
    if search.state == SearchState.DONE and campaign.announce_by and not campaign.leads_announced_at:
        # Their sites are being visited; announcing ends this wait.
        return
    if search.state == SearchState.DONE and lead_count(campaign.id):
        begin_writing(campaign.id)
        return
    reason = "nothing_found" if search.state == SearchState.DONE else search.reason or "unavailable"
    claim(campaign, CampaignState.FAILED, moves=MOVES, only_from=CampaignState.SCRAPING, reason=reason)


def _settle_writing(campaign: Campaign) -> None:
    has = _answers(campaign)
    if has["content"]:
        claim(campaign, CampaignState.PUBLISHING, moves=MOVES, only_from=CampaignState.GENERATING, reason="")
    elif has["open_writing"]:
        return
    elif has["writing"]:
        _fail(campaign, "writing_failed")
    else:
        # The order itself was lost between two transactions.
        chosen = writing.next_best(campaign)
        if not chosen or not writing.order(campaign, chosen):
            _fail(campaign, "nothing_to_write")


def _settle_publishing(campaign: Campaign) -> None:
    has = _answers(campaign)
    if campaign.state == CampaignState.PUBLISHING and not has["open_content"] and not has["open_writing"]:
        claim(campaign, CampaignState.COMPLETED, moves=MOVES, only_from=CampaignState.PUBLISHING,
              completed_at=clock.now())  # fmt: skip
    elif campaign.state in (CampaignState.COMPLETED, CampaignState.FAILED) and has["open_content"]:
        claim(campaign, CampaignState.PUBLISHING, moves=MOVES, only_from=CampaignState(campaign.state),
              completed_at=None, reason="")  # fmt: skip


def _fail(campaign: Campaign, reason: str) -> None:
    claim(campaign, CampaignState.FAILED, moves=MOVES, only_from=CampaignState.GENERATING, reason=reason)


def _answers(campaign: Campaign) -> dict[str, bool]:
    asked = {"content": any_content(), "open_content": open_content(), "writing": any_writing(),
             "open_writing": open_writing()}  # fmt: skip
    statement = select(*(answer.label(name) for name, answer in asked.items())).where(Campaign.id == campaign.id)
    return {name: bool(value) for name, value in db.session.execute(statement).one()._mapping.items()}
