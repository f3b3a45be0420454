"""Field masks: required, known, without blanks; an answer holds what they name and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from werkzeug.wrappers import Request

from app.sandbox.google_places.errors import MASK_MISSING, Refused

_IDS = "id name attributions"
_PRO = (
    "displayName formattedAddress shortFormattedAddress addressComponents location types primaryType "
    "primaryTypeDisplayName businessStatus googleMapsUri photos viewport plusCode accessibilityOptions"
)
_ENTERPRISE = (
    "nationalPhoneNumber internationalPhoneNumber websiteUri rating userRatingCount regularOpeningHours "
    "currentOpeningHours priceLevel priceRange"
)
_ATMOSPHERE = "reviews editorialSummary outdoorSeating"
# What a request costs is decided by the dearest field its mask names (contract, « Quotas & price »).
TIERS = (("ids", _IDS), ("pro", _PRO), ("enterprise", _ENTERPRISE), ("enterprise_atmosphere", _ATMOSPHERE))
FIELDS = frozenset(name for _, names in TIERS for name in names.split())
_DEEPER = {
    "displayName": {"text", "languageCode"},
    "primaryTypeDisplayName": {"text", "languageCode"},
    "location": {"latitude", "longitude"},
    "addressComponents": {"longText", "shortText", "types", "languageCode"},
    "regularOpeningHours": {"openNow", "periods", "weekdayDescriptions"},
}
MORE = "nextPageToken"
Mask = Mapping[str, frozenset[str]]


def read(request: Request, *, prefix: str) -> Mask:
    """Return the fields asked, without the prefix, and what is asked inside each (nothing: all of it).

    Raises:
        Refused: none, a blank, an unknown path, or a prefix where none belongs.
    """
    raw = request.headers.get("X-Goog-FieldMask") or request.args.get("$fields") or request.args.get("fields") or ""
    if not raw.strip():
        raise Refused(400, MASK_MISSING)
    if raw == "*" or (prefix and raw == "places"):
        return dict.fromkeys([*FIELDS, *([MORE] if prefix and raw == "*" else [])], frozenset())
    asked: dict[str, frozenset[str]] = {}
    for path in raw.split(","):
        head, inside = _field(path, prefix)
        whole = not inside or asked.get(head) == frozenset()
        asked[head] = frozenset() if whole else asked.get(head, frozenset()) | {inside}
    return asked


def tier(mask: Mask) -> str:
    """Name the dearest tier a mask touches."""
    return next((name for name, fields in reversed(TIERS) if set(fields.split()) & set(mask)), TIERS[0][0])


def _field(path: str, prefix: str) -> tuple[str, str]:
    if prefix and path == MORE:
        return path, ""
    bare = path.removeprefix(prefix)
    head, _, tail = bare.partition(".")
    known = head in FIELDS and (not tail or tail in _DEEPER.get(head, set())) and not bare.endswith(".")
    if not known or (prefix and not path.startswith(prefix)):
        raise Refused(400, f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'.")
    return head, tail


def apply(place: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    """Keep what was asked; a field with no value is absent, never null."""
    return {
        name: _inside(value, mask[name])
        for name, value in place.items()
        if name in mask and value not in (None, "", [], {})
    }


def _inside(value: Any, wanted: frozenset[str]) -> Any:
    if not wanted:
        return value
    if isinstance(value, list):
        return [_inside(each, wanted) for each in value]
    return {name: each for name, each in value.items() if name in wanted}
