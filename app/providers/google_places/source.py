"""Find businesses of a trade in a municipality through Google; its facts are shown for a day, never kept."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.providers import chains
from app.providers.contracts import FoundLead, LeadQuery, SearchAnswer
from app.providers.errors import ProviderError
from app.providers.google_places import areas, places, prices
from app.providers.google_places.areas import Area
from app.providers.google_places.trades import Trade, trade_of
from app.providers.google_places.wire import PlacesApi
from app.providers.http import Limits

PAGE = 20
# Google stops at sixty: beyond, one looks at smaller pieces of the town.
MOST_PAGES = 3
MOST_REQUESTS = 15
# Half as many requests again as full pages would take: some of what comes back is closed, or seen before.
_SPARE = 1.5


def today_in_quebec() -> date:
    """Return today's date where the businesses are."""
    return datetime.now(ZoneInfo("America/Toronto")).date()


class GooglePlacesSource:
    """A LeadSource over text search; few requests, each counted, since each is billed."""

    name = places.SOURCE
    has_ratings = True
    keeps_facts = False

    def __init__(
        self,
        url: str,
        api_key: str,
        user_agent: str,
        *,
        limits: Limits | None = None,
        today: Callable[[], date] = today_in_quebec,
    ) -> None:
        self._options = (url, api_key, user_agent, limits)
        self._today = today

    def search(self, query: LeadQuery) -> SearchAnswer:
        """Return the businesses found; what an error interrupts is kept, and so is its bill.

        Raises:
            QuotaReached: this minute's requests are used up.
            Refused, PermissionMissing: the key or the question will never pass.
            ProviderError: no answer.
        """
        trade = trade_of(query.industry, query.words)
        api = PlacesApi(*self._options)
        harvest = _Harvest(query, trade, self._today())
        try:
            for place in _places(api, query, trade):
                harvest.take(place)
                if len(harvest.leads) >= query.limit:
                    break
        except ProviderError:
            if not harvest.leads:
                raise
        return SearchAnswer(chains.mark(harvest.leads), dict(harvest.dropped), {prices.TEXT_SEARCH: api.billed})


class _Harvest:
    """What is kept, and what is dropped and why; each place is counted once."""

    def __init__(self, query: LeadQuery, trade: Trade, today: date) -> None:
        self.leads: list[FoundLead] = []
        self.dropped: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._query, self._trade, self._today = query, trade, today

    def take(self, place: Any) -> None:
        """Keep a place or count why not."""
        told = place if isinstance(place, dict) else {}
        place_id = str(told.get("id") or "")
        if place_id and place_id in self._seen:
            return
        self._seen.add(place_id)
        why = places.unusable(told)
        lead = None if why else places.business(told, self._today, self._trade.type)
        if lead is None:
            self.dropped[why or "unreadable"] += 1
        elif areas.is_elsewhere(self._query.place, lead.latitude, lead.longitude):
            self.dropped["elsewhere"] += 1
        else:
            self.leads.append(lead)


def most_requests(limit: int) -> int:
    """Return how many requests a search of `limit` businesses may cost."""
    return max(MOST_PAGES, min(MOST_REQUESTS, math.ceil(limit / PAGE * _SPARE)))


def _places(api: PlacesApi, query: LeadQuery, trade: Trade) -> Iterator[Any]:
    """Give the places as they come: the town first, then, while an area is full, its quarters."""
    waiting: deque[Area | None] = deque([None])
    asked, most = 0, most_requests(query.limit)
    while waiting and asked < most:
        area = waiting.popleft()
        body, token, count, pages = _body(query, trade, area), "", 0, 0
        while pages < MOST_PAGES and asked < most:
            # Every parameter but the token must repeat the first page's.
            answer = api.search({**body, "pageToken": token} if token else body)
            asked, pages = asked + 1, pages + 1
            listed = _listed(answer)
            count += len(listed)
            yield from listed
            token = str(answer.get("nextPageToken") or "")
            if not token:
                break
        # The last page has no token, whether more is hidden behind the sixty or not.
        if count >= PAGE * MOST_PAGES:
            waiting.extend((area or Area.around(query.place)).quarters())


def _listed(answer: Mapping[str, Any]) -> list[Any]:
    listed = answer.get("places", [])
    if not isinstance(listed, list):
        raise ProviderError("Google gave no list of places", code="malformed", status=200)
    return listed


def _body(query: LeadQuery, trade: Trade, area: Area | None) -> dict[str, Any]:
    body: dict[str, Any] = {
        "textQuery": f"{trade.words} à {query.place.name}, Québec",
        "languageCode": "fr",
        "regionCode": "CA",
        "pageSize": PAGE,
    }
    if trade.type:
        body |= {"includedType": trade.type, "strictTypeFiltering": True}
    return body | (areas.bias(query.place) if area is None else area.restriction())
