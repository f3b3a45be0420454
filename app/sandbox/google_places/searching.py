"""Text search: its places found, its pages cut."""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from app.sandbox.google_places.errors import Refused
from app.sandbox.google_places.kinds import bare, matching
from app.sandbox.google_places.places import Spot, of_trade
from app.sandbox.overpass.geometry import metres_between
from app.sandbox.overpass.towns import Town, quebec_towns

MOST_ON_A_PAGE, MOST = 20, 60
NEAR_METRES, MOST_TOWNS = 15_000, 4
_NOT_COMPARED = {"pageToken", "pageSize", "maxResultCount"}
_MARK = "AdCG2D"


def page(body: Mapping[str, Any]) -> tuple[list[Spot], str]:
    """Return one page of places and the token of the next, an empty one on the last."""
    start = _start(body)
    size = min(body.get("pageSize") or body.get("maxResultCount") or MOST_ON_A_PAGE, MOST_ON_A_PAGE)
    found = _found(body)[:MOST]
    token = _token(body, start + size) if start + size < len(found) else ""
    return found[start : start + size], token


def _found(body: Mapping[str, Any]) -> list[Spot]:
    wanted, strict = body.get("includedType", ""), body.get("strictTypeFiltering", False)
    words, towns = _where(body)
    spots = [
        spot
        for town in towns
        for trade in matching(words, wanted, strict=strict)
        for spot in of_trade(town, trade)
        if _inside(spot, body) and _rated(spot, body)
    ]
    return sorted(spots, key=lambda spot: (_rank(spot, body), spot.id))


def _where(body: Mapping[str, Any]) -> tuple[str, list[Town]]:
    """Return the words of the trade, and the towns meant."""
    text, centre = f" {bare(body['textQuery'])} ", _centre(body)
    # « dentiste à Lévis, Québec »: the first town named is the one meant.
    named = [(text.index(name), -len(name), name, town) for town in quebec_towns()
             if (name := f" {bare(town.name)} ") in text]  # fmt: skip
    if named:
        first = min(named, key=lambda each: each[:2])
        alike = [each[3] for each in named if each[2] == first[2]]
        nearest = min(alike, key=lambda town: metres_between(town.point, centre) if centre else town.id)
        return text[: first[0] + 1].removesuffix(" a "), [nearest]
    if centre is None:
        return text, []
    near = sorted((metres_between(town.point, centre), town.id, town) for town in quebec_towns())[:MOST_TOWNS]
    return text.partition(" a ")[0], [town for metres, _, town in near if metres < NEAR_METRES]


def _rank(spot: Spot, body: Mapping[str, Any]) -> float:
    centre = _centre(body)
    away = metres_between(spot.point, centre) if centre else 0.0
    if body.get("rankPreference") == "DISTANCE":
        return away
    # A preference for a circle moves the others back; it does not leave them out.
    circle = (body.get("locationBias") or {}).get("circle")
    outside = circle is not None and away > circle.get("radius", 0)
    return crc32(spot.id.encode()) / 2**32 + 0.2 * outside


def _rated(spot: Spot, body: Mapping[str, Any]) -> bool:
    least = math.ceil(body.get("minRating", 0) * 2) / 2
    return not least or spot.place.get("rating", 0) >= least


def _inside(spot: Spot, body: Mapping[str, Any]) -> bool:
    box = (body.get("locationRestriction") or {}).get("rectangle")
    if not box:
        return True
    low, high = box["low"], box["high"]
    return bool(
        low["latitude"] <= spot.point[0] <= high["latitude"] and low["longitude"] <= spot.point[1] <= high["longitude"]
    )


def _centre(body: Mapping[str, Any]) -> tuple[float, float] | None:
    place = body.get("locationBias") or body.get("locationRestriction") or {}
    if "circle" in place:
        centre = place["circle"]["center"]
        return centre["latitude"], centre["longitude"]
    if "rectangle" not in place:
        return None
    low, high = place["rectangle"]["low"], place["rectangle"]["high"]
    return (low["latitude"] + high["latitude"]) / 2, (low["longitude"] + high["longitude"]) / 2


def _print(body: Mapping[str, Any]) -> str:
    same = {name: value for name, value in body.items() if name not in _NOT_COMPARED}
    return hashlib.sha256(json.dumps(same, sort_keys=True).encode()).hexdigest()[:16]


def _token(body: Mapping[str, Any], start: int) -> str:
    return _MARK + base64.urlsafe_b64encode(f"{start}/{_print(body)}".encode()).decode()


def _start(body: Mapping[str, Any]) -> int:
    token = body.get("pageToken")
    if not token:
        return 0
    try:
        start, _, seen = base64.urlsafe_b64decode(token.removeprefix(_MARK)).decode().partition("/")
        first = int(start)
    except ValueError as failure:
        raise Refused(400, "Invalid page_token.") from failure
    if seen != _print(body):
        raise Refused(400, "Request parameters for paging requests must match the initial SearchText request.")
    return first
