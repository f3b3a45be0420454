"""One request to Places API (New).

https://developers.google.com/maps/documentation/places/web-service/text-search
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from typing import Any

from app.providers.errors import ProviderError, QuotaReached, Refused
from app.providers.google_places.errors import error_of, status_of
from app.providers.http import Answer, Call, HttpDoor, Limits, Unheard

LIMITS = Limits(connect_seconds=5, read_seconds=15, total_seconds=20, max_bytes=4_000_000)
AGAIN_SECONDS = 0.5
_PLACE = ("id", "displayName", "formattedAddress", "addressComponents", "location", "types", "primaryType",
          "businessStatus", "nationalPhoneNumber", "internationalPhoneNumber", "websiteUri", "rating",
          "userRatingCount", "regularOpeningHours", "googleMapsUri")  # fmt: skip
# A search without nextPageToken in its mask never says that there is more.
SEARCH_MASK = ",".join([*(f"places.{name}" for name in _PLACE), "nextPageToken"])
DETAILS_MASK = ",".join(_PLACE)
_ID = re.compile(r"[A-Za-z0-9_-]{1,400}")


class PlacesApi:
    """Sends requests, and counts in `billed` those that Google may charge for.

    The key travels in a header, never in an address that logs would keep.
    """

    def __init__(self, url: str, api_key: str, user_agent: str, limits: Limits | None = None) -> None:
        self._url = url.rstrip("/")
        self._key = api_key
        self._door = HttpDoor(user_agent, limits or LIMITS)
        self.billed = 0

    def search(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Send one text search; a failure that passes is asked once more, since a search changes nothing.

        Raises:
            ProviderError: see `error_of`.
        """
        headers = {**self._headers(SEARCH_MASK), "Content-Type": "application/json"}
        call = Call("POST", f"{self._url}/v1/places:searchText", headers=headers, body=json.dumps(body).encode())
        try:
            return self._object(self._send(call))
        except ProviderError as error:
            if error.permanent or isinstance(error, QuotaReached) or error.code == "too_large":
                raise
            time.sleep(AGAIN_SECONDS)
            return self._object(self._send(call))

    def details(self, place_id: str) -> dict[str, Any] | None:
        """Return one place, None when Google knows it no more. Raises ProviderError."""
        if not _ID.fullmatch(place_id):
            raise Refused("not an id of Google's", code="not_found")
        address = f"{self._url}/v1/places/{place_id}?languageCode=fr&regionCode=CA"
        answer = self._send(Call("GET", address, headers=self._headers(DETAILS_MASK)))
        # A wrong address gives a 404 too: only Google's own says that the place is gone.
        if answer.status == 404 and status_of(answer).get("status") == "NOT_FOUND":
            return None
        return self._object(answer)

    def _send(self, call: Call) -> Answer:
        try:
            answer = self._door.send(call)
        except Unheard:
            self.billed += 1
            raise
        self.billed += answer.status == 200
        return answer

    def _headers(self, mask: str) -> dict[str, str]:
        return {"X-Goog-Api-Key": self._key, "X-Goog-FieldMask": mask, "Accept": "application/json"}

    def _object(self, answer: Answer) -> dict[str, Any]:
        if answer.status != 200:
            raise error_of(answer, self._key)
        found = answer.json()
        if not isinstance(found, dict):
            raise ProviderError("the answer is not an object", code="malformed", status=answer.status)
        return found
