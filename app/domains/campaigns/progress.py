"""Where a campaign is, as its page says it."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.campaigns.queries import Metrics
from app.domains.campaigns.states import OPEN_SEARCHES, CampaignState, SearchState
from app.domains.contents.states import ContentState

RUNNING = (CampaignState.SCRAPING, CampaignState.GENERATING, CampaignState.PUBLISHING)
QUICK_SECONDS, SLOW_SECONDS = 2, 10


@dataclass(frozen=True)
class Progress:
    """A campaign, its last search and its counts, and what they mean together."""

    campaign: Campaign
    search: CampaignSearch | None
    metrics: Metrics

    @property
    def is_searching(self) -> bool:
        """A search is under way, whatever the campaign's state."""
        return self.search is not None and self.search.state in OPEN_SEARCHES and not self.is_paused

    @property
    def is_waiting(self) -> bool:
        """The source asked for patience, or did not answer."""
        return self.is_searching and self.search is not None and self.search.state == SearchState.WAITING

    @property
    def is_visiting(self) -> bool:
        """Prospects are found, and their sites are being read before writing begins."""
        return self.campaign.state == CampaignState.SCRAPING and not self.is_searching and self.metrics.leads > 0

    @property
    def is_paused(self) -> bool:
        """Somebody stopped it."""
        return self.campaign.state == CampaignState.PAUSED

    @property
    def is_failed(self) -> bool:
        """It cannot go on by itself."""
        return self.campaign.state == CampaignState.FAILED

    @property
    def search_failed(self) -> bool:
        """A later search failed; the campaign itself is well."""
        return self.search is not None and self.search.state == SearchState.FAILED and not self.is_failed

    @property
    def may_retry(self) -> bool:
        """A person may ask for a try before its time."""
        return not (self.is_waiting and self.search is not None and self.search.reason == "rate_limited")

    @property
    def ordered(self) -> int:
        """Count the publications ordered so far."""
        return sum(self.metrics.writing_states.values())

    @property
    def written(self) -> int:
        """Count those of them that are written."""
        return self.metrics.writing_states.get("done", 0)

    @property
    def unwritten(self) -> int:
        """Count those that could not be."""
        return self.metrics.writing_states.get("failed", 0)

    @property
    def awaits_quota(self) -> bool:
        """What is left to write waits for tomorrow's quota."""
        waiting = self.metrics.writing_states.get("waiting_quota", 0)
        return waiting > 0 and waiting == self.metrics.writing

    @property
    def approved(self) -> int:
        """Count what is approved and not yet gone."""
        return self.metrics.content_states.get(ContentState.APPROVED, 0)

    @property
    def is_moving(self) -> bool:
        """Something will change by itself soon."""
        if self.is_paused:
            return False
        starting = self.campaign.state in (CampaignState.SCRAPING, CampaignState.GENERATING)
        return self.is_searching or starting or self.metrics.writing > 0

    @property
    def poll_seconds(self) -> int:
        """How often the page asks while something moves."""
        return SLOW_SECONDS if (self.is_waiting or self.awaits_quota) else QUICK_SECONDS

    @property
    def may_pause(self) -> bool:
        """Something is under way."""
        return self.campaign.state in RUNNING

    @property
    def may_search(self) -> bool:
        """Another search would not disturb what is under way."""
        return not self.is_searching and not self.is_paused and self.campaign.state != CampaignState.SCRAPING

    @property
    def may_write(self) -> bool:
        """There are prospects, and nothing being searched, written or stopped."""
        idle = self.campaign.state not in (CampaignState.SCRAPING, CampaignState.PAUSED)
        return idle and self.metrics.writing == 0 and self.metrics.leads > self.metrics.contents

    @property
    def mark(self) -> str:
        """Return a short print of all that the page shows, so that a poll carries only news."""
        search = self.search and (self.search.id, self.search.state, self.search.next_try_at, self.search.tries)
        shown = (self.campaign.state, self.campaign.reason, search, self.metrics.leads, self.metrics.published,
                 sorted(self.metrics.content_states.items()), sorted(self.metrics.writing_states.items()))  # fmt: skip
        return f"{crc32(repr(shown).encode()):08x}"
