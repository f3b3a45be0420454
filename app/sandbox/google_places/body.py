"""The body of a text search, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.sandbox.google_places.errors import Refused
from app.sandbox.google_places.kinds import TABLE_A

BODY = frozenset({"textQuery", "languageCode", "regionCode", "includedType", "strictTypeFiltering", "pageSize",
                  "pageToken", "maxResultCount", "locationBias", "locationRestriction", "rankPreference", "minRating",
                  "openNow", "priceLevels", "includePureServiceAreaBusinesses"})  # fmt: skip
_KINDS: Mapping[str, tuple[type, ...]] = {
    "textQuery": (str,), "languageCode": (str,), "regionCode": (str,), "includedType": (str,), "pageToken": (str,),
    "strictTypeFiltering": (bool,), "openNow": (bool,), "includePureServiceAreaBusinesses": (bool,),
    "pageSize": (int,), "maxResultCount": (int,), "minRating": (int, float), "rankPreference": (str,),
    "locationBias": (dict,), "locationRestriction": (dict,), "priceLevels": (list,),
}  # fmt: skip
_RANKS = {"", "RANK_PREFERENCE_UNSPECIFIED", "RELEVANCE", "DISTANCE"}
_LARGEST_RADIUS = 50_000


def check(body: Any) -> dict[str, Any]:
    """Return the body, or refuse what the contract refuses."""
    if not isinstance(body, dict):
        raise Refused(400, "Invalid JSON payload received. Unexpected token.")
    _check_kinds(body)
    if not body.get("textQuery", "").strip():
        raise Refused(400, "Empty text_query.")
    for name, said in (("pageSize", "page_size"), ("maxResultCount", "max_result_count")):
        if body.get(name, 0) < 0:
            raise Refused(400, f"{said} must not be negative.")
    if body.get("includedType") and body["includedType"] not in TABLE_A:
        raise Refused(400, f"Invalid included_type '{body['includedType']}'.")
    region = body.get("regionCode", "")
    if region and not (len(region) == 2 and region.isalpha() and region.isupper()):
        raise Refused(400, f"Invalid region_code '{region}'.")
    if body.get("rankPreference", "") not in _RANKS:
        raise Refused(400, f"Invalid value at 'rank_preference': \"{body['rankPreference']}\"")
    if not 0 <= body.get("minRating", 0) <= 5:
        raise Refused(400, "min_rating must be between 0 and 5.")
    if not all(str(level).startswith("PRICE_LEVEL_") for level in body.get("priceLevels", [])):
        raise Refused(400, "Invalid value at 'price_levels'.")
    _check_places(body)
    return body


def _check_kinds(body: Mapping[str, Any]) -> None:
    if unknown := set(body) - BODY:
        raise Refused(400, f'Invalid JSON payload received. Unknown name "{sorted(unknown)[0]}": Cannot find field.')
    for name, value in body.items():
        fits = isinstance(value, _KINDS[name]) and (bool in _KINDS[name] or not isinstance(value, bool))
        if not fits:
            raise Refused(400, f"Invalid value at '{name}': \"{value}\"")


def _check_places(body: Mapping[str, Any]) -> None:
    bias, restriction = body.get("locationBias"), body.get("locationRestriction")
    if bias is not None and restriction is not None:
        raise Refused(400, "location_bias and location_restriction are mutually exclusive.")
    if restriction is not None:
        if set(restriction) != {"rectangle"}:
            raise Refused(400, "location_restriction must be a rectangle.")
        _check_rectangle(restriction["rectangle"])
    if bias is not None:
        if len(bias) != 1 or not set(bias) <= {"circle", "rectangle"}:
            raise Refused(400, "location_bias must be a circle or a rectangle.")
        _check_circle(bias["circle"]) if "circle" in bias else _check_rectangle(bias["rectangle"])


def _check_circle(circle: Any) -> None:
    if not isinstance(circle, dict) or not set(circle) <= {"center", "radius"}:
        raise Refused(400, "Invalid value at 'location_bias.circle'.")
    radius = circle.get("radius", 0)
    if not isinstance(radius, int | float) or not 0 <= radius <= _LARGEST_RADIUS:
        raise Refused(400, "radius must be between 0 and 50000 meters.")
    _check_point(circle.get("center"))


def _check_rectangle(rectangle: Any) -> None:
    if not isinstance(rectangle, dict) or set(rectangle) != {"low", "high"}:
        raise Refused(400, "rectangle must have low and high.")
    _check_point(rectangle["low"])
    _check_point(rectangle["high"])
    if rectangle["low"]["latitude"] > rectangle["high"]["latitude"]:
        raise Refused(400, "rectangle.low must not be north of rectangle.high.")


def _check_point(point: Any) -> None:
    if not isinstance(point, dict) or set(point) != {"latitude", "longitude"}:
        raise Refused(400, "a point must have latitude and longitude.")
    for name, most in (("latitude", 90), ("longitude", 180)):
        if not isinstance(point[name], int | float) or not -most <= point[name] <= most:
            raise Refused(400, f"{name} must be between -{most} and {most}.")
