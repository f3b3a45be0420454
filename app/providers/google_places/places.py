"""What one place says, as a business; what is missing stays empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.providers.contracts import FoundLead

SOURCE = "google_places"
LICENCE = "Google Maps, affichage seulement"


def business(place: Mapping[str, Any], today: date) -> tuple[FoundLead | None, str]:
    """Return the business of a place, or why it is none: unnamed, closed, outside_quebec, malformed."""
    place_id, name = _text(place.get("id")), _text(_object(place.get("displayName")).get("text"))
    if not place_id:
        return None, "malformed"
    if not name:
        return None, "unnamed"
    if _text(place.get("businessStatus")).startswith("CLOSED"):
        return None, "closed"
    parts = _components(place)
    if parts.get("administrative_area_level_1", "QC") != "QC" or parts.get("country", "CA") != "CA":
        return None, "outside_quebec"
    point = _object(place.get("location"))
    return FoundLead(
        source=SOURCE,
        source_id=place_id,
        name=name,
        licence=LICENCE,
        source_url=f"https://www.google.com/maps/place/?q=place_id:{place_id}",
        seen_on=today,
        phone=_text(place.get("internationalPhoneNumber")) or _text(place.get("nationalPhoneNumber")),
        website=_text(place.get("websiteUri")),
        address=_street(parts) or _text(place.get("formattedAddress")).partition(",")[0],
        city=parts.get("locality", ""),
        postal_code=parts.get("postal_code", ""),
        latitude=_number(point.get("latitude"), 90),
        longitude=_number(point.get("longitude"), 180),
        rating=_number(place.get("rating"), 5),
        review_count=_count(place.get("userRatingCount")),
        category=_text(place.get("primaryType")),
    ), ""


def _components(place: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    listed = place.get("addressComponents")
    for part in listed if isinstance(listed, list) else []:
        types = _object(part).get("types")
        for kind in types if isinstance(types, list) else []:
            short = kind in ("administrative_area_level_1", "country")
            found.setdefault(str(kind), _text(part.get("shortText" if short else "longText")))
    return found


def _street(parts: Mapping[str, str]) -> str:
    return ", ".join(filter(None, [parts.get("street_number", ""), parts.get("route", "")]))


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


def _number(value: Any, most: float) -> float | None:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and -most <= value <= most
    return float(value) if usable else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10_000_000 else None
