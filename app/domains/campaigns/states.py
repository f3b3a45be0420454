"""The lives of a campaign and of its searches."""

from __future__ import annotations

from enum import StrEnum


class CampaignState(StrEnum):
    """publishing begins with the first pending content; completed when nothing is left to do."""

    DRAFT = "draft"
    SCRAPING = "scraping"
    GENERATING = "generating"
    PUBLISHING = "publishing"
    COMPLETED = "completed"
    PAUSED = "paused"
    FAILED = "failed"


_STOPS = (CampaignState.PAUSED, CampaignState.FAILED)

MOVES: dict[CampaignState, tuple[CampaignState, ...]] = {
    CampaignState.DRAFT: (CampaignState.SCRAPING,),
    CampaignState.SCRAPING: (CampaignState.GENERATING, *_STOPS),
    CampaignState.GENERATING: (CampaignState.PUBLISHING, *_STOPS),
    CampaignState.PUBLISHING: (CampaignState.COMPLETED, CampaignState.PAUSED),
    CampaignState.COMPLETED: (CampaignState.PUBLISHING,),
    CampaignState.PAUSED: (CampaignState.SCRAPING, CampaignState.GENERATING, CampaignState.PUBLISHING),
    CampaignState.FAILED: (CampaignState.SCRAPING, CampaignState.GENERATING, CampaignState.PUBLISHING),
}


class SearchState(StrEnum):
    """due → running → done; waiting when the source asks for patience."""

    DUE = "due"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


SEARCH_MOVES: dict[SearchState, tuple[SearchState, ...]] = {
    SearchState.DUE: (SearchState.RUNNING,),
    SearchState.RUNNING: (SearchState.DONE, SearchState.WAITING, SearchState.FAILED, SearchState.DUE),
    SearchState.WAITING: (SearchState.RUNNING, SearchState.DUE),
    SearchState.FAILED: (SearchState.DUE,),
    SearchState.DONE: (),
}

OPEN_SEARCHES = (SearchState.DUE, SearchState.RUNNING, SearchState.WAITING)
