"""The businesses of the imaginary world as Google would tell them: the same ones, a little otherwise.

About two thirds of the map's businesses are there, under another spelling now and then, some metres
away; some are closed, some have no site; some are Google's alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from app.sandbox.overpass.geometry import moved
from app.sandbox.overpass.invention import Element, businesses, plain
from app.sandbox.overpass.towns import Town, quebec_towns
from app.sandbox.overpass.trades import Trade, trades

TYPES = {"restaurant": ("restaurant",), "dentist": ("dentist",), "estate_agent": ("real_estate_agency",),
         "cafe": ("cafe", "restaurant"), "fast_food": ("fast_food_restaurant", "restaurant"), "bar": ("bar",),
         "pub": ("bar", "restaurant")}  # fmt: skip
SHARE = 0.65
ALONE = 0.12


@dataclass(frozen=True)
class Spot:
    """One place: what Google says of it, where it stands, its types."""

    place: dict[str, Any]
    point: tuple[float, float]
    types: tuple[str, ...]
    words: str


@lru_cache(maxsize=64)
def of_town(town: Town) -> tuple[Spot, ...]:
    """Return every place of a town."""
    return tuple(spot for trade in trades() for each in businesses(town, trade) for spot in _told(town, trade, each))


def by_id(place_id: str) -> Spot | None:
    """Return a place by its id, looked for in the town its id names."""
    town_id = place_id.removeprefix("ChIJ").partition("_")[0]
    town = next((each for each in quebec_towns() if str(each.id) == town_id), None)
    return next((spot for spot in of_town(town) if spot.place["id"] == place_id), None) if town else None


def _told(town: Town, trade: Trade, element: Element) -> Iterator[Spot]:
    draw = Random(f"google/{element.id}")
    chance = draw.random()
    if "name" not in element.tags or chance > SHARE + ALONE:
        return
    alone = chance > SHARE
    name = " ".join(element.tags["name"].split())
    if alone:
        name = f"{name} {draw.choice(('du Parc', 'de la Gare', 'de la Rive', 'du Marché'))}"
    elif draw.random() < 0.3:
        name = draw.choice((plain(name), f"Restaurant {name}" if trade.value == "restaurant" else f"{name} inc."))
    point = moved(element.point, draw.uniform(-25, 25), draw.uniform(-25, 25))
    types = (*TYPES.get(trade.value, (trade.value,)), "point_of_interest", "establishment")
    yield Spot(_place(town, element, name, draw, alone=alone) | {"types": list(types), "primaryType": types[0]},
               point, types, f"{name} {' '.join(types)} {trade.label}".casefold())  # fmt: skip


def _place(town: Town, element: Element, name: str, draw: Random, *, alone: bool) -> dict[str, Any]:
    tags = {} if alone else element.tags
    number, street = tags.get("addr:housenumber", str(draw.randint(2, 900))), tags.get("addr:street", "rue Principale")
    digits = "".join(sign for sign in tags.get("phone", tags.get("contact:phone", "")) if sign.isdigit())
    digits = digits.removeprefix("1")[:10]
    rated = draw.random() < 0.85
    closed = draw.random() < 0.05
    site = tags.get("website", tags.get("contact:website", tags.get("url", "")))
    return {
        "id": f"ChIJ{town.id}_{element.id:x}",
        "name": f"places/ChIJ{town.id}_{element.id:x}",
        "displayName": {"text": name, "languageCode": "fr"},
        "formattedAddress": f"{number} {street}, {town.name}, QC, Canada",
        "addressComponents": [
            {"longText": number, "shortText": number, "types": ["street_number"], "languageCode": "fr"},
            {"longText": street, "shortText": street, "types": ["route"], "languageCode": "fr"},
            {"longText": town.name, "shortText": town.name, "types": ["locality", "political"], "languageCode": "fr"},
            {"longText": "Québec", "shortText": "QC", "types": ["administrative_area_level_1", "political"],
             "languageCode": "fr"},
            {"longText": "Canada", "shortText": "CA", "types": ["country", "political"], "languageCode": "fr"},
        ],
        "location": {"latitude": round(element.lat, 6), "longitude": round(element.lon, 6)},
        "businessStatus": "CLOSED_PERMANENTLY" if closed else "OPERATIONAL",
        "nationalPhoneNumber": f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" if len(digits) == 10 else None,
        "internationalPhoneNumber": f"+1 {digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else None,
        "websiteUri": site if "://" in site else f"https://{site}/" if site else None,
        "rating": round(draw.uniform(2.8, 5.0), 1) if rated else None,
        "userRatingCount": draw.randint(3, 900) if rated else None,
        "googleMapsUri": f"https://maps.google.com/?cid={element.id}",
    }  # fmt: skip
