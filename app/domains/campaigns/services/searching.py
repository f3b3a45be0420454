"""One try of one search: claim it, ask the source outside any transaction, keep what it found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from app.core import clock, logs
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.states import claim
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.campaigns.services import announcing, guarding, joining
from app.domains.campaigns.services.launching import RATE_LIMITED, SEARCH_JOB
from app.domains.campaigns.states import MOVES, SEARCH_MOVES, CampaignState, SearchState
from app.domains.leads import services as leads
from app.domains.leads import sources
from app.providers.contracts import LeadQuery, LeadSource, Place, SearchAnswer
from app.providers.errors import ProviderError, QuotaReached

LEASE_SECONDS = 180
BACKOFF_SECONDS = (30, 60, 120, 300)
MOST_TRIES = 8
MOST_FOUND = 10_000

log = logs.get("campaigns.search")


@dataclass(frozen=True)
class Claimed:
    """What one try needs once the transaction is over. `lease_until` proves whose try it is."""

    search_id: int
    campaign_id: int
    workspace_id: int
    lease_until: datetime
    tries: int
    query: LeadQuery


def run(search_id: int) -> None:
    """Search once, if the search is due and nobody else has it."""
    claimed = _claim(search_id)
    if claimed is None:
        return
    found, failed = _ask(claimed.query)
    if not found:
        _put_off(claimed, failed[0])
        return
    _keep(claimed, found)


def _ask(query: LeadQuery) -> tuple[list[tuple[LeadSource, SearchAnswer]], list[ProviderError]]:
    """Ask every source; one that fails does not cost the others what they found."""
    found: list[tuple[LeadSource, SearchAnswer]] = []
    failed: list[ProviderError] = []
    for source in sources.lead_sources():
        try:
            found.append((source, source.search(query)))
        except ProviderError as error:
            log.warning("source not searched", source=source.name, error=type(error).__name__, code=error.code)
            failed.append(error)
    return found, failed


def _claim(search_id: int) -> Claimed | None:
    search = db.session.get(CampaignSearch, search_id)
    campaign = db.session.get(Campaign, search.campaign_id) if search else None
    if search is None or campaign is None or campaign.state == CampaignState.PAUSED or guarding.is_demo(campaign):
        return None
    lease_until = clock.in_seconds(LEASE_SECONDS)
    tries = search.tries + 1
    due = (CampaignSearch.next_try_at <= clock.now(),)
    if not claim(search, SearchState.RUNNING, moves=SEARCH_MOVES, where=due, lease_until=lease_until, tries=tries):
        db.session.rollback()
        return None
    db.session.commit()
    return Claimed(search.id, campaign.id, campaign.workspace_id, lease_until, tries, _query(campaign))


def _query(campaign: Campaign) -> LeadQuery:
    if campaign.latitude is None or campaign.longitude is None:
        raise ValueError("a launched campaign has a place")
    # We write ’, OpenStreetMap writes '.
    place = Place(campaign.city.replace("’", "'"), campaign.province, campaign.latitude, campaign.longitude,
                  campaign.population, campaign.osm_relation_id)  # fmt: skip
    return LeadQuery(campaign.industry, place, words=campaign.industry_words, limit=MOST_FOUND)


def _put_off(claimed: Claimed, error: ProviderError) -> None:
    search = db.session.get(CampaignSearch, claimed.search_id)
    if search is None:
        return
    log.warning("search not done", search=search.id, error=type(error).__name__, code=error.code, tries=claimed.tries)
    if error.permanent or claimed.tries > MOST_TRIES:
        _give_up(claimed, search, "refused" if error.permanent else "unavailable")
        return
    backoff = BACKOFF_SECONDS[min(claimed.tries, len(BACKOFF_SECONDS)) - 1]
    wait = error.retry_after_seconds if error.retry_after_seconds is not None else backoff
    reason = RATE_LIMITED if isinstance(error, QuotaReached) else "unavailable"
    next_try_at = clock.in_seconds(wait)
    if _release(claimed, search, SearchState.WAITING, reason=reason, next_try_at=next_try_at):
        ring_after_commit(SEARCH_JOB, search.id, on="bulk", at=next_try_at)
    db.session.commit()


def _give_up(claimed: Claimed, search: CampaignSearch, reason: str) -> None:
    if _release(claimed, search, SearchState.FAILED, reason=reason, ended_at=clock.now()):
        campaign = db.session.get_one(Campaign, claimed.campaign_id)
        claim(campaign, CampaignState.FAILED, moves=MOVES, only_from=CampaignState.SCRAPING, reason=reason)
    db.session.commit()


def _keep(claimed: Claimed, found: list[tuple[LeadSource, SearchAnswer]]) -> None:
    search = db.session.get(CampaignSearch, claimed.search_id)
    if search is None:
        return
    # Cleaning comes first and needs no database.
    db.session.rollback()
    lead_ids, added, dropped = _store(claimed, found)
    ended = {"found_count": len(lead_ids), "added_count": added, "dropped": dict(dropped)}
    if not _release(claimed, search, SearchState.DONE, reason="", ended_at=clock.now(), **ended):
        # Our lease ran out and another try has taken over: its results are as good as ours.
        db.session.rollback()
        return
    joining.join(claimed.campaign_id, lead_ids)
    campaign = db.session.get_one(Campaign, claimed.campaign_id)
    announcing.prepare(campaign, visits=leads.order_visits(claimed.workspace_id, lead_ids))
    db.session.commit()


def _store(claimed: Claimed, found: list[tuple[LeadSource, SearchAnswer]]) -> tuple[list[int], int, Counter[str]]:
    batch = leads.Batch(claimed.workspace_id, claimed.query.industry)
    city = claimed.query.place.name.replace("'", "’")
    lead_ids: list[int] = []
    added, dropped = 0, Counter[str]()
    for source, answer in found:
        stored = leads.take_in(batch, source, answer, city=city)
        leads.note_use(batch.workspace_id, claimed.campaign_id, source.name, answer.billed)
        lead_ids += stored.lead_ids
        added += stored.added
        dropped.update(answer.dropped)
    return list(dict.fromkeys(lead_ids)), added, dropped


def _release(claimed: Claimed, search: CampaignSearch, to: SearchState, **values: object) -> bool:
    mine = (CampaignSearch.lease_until == claimed.lease_until,)
    return claim(search, to, moves=SEARCH_MOVES, only_from=SearchState.RUNNING, where=mine, lease_until=None, **values)
