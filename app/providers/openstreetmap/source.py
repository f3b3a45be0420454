"""Find businesses of a trade in a municipality."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.providers.contracts import LeadQuery, SearchAnswer
from app.providers.errors import ProviderError
from app.providers.openstreetmap import elements, query
from app.providers.openstreetmap.areas import Box
from app.providers.openstreetmap.overpass import Overloaded, Overpass
from app.providers.openstreetmap.rests import Rests
from app.providers.openstreetmap.trades import Trade, trade_of

PAGE = 4_000
MOST_REQUESTS = 24
DEEPEST = 4
BUDGET_SECONDS = 150.0


def today_in_quebec() -> date:
    """Return today's date where the businesses are."""
    return datetime.now(ZoneInfo("America/Toronto")).date()


class OpenStreetMapSource:
    """A LeadSource over Overpass; several addresses are tried in turn."""

    name = "openstreetmap"
    has_ratings = False
    keeps_facts = True

    def __init__(
        self,
        urls: Sequence[str],
        user_agent: str,
        *,
        page: int = PAGE,
        today: Callable[[], date] = today_in_quebec,
        rests: Rests | None = None,
    ) -> None:
        self._rests = rests or Rests()
        self._urls = tuple(urls)
        self._user_agent = user_agent
        self._page = page
        self._today = today

    def search(self, query: LeadQuery) -> SearchAnswer:
        """Return every usable business, at most `query.limit` elements, within about 150 s.

        Raises:
            QuotaReached: the server asks for rest.
            Refused: the trade or the question cannot be understood.
            ProviderError: nobody answered, or the answer stays too large.
        """
        trade = trade_of(query.industry, query.words)
        found = self._collect(trade, query)
        return elements.read(found[: query.limit], trade.tags, self._today())

    def _collect(self, trade: Trade, wanted: LeadQuery) -> list[Any]:
        overpass = Overpass(self._urls, self._user_agent, budget_seconds=BUDGET_SECONDS, rests=self._rests)
        for scope in query.scopes_of(wanted.place):
            found = self._look(overpass, trade, scope, wanted.limit)
            if found:
                return found
        return []

    def _look(self, overpass: Overpass, trade: Trade, scope: query.Scope, limit: int) -> list[Any]:
        page = min(self._page, max(1, limit))
        found: dict[object, Any] = {}
        boxes: deque[tuple[Box, int]] = deque([(scope.box, 0)])
        for _ in range(MOST_REQUESTS):
            if not boxes or len(found) >= limit:
                return list(found.values())
            box, depth = boxes.popleft()
            try:
                answer = overpass.ask(query.businesses(trade, scope, box, page), query.SEARCH_SECONDS)
            except Overloaded:
                if depth == DEEPEST:
                    raise
                boxes.extend((quarter, depth + 1) for quarter in box.quarters())
                continue
            found |= {_key(element, len(found) + index): element for index, element in enumerate(answer)}
            # There is no cursor: a full page may hide others, found by looking at each quarter.
            if len(answer) >= page and depth < DEEPEST:
                boxes.extend((quarter, depth + 1) for quarter in box.quarters())
        if boxes and len(found) < limit:
            raise ProviderError(f"more than {MOST_REQUESTS} requests for one search", code="too_large")
        return list(found.values())


def _key(element: Any, position: int) -> object:
    """Return what tells an element from another; an unreadable one is nobody else's."""
    if isinstance(element, dict) and "type" in element and "id" in element:
        return f"{element['type']}/{element['id']}"
    return position
