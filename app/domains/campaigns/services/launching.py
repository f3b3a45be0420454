"""Begin searching: the first time, again, or once more after a failure."""

from __future__ import annotations

from sqlalchemy import select

from app.core import clock
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.audit import services as audit
from app.domains.campaigns import wording
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.campaigns.services import guarding, writing
from app.domains.campaigns.states import MOVES, OPEN_SEARCHES, SEARCH_MOVES, CampaignState, SearchState

SEARCH_JOB = "app.domains.campaigns.jobs.search"
RATE_LIMITED = "rate_limited"


def launch(campaign: Campaign) -> bool:
    """Launch a draft; pressed twice, it is launched once.

    Returns:
        True for the press that launched it.

    Raises:
        Conflict: an answer is missing, or it is a demonstration.
    """
    guarding.refuse_demo(campaign)
    if campaign.state == CampaignState.DRAFT and not is_complete(campaign):
        raise Conflict("incomplete", wording.INCOMPLETE)
    won = claim(campaign, CampaignState.SCRAPING, moves=MOVES, only_from=CampaignState.DRAFT, launched_at=clock.now())
    if won:
        _order_search(campaign)
        audit.record("campaign.launched", workspace_id=campaign.workspace_id, subject=campaign.name)
    db.session.commit()
    return won


def search_more(campaign: Campaign) -> CampaignSearch:
    """Search again for a campaign; returns the search that is already open, if one is.

    Raises:
        Conflict: a draft, a paused campaign, or a demonstration.
    """
    guarding.refuse_unless_running(campaign)
    guarding.hold(campaign)
    search = open_search(campaign)
    if search is None:
        if campaign.state == CampaignState.FAILED:
            claim(campaign, CampaignState.SCRAPING, moves=MOVES, only_from=CampaignState.FAILED, reason="")
        search = _order_search(campaign)
    db.session.commit()
    return search


def retry(campaign: Campaign) -> None:
    """Try again now what waits or failed, but never sooner than a source that gave a delay allows.

    Raises:
        Conflict: too soon, paused, or a demonstration.
    """
    guarding.refuse_unless_running(campaign)
    search = latest_search(campaign)
    if search is not None and search.state == SearchState.WAITING:
        _hasten(search)
    elif campaign.state == CampaignState.FAILED and campaign.reason == "writing_failed":
        writing.write_again(campaign)
    elif campaign.state == CampaignState.FAILED or (search is not None and search.state == SearchState.FAILED):
        search_more(campaign)
    db.session.commit()


def is_complete(campaign: Campaign) -> bool:
    """Tell whether every question of the wizard has its answer."""
    return bool(campaign.name and campaign.industry and campaign.city and campaign.latitude is not None)


def open_search(campaign: Campaign) -> CampaignSearch | None:
    """Return the search under way, if one is."""
    statement = select(CampaignSearch).where(
        CampaignSearch.campaign_id == campaign.id, CampaignSearch.state.in_(OPEN_SEARCHES)
    )
    return db.session.scalar(statement.order_by(CampaignSearch.id.desc()).limit(1))


def latest_search(campaign: Campaign) -> CampaignSearch | None:
    """Return a campaign's last search."""
    statement = select(CampaignSearch).where(CampaignSearch.campaign_id == campaign.id)
    return db.session.scalar(statement.order_by(CampaignSearch.id.desc()).limit(1))


def _order_search(campaign: Campaign) -> CampaignSearch:
    search = CampaignSearch(workspace_id=campaign.workspace_id, campaign_id=campaign.id, state=SearchState.DUE)
    db.session.add(search)
    db.session.flush()
    ring_after_commit(SEARCH_JOB, search.id, on="bulk")
    return search


def _hasten(search: CampaignSearch) -> None:
    if search.reason == RATE_LIMITED and search.next_try_at > clock.now():
        raise Conflict("too_soon", wording.too_soon(search))
    if claim(search, SearchState.DUE, moves=SEARCH_MOVES, only_from=SearchState.WAITING, next_try_at=clock.now()):
        ring_after_commit(SEARCH_JOB, search.id, on="bulk")
