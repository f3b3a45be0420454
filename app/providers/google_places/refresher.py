"""Fetch one place again, to show what may not be kept."""

from __future__ import annotations

from app.providers.contracts import FoundLead
from app.providers.google_places import places
from app.providers.google_places.source import today_in_quebec
from app.providers.google_places.wire import PlacesApi


class GooglePlacesRefresher:
    """A LeadRefresher over place details."""

    def __init__(self, url: str, api_key: str, user_agent: str) -> None:
        self._api = PlacesApi(url, api_key, user_agent)

    def fetch(self, source_id: str) -> FoundLead | None:
        """Return what Google says today, None where it knows the place no more. Raises ProviderError."""
        place = self._api.details(source_id)
        return None if place is None else places.business(place, today_in_quebec())[0]
