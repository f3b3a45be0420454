"""Find businesses of a trade in a municipality through Google; its facts are shown for a day, never kept."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.providers.contracts import FoundLead, LeadQuery, SearchAnswer
from app.providers.errors import ProviderError
from app.providers.google_places import places, prices
from app.providers.google_places.wire import PlacesApi

PAGE = 20
# Google stops at sixty: beyond, one looks at smaller pieces of the town.
MOST_PAGES = 3
MOST_REQUESTS = 15
LARGEST_METRES = 50_000.0
# Table A (https://developers.google.com/maps/documentation/places/web-service/place-types).
TYPES = {"restaurant": "restaurant", "dentist": "dentist", "real_estate": "real_estate_agency"}
WORDS = {"restaurant": "restaurant", "dentist": "dentiste", "real_estate": "courtier immobilier"}
Area = tuple[float, float, float, float]


def today_in_quebec() -> date:
    """Return today's date where the businesses are."""
    return datetime.now(ZoneInfo("America/Toronto")).date()


class GooglePlacesSource:
    """A LeadSource over text search; few requests, each counted, since each is billed."""

    name = places.SOURCE
    has_ratings = True
    keeps_facts = False

    def __init__(self, url: str, api_key: str, user_agent: str, *, today: Callable[[], date] = today_in_quebec) -> None:
        self._api = PlacesApi(url, api_key, user_agent)
        self._today = today

    def search(self, query: LeadQuery) -> SearchAnswer:
        """Return the businesses found; what an error interrupts is kept, and so is its bill.

        Raises:
            QuotaReached: this minute's requests are used up.
            Refused, PermissionMissing: the key or the question will never pass.
            ProviderError: no answer.
        """
        found: dict[str, FoundLead] = {}
        dropped: Counter[str] = Counter()
        areas: deque[Area | None] = deque([None])
        requests = 0
        while areas and requests < MOST_REQUESTS and len(found) < query.limit:
            area = areas.popleft()
            try:
                pages, is_full = self._pages(query, area, MOST_REQUESTS - requests)
            except ProviderError:
                if not found:
                    raise
                break
            requests += len(pages)
            for place in (place for page in pages for place in page):
                lead, why = places.business(place, self._today())
                if lead is None:
                    dropped[why] += 1
                elif lead.source_id not in found:
                    found[lead.source_id] = lead
            if is_full:
                areas.extend(_quarters(area or _box(query)))
        return SearchAnswer(list(found.values())[: query.limit], dropped, {prices.TEXT_SEARCH: requests})

    def _pages(self, query: LeadQuery, area: Area | None, most: int) -> tuple[list[list[Mapping[str, Any]]], bool]:
        body = _body(query, area)
        pages: list[list[Mapping[str, Any]]] = []
        token = ""
        while len(pages) < min(MOST_PAGES, most):
            # Every parameter but the token must repeat the first page's.
            answer = self._api.search({**body, "pageToken": token} if token else body)
            listed = answer.get("places")
            pages.append([place for place in listed if isinstance(place, dict)] if isinstance(listed, list) else [])
            token = answer.get("nextPageToken") or ""
            if not isinstance(token, str) or not token:
                break
        # The third page has no token, whether more is hidden behind it or not.
        return pages, sum(len(page) for page in pages) >= PAGE * MOST_PAGES


def _body(query: LeadQuery, area: Area | None) -> dict[str, Any]:
    words = WORDS.get(query.industry) or query.words
    body: dict[str, Any] = {"textQuery": f"{words} à {query.place.name}, Québec", "languageCode": "fr",
                            "regionCode": "CA", "pageSize": PAGE}  # fmt: skip
    if query.industry in TYPES:
        body |= {"includedType": TYPES[query.industry], "strictTypeFiltering": True}
    if area is None:
        centre = {"latitude": query.place.latitude, "longitude": query.place.longitude}
        return {**body, "locationBias": {"circle": {"center": centre, "radius": _radius(query)}}}
    south, west, north, east = area
    low, high = {"latitude": south, "longitude": west}, {"latitude": north, "longitude": east}
    return {**body, "locationRestriction": {"rectangle": {"low": low, "high": high}}}


def _radius(query: LeadQuery) -> float:
    """Return how far a town reaches, in metres: built-up land grows with its people."""
    return min(LARGEST_METRES, 2_000.0 + 10.5 * math.sqrt(max(0, query.place.population or 80_000)))


def _box(query: LeadQuery) -> Area:
    height = _radius(query) / 111_320.0
    width = height / max(0.1, math.cos(math.radians(query.place.latitude)))
    here = query.place
    return here.latitude - height, here.longitude - width, here.latitude + height, here.longitude + width


def _quarters(area: Area) -> list[Area]:
    south, west, north, east = area
    middle, centre = (south + north) / 2, (west + east) / 2
    return [(south, west, middle, centre), (south, centre, middle, east),
            (middle, west, north, centre), (middle, centre, north, east)]  # fmt: skip
