"""One request to Places API (New), and its ways of saying no.

https://developers.google.com/maps/documentation/places/web-service/text-search
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from app.providers.errors import PermissionMissing, ProviderError, QuotaReached, Refused
from app.providers.http import Answer, Call, HttpDoor, Limits, redact, retry_after_seconds

LIMITS = Limits(connect_seconds=5, read_seconds=15, total_seconds=20, max_bytes=4_000_000)
_PLACE = ("id", "displayName", "formattedAddress", "addressComponents", "location", "types", "primaryType",
          "businessStatus", "nationalPhoneNumber", "internationalPhoneNumber", "websiteUri", "rating",
          "userRatingCount")  # fmt: skip
# A search without nextPageToken in its mask never says that there is more.
SEARCH_MASK = ",".join([*(f"places.{name}" for name in _PLACE), "nextPageToken"])
DETAILS_MASK = ",".join(_PLACE)


class PlacesApi:
    """Sends requests; the key travels in a header, never in an address that logs would keep."""

    def __init__(self, url: str, api_key: str, user_agent: str) -> None:
        self._url = url.rstrip("/")
        self._key = api_key
        self._door = HttpDoor(user_agent, LIMITS)

    def search(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Send one text search. Raises ProviderError."""
        headers = {**self._headers(SEARCH_MASK), "Content-Type": "application/json"}
        call = Call("POST", f"{self._url}/v1/places:searchText", headers=headers, body=json.dumps(body).encode())
        return self._object(self._door.send(call))

    def details(self, place_id: str) -> dict[str, Any] | None:
        """Return one place, None when Google knows it no more. Raises ProviderError."""
        address = f"{self._url}/v1/places/{quote(place_id, safe='')}?languageCode=fr&regionCode=CA"
        answer = self._door.send(Call("GET", address, headers=self._headers(DETAILS_MASK)))
        return None if answer.status == 404 else self._object(answer)

    def _headers(self, mask: str) -> dict[str, str]:
        return {"X-Goog-Api-Key": self._key, "X-Goog-FieldMask": mask, "Accept": "application/json"}

    def _object(self, answer: Answer) -> dict[str, Any]:
        if answer.status != 200:
            raise self._error(answer)
        found = answer.json()
        if not isinstance(found, dict):
            raise ProviderError("the answer is not an object", code="malformed", status=answer.status)
        return found

    def _error(self, answer: Answer) -> ProviderError:
        told = answer.json_object().get("error")
        told = told if isinstance(told, dict) else {}
        message = redact(
            f"Google Places: {answer.status} {told.get('status', '')} {told.get('message', '')}", [self._key]
        )
        wait = retry_after_seconds(answer.headers.get("Retry-After"))
        if answer.status == 429:
            return QuotaReached(message, code="quota", status=429, retry_after_seconds=wait)
        if answer.status in (401, 403):
            return PermissionMissing(message, code="permission_missing", status=answer.status)
        if answer.status >= 500 or answer.status == 408:
            return ProviderError(message, status=answer.status, retry_after_seconds=wait)
        code = "key_refused" if "API_KEY_INVALID" in json.dumps(told.get("details", "")) else "refused"
        return Refused(message, code=code, status=answer.status)
