"""Fetch one place again, to show what may not be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.providers.contracts import FoundLead
from app.providers.errors import ProviderError
from app.providers.google_places import places
from app.providers.google_places.source import today_in_quebec
from app.providers.google_places.wire import PlacesApi
from app.providers.http import Limits


class GooglePlacesRefresher:
    """A LeadRefresher over place details; each fetch is one request of the line `place_details_enterprise`."""

    def __init__(
        self,
        url: str,
        api_key: str,
        user_agent: str,
        *,
        limits: Limits | None = None,
        today: Callable[[], date] = today_in_quebec,
    ) -> None:
        self._api = PlacesApi(url, api_key, user_agent, limits)
        self._today = today

    def fetch(self, source_id: str) -> FoundLead | None:
        """Return what Google says today, None where it knows the place no more, or says it closed for good.

        Raises:
            QuotaReached, Refused, PermissionMissing, ProviderError: as a search does.
        """
        place = self._api.details(source_id)
        if place is None or places.is_gone(place):
            return None
        found = places.business(place, self._today())
        if found is None:
            raise ProviderError("a place without id or name", code="malformed", status=200)
        return found
