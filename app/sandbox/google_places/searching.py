"""Text search: its body read strictly, its places found, its pages cut."""

from __future__ import annotations

import base64
import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from app.sandbox.google_places.errors import Refused
from app.sandbox.google_places.places import Spot, of_town
from app.sandbox.overpass.geometry import metres_between
from app.sandbox.overpass.towns import quebec_towns

BODY = frozenset({"textQuery", "languageCode", "regionCode", "includedType", "strictTypeFiltering", "pageSize",
                  "pageToken", "maxResultCount", "locationBias", "locationRestriction", "rankPreference", "minRating",
                  "openNow", "priceLevels", "includePureServiceAreaBusinesses"})  # fmt: skip
TABLE_A = frozenset({"restaurant", "dentist", "real_estate_agency", "cafe", "bar", "bakery", "florist", "hair_salon",
                     "beauty_salon", "plumber", "electrician", "lawyer", "gym", "clothing_store",
                     "fast_food_restaurant"})  # fmt: skip
MOST_ON_A_PAGE, MOST = 20, 60
_NOT_COMPARED = {"pageToken", "pageSize", "maxResultCount"}


def check(body: Any) -> dict[str, Any]:
    """Return the body, or refuse what the contract refuses."""
    if not isinstance(body, dict):
        raise Refused(400, "Invalid JSON payload received.")
    if unknown := set(body) - BODY:
        raise Refused(400, f'Invalid JSON payload received. Unknown name "{sorted(unknown)[0]}": Cannot find field.')
    if not str(body.get("textQuery") or "").strip():
        raise Refused(400, "Empty text_query.")
    if not isinstance(body.get("pageSize", 0), int) or body.get("pageSize", 0) < 0:
        raise Refused(400, "page_size must not be negative.")
    if body.get("includedType") and body["includedType"] not in TABLE_A:
        raise Refused(400, f"Invalid included_type '{body['includedType']}'.")
    region = body.get("regionCode", "")
    if region and not (len(region) == 2 and region.isupper()):
        raise Refused(400, f"Invalid region_code '{region}'.")
    _check_places(body)
    return body


def _check_places(body: Mapping[str, Any]) -> None:
    bias, restriction = body.get("locationBias"), body.get("locationRestriction")
    if bias and restriction:
        raise Refused(400, "location_bias and location_restriction are mutually exclusive.")
    if restriction and set(restriction) != {"rectangle"}:
        raise Refused(400, "location_restriction must be a rectangle.")
    if bias and len(set(bias) & {"circle", "rectangle"}) != 1:
        raise Refused(400, "location_bias must be a circle or a rectangle.")
    if bias and "circle" in bias and not 0 <= bias["circle"].get("radius", 0) <= 50_000:
        raise Refused(400, "radius must be between 0 and 50000 meters.")


def page(body: Mapping[str, Any]) -> tuple[list[Spot], str]:
    """Return one page of places and the token of the next, an empty one on the last."""
    start = _start(body)
    size = min(body.get("pageSize") or body.get("maxResultCount") or MOST_ON_A_PAGE, MOST_ON_A_PAGE)
    found = _found(body)[:MOST]
    token = _token(body, start + size) if start + size < len(found) else ""
    return found[start : start + size], token


def _found(body: Mapping[str, Any]) -> list[Spot]:
    words = [word for word in _bare(body["textQuery"]).split() if len(word) > 3]
    wanted, strict = body.get("includedType"), body.get("strictTypeFiltering", False)
    centre = _centre(body)
    # « dentiste à Lévis, Québec »: the first town named is the one meant.
    text = f" {_bare(body['textQuery']).replace(',', ' ')} "
    named = sorted((text.index(f" {_bare(town.name)} "), town.id) for town in quebec_towns()
                   if f" {_bare(town.name)} " in text)  # fmt: skip
    towns = [town for town in quebec_towns() if named and town.id == named[0][1]]
    towns = towns or [town for town in quebec_towns() if centre and metres_between(town.point, centre) < 15_000]
    spots = [spot for town in towns[:4] for spot in of_town(town) if _inside(spot, body)]
    fit = [spot for spot in spots if wanted in spot.types] if wanted else []
    if not strict or not wanted:
        fit += [spot for spot in spots if spot not in fit and any(word in _bare(spot.words) for word in words)]
    return sorted(fit, key=lambda spot: (metres_between(spot.point, centre) if centre else 0, spot.place["id"]))


def _inside(spot: Spot, body: Mapping[str, Any]) -> bool:
    box = (body.get("locationRestriction") or {}).get("rectangle")
    if not box:
        return True
    low, high = box["low"], box["high"]
    return bool(low["latitude"] <= spot.point[0] <= high["latitude"]
                and low["longitude"] <= spot.point[1] <= high["longitude"])  # fmt: skip


def _centre(body: Mapping[str, Any]) -> tuple[float, float] | None:
    circle = (body.get("locationBias") or {}).get("circle")
    return (circle["center"]["latitude"], circle["center"]["longitude"]) if circle else None


def _print(body: Mapping[str, Any]) -> str:
    same = {name: value for name, value in body.items() if name not in _NOT_COMPARED}
    return hashlib.sha256(json.dumps(same, sort_keys=True).encode()).hexdigest()[:16]


def _token(body: Mapping[str, Any], start: int) -> str:
    return "AdCG2D" + base64.urlsafe_b64encode(f"{start}/{_print(body)}".encode()).decode()


def _start(body: Mapping[str, Any]) -> int:
    token = body.get("pageToken")
    if not token:
        return 0
    try:
        start, _, seen = base64.urlsafe_b64decode(str(token).removeprefix("AdCG2D")).decode().partition("/")
    except ValueError as failure:
        raise Refused(400, "Invalid page_token.") from failure
    if seen != _print(body):
        raise Refused(400, "Request parameters for paging requests must match the initial SearchText request.")
    return int(start)


def _bare(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().replace("-", " "))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
