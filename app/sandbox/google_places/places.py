"""The businesses of the imaginary world as Google would tell them: the same ones, a little otherwise.

Six in ten of the map's businesses are there, under another spelling now and then, some metres away;
some are closed, many have no site; some are Google's alone; a few stand in another town or province.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from app.sandbox.google_places import facts
from app.sandbox.google_places.kinds import types_of
from app.sandbox.overpass import wording
from app.sandbox.overpass.geometry import metres_between, moved
from app.sandbox.overpass.invention import Element, businesses, plain
from app.sandbox.overpass.towns import Town, quebec_towns
from app.sandbox.overpass.trades import Trade, trades

SHARED, ALONE = 0.6, 0.25
FAR_METRES = 40_000
ONTARIO = ("Hawkesbury", "K6A 1K7", (45.6090, -74.6040))


@dataclass(frozen=True)
class Spot:
    """One place: what Google says of it, where it stands, its types."""

    place: dict[str, Any]
    point: tuple[float, float]
    types: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give the id of the place."""
        return str(self.place["id"])


@lru_cache(maxsize=256)
def of_trade(town: Town, trade: Trade) -> tuple[Spot, ...]:
    """Return every place of one trade a search in a town may bring back."""
    # Beyond the ordinary ones stand the traps of the map; Google has traps of its own.
    ordinary = [each for each in businesses(town, trade) if each.id % 1000 < trade.count_for(town.population)]
    told = [spot for each in ordinary if (spot := _told(town, trade, each))]
    return (*told, *_strays(town, trade))


def by_id(place_id: str) -> Spot | None:
    """Return a place by its id, looked for in the town its id names."""
    town_id, _, family = place_id.removeprefix("ChIJ").partition("_")
    town = next((each for each in quebec_towns() if str(each.id) == town_id), None)
    if town is None or not family:
        return None
    return next((spot for trade in trades() for spot in _of_family(town, trade, family) if spot.id == place_id), None)


def _of_family(town: Town, trade: Trade, family: str) -> tuple[Spot, ...]:
    stray = family.startswith(f"s{trade.key}-{trade.value}-")
    digits = "" if family.startswith("s") else family
    try:
        near = bool(digits) and int(digits, 16) // 1000 == businesses(town, trade)[0].id // 1000
    except ValueError:
        near = False
    return of_trade(town, trade) if stray or near else ()


def _told(town: Town, trade: Trade, element: Element) -> Spot | None:
    draw = Random(f"google/{element.id}")
    chance = draw.random()
    if chance > SHARED + ALONE:
        return None
    if chance > SHARED:
        point = moved(element.point, draw.uniform(200, 900), draw.uniform(200, 900))
        return _spot(town, trade, f"{element.id:x}", (_own_name(trade, draw), point, {}))
    name = _respelled(" ".join(element.tags.get("name:fr", element.tags["name"]).split()), draw)
    point = moved(element.point, draw.uniform(-25, 25), draw.uniform(-25, 25))
    return _spot(town, trade, f"{element.id:x}", (name, point, element.tags))


def _own_name(trade: Trade, draw: Random) -> str:
    return draw.choice(trade.patterns).format(
        first=draw.choice(wording.FIRST_NAMES),
        family=draw.choice(wording.FAMILIES),
        spot=draw.choice(wording.SPOTS),
        label=trade.label,
    )


def _respelled(name: str, draw: Random) -> str:
    chance = draw.random()
    if name.startswith("Restaurant ") and chance < 0.5:
        return name.replace("Restaurant", "Resto", 1)
    if name.startswith("Resto ") and chance < 0.5:
        return name.replace("Resto", "Restaurant", 1)
    if chance < 0.15:
        return plain(name)
    return f"{name} inc." if chance < 0.25 else name


def _spot(town: Town, trade: Trade, number: str, told: tuple[str, tuple[float, float], dict[str, str]]) -> Spot:
    name, point, tags = told
    draw = Random(f"google/{town.id}/{number}")
    where = facts.address(facts.street(tags, draw), town.name, "QC", facts.postal_code(tags, town, draw))
    return _place(trade, f"{town.id}_{number}", (name, point), where | facts.reached(tags, town, draw))


def _place(trade: Trade, number: str, told: tuple[str, tuple[float, float]], known: dict[str, Any]) -> Spot:
    name, point = told
    types, identifier = types_of(trade), f"ChIJ{number}"
    place = {
        "id": identifier,
        "name": f"places/{identifier}",
        "displayName": {"text": name, "languageCode": "fr"},
        "location": {"latitude": point[0], "longitude": point[1]},
        "types": list(types),
        "primaryType": types[0] if types[0] != "point_of_interest" else None,
        "primaryTypeDisplayName": {"text": trade.label, "languageCode": "fr"} if trade.label else None,
        "googleMapsUri": f"https://maps.google.com/?cid={Random(identifier).getrandbits(60)}",
    }
    return Spot(place | known | facts.opinion(Random(f"opinion/{identifier}")), point, types)


def _strays(town: Town, trade: Trade) -> tuple[Spot, ...]:
    """Invent what a preference for a circle brings from elsewhere: another town, another province."""
    draw = Random(f"strays/{town.id}/{trade.key}/{trade.value}")
    away = [each for each in quebec_towns() if metres_between(each.point, town.point) > FAR_METRES]
    found = []
    for rank, other in enumerate(draw.sample(away, 2)):
        where = facts.address(facts.street({}, draw), other.name, "QC", facts.postal_code({}, other, draw))
        told = (_own_name(trade, draw), moved(other.point, draw.uniform(-300, 300), draw.uniform(-300, 300)))
        found.append(_place(trade, f"{town.id}_s{trade.key}-{trade.value}-{rank}", told, where))
    name, code, point = ONTARIO
    for rank in (2, 3):
        where = facts.address(facts.street({}, draw), name, "ON", code)
        told = (_own_name(trade, draw), moved(point, draw.uniform(-300, 300), draw.uniform(-300, 300)))
        found.append(_place(trade, f"{town.id}_s{trade.key}-{trade.value}-{rank}", told, where))
    return tuple(found)
