"""What one place says, as a business; what is missing stays empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from app.providers.contracts import FoundLead
from app.providers.google_places import addresses, hours

SOURCE = "google_places"
LICENCE = "Google Maps, affichage seulement"
_LONGEST = 500
_MOST_REVIEWS = 10_000_000
# Types that say nothing of a trade.
_VAGUE = {"point_of_interest", "establishment", "health", "food", "store", "finance", "premise"}
_GOOGLE = re.compile(r"(^|\.)google\.(com|ca)$|(^|\.)goo\.gl$")


def unusable(place: Mapping[str, Any]) -> str:
    """Return why a place is no prospect (unreadable, unnamed, closed, outside_quebec), nothing when it is one."""
    if not _text(place.get("id")):
        return "unreadable"
    if not _name(place):
        return "unnamed"
    if _text(place.get("businessStatus")).startswith("CLOSED"):
        return "closed"
    return "outside_quebec" if addresses.read(place).is_outside_quebec else ""


def is_gone(place: Mapping[str, Any]) -> bool:
    """Tell whether a place will not open again."""
    return _text(place.get("businessStatus")) == "CLOSED_PERMANENTLY"


def business(place: Mapping[str, Any], today: date, asked_type: str = "") -> FoundLead | None:
    """Return the business of a place, None where it has no id or no name."""
    place_id, name = _text(place.get("id")), _name(place)
    if not place_id or not name:
        return None
    point, address = _object(place.get("location")), addresses.read(place)
    return FoundLead(
        source=SOURCE,
        source_id=place_id,
        name=name,
        licence=LICENCE,
        source_url=_page(place, place_id, name),
        seen_on=today,
        phone=_text(place.get("internationalPhoneNumber")) or _text(place.get("nationalPhoneNumber")),
        website=_text(place.get("websiteUri")),
        address=address.street,
        city=address.city,
        postal_code=address.postal_code,
        latitude=_number(point.get("latitude"), -90, 90),
        longitude=_number(point.get("longitude"), -180, 180),
        rating=_number(place.get("rating"), 0, 5),
        review_count=_count(place.get("userRatingCount")),
        category=_category(place, asked_type),
        opening_hours=hours.read(place.get("regularOpeningHours")),
    )


def _name(place: Mapping[str, Any]) -> str:
    return _text(_object(place.get("displayName")).get("text"))


def _page(place: Mapping[str, Any], place_id: str, name: str) -> str:
    told = _text(place.get("googleMapsUri"))
    if told.startswith("https://") and _GOOGLE.search(urlsplit(told).hostname or ""):
        return told
    # https://developers.google.com/maps/documentation/urls/get-started#search-action
    return f"https://www.google.com/maps/search/?api=1&query={quote(name)}&query_place_id={quote(place_id)}"


def _category(place: Mapping[str, Any], asked_type: str) -> str:
    listed = place.get("types")
    types = [_text(kind) for kind in listed] if isinstance(listed, list) else []
    if asked_type and asked_type in types:
        return asked_type
    return _text(place.get("primaryType")) or next((kind for kind in types if kind and kind not in _VAGUE), "")


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return " ".join(value.replace("\x00", "").split())[:_LONGEST] if isinstance(value, str) else ""


def _number(value: Any, least: float, most: float) -> float | None:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
    return float(value) if usable else None


def _count(value: Any) -> int | None:
    usable = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_REVIEWS
    return value if usable else None
