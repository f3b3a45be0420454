"""Field masks: required, known, without blanks; an answer holds what they name and nothing else."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Request

from app.sandbox.google_places.errors import MASK_MISSING, Refused

FIELDS = frozenset({
    "id", "name", "displayName", "formattedAddress", "shortFormattedAddress", "addressComponents", "location", "types",
    "primaryType", "primaryTypeDisplayName", "businessStatus", "nationalPhoneNumber", "internationalPhoneNumber",
    "websiteUri", "rating", "userRatingCount", "googleMapsUri", "regularOpeningHours", "attributions",
})  # fmt: skip
_DEEPER = {"displayName": {"text", "languageCode"}, "location": {"latitude", "longitude"}}


def read(request: Request, *, prefix: str) -> set[str]:
    """Return the fields asked, without the prefix; `nextPageToken` stays as it is.

    Raises:
        Refused: none, a blank, an unknown path, or a prefix where none belongs.
    """
    raw = request.headers.get("X-Goog-FieldMask") or request.args.get("$fields") or request.args.get("fields") or ""
    if not raw:
        raise Refused(400, MASK_MISSING)
    if raw == "*":
        return set(FIELDS) | ({"nextPageToken"} if prefix else set())
    return {_field(path, prefix) for path in raw.split(",")}


def _field(path: str, prefix: str) -> str:
    if prefix and path == "nextPageToken":
        return path
    bare = path.removeprefix(prefix)
    head, _, tail = bare.partition(".")
    known = head in FIELDS and (not tail or tail in _DEEPER.get(head, set()))
    if not known or (prefix and not path.startswith(prefix)):
        raise Refused(400, f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'.")
    return head


def apply(place: dict[str, Any], fields: set[str]) -> dict[str, Any]:
    """Keep what was asked; a field with no value is absent, never null."""
    return {name: value for name, value in place.items() if name in fields and value not in (None, "")}
