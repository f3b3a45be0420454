"""Invent the businesses of a town: the same ones each time, with the flaws of a real map.

No real business is described: names are drawn from lists, telephone numbers end in 555-01xx
(reserved for fiction) and addresses on the web end in .example (RFC 2606).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache
from random import Random
from zlib import crc32

from app.sandbox.overpass import contacts, wording
from app.sandbox.overpass.geometry import moved
from app.sandbox.overpass.towns import Town
from app.sandbox.overpass.trades import Trade

CHAINS_PER_TRADE = 4
TYPES = ("node",) * 8 + ("way",) * 3 + ("relation",)


@dataclass(frozen=True)
class Element:
    """One element of the map; `town` is the id of the municipality it stands in."""

    type: str
    id: int
    lat: float
    lon: float
    tags: dict[str, str] = field(hash=False)
    town: int = 0
    flat: bool = False

    @property
    def point(self) -> tuple[float, float]:
        """Give (latitude, longitude)."""
        return self.lat, self.lon


@lru_cache(maxsize=160)
def businesses(town: Town, trade: Trade) -> tuple[Element, ...]:
    """Invent every business of one trade in one town."""
    # A string seeds Random through SHA-512, the same in every process, unlike hash().
    draw = Random(f"{town.id}/{trade.key}/{trade.value}")
    names = _names(trade, draw, trade.count_for(town.population))
    chains = set(draw.sample(range(len(names)), CHAINS_PER_TRADE))
    ordinary = [_business(town, trade, draw, name, number, chain=number in chains) for number, name in enumerate(names)]
    return (*ordinary, *_traps(ordinary, town, trade, draw))


def plain(text: str) -> str:
    """Take the accents off."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _names(trade: Trade, draw: Random, count: int) -> list[str]:
    possible = [
        pattern.format(first=first, family=family, spot=spot, label=trade.label)
        for pattern in trade.patterns
        for first, family, spot in zip(wording.FIRST_NAMES, wording.FAMILIES, wording.SPOTS, strict=True)
    ]
    return draw.sample(possible, min(count, len(possible)))


def _business(town: Town, trade: Trade, draw: Random, name: str, number: int, *, chain: bool) -> Element:
    reach = town.settled_metres * draw.random() ** 0.7
    north, east = draw.uniform(-0.7, 0.7) * reach, draw.uniform(-0.7, 0.7) * reach
    lat, lon = moved(town.point, north, east)
    tags = _kind(trade, draw) | {"name": name}
    if chain:
        brand, wikidata = draw.choice(wording.CHAINS.get(trade.value, wording.CHAINS[""]))
        tags |= {"name": f"{brand} {name.split()[-1]}", "brand": brand, "brand:wikidata": wikidata}
    own = _number(town, trade, number)
    tags |= contacts.address(town, draw) | contacts.reach(town, draw, tags["name"], own)
    _disturb(tags, draw)
    return Element(draw.choice(TYPES), own, lat, lon, tags, town.id)


def _kind(trade: Trade, draw: Random) -> dict[str, str]:
    tags = {trade.key: trade.value}
    if trade.value == "dentist":
        chance = draw.random()
        if chance < 0.15:
            return {"healthcare": "dentist"}
        if chance < 0.4:
            tags["healthcare"] = "dentist"
    if trade.value in ("restaurant", "fast_food", "cafe") and draw.random() < 0.5:
        tags["cuisine"] = draw.choice(wording.CUISINES)
    if draw.random() < 0.3:
        tags["opening_hours"] = draw.choice(("Mo-Fr 09:00-17:00", "Tu-Su 11:00-22:00", "24/7", "Mo-Sa 08:30-18:00"))
    if draw.random() < 0.2:
        tags["wheelchair"] = draw.choice(("yes", "no", "limited"))
    return tags


def _disturb(tags: dict[str, str], draw: Random) -> None:
    name = tags["name"]
    chance = draw.random()
    if chance < 0.04:
        tags["name"] = name.upper()
    elif chance < 0.08:
        tags["name"] = f"  {name.replace(' ', '  ', 1)} "
    elif chance < 0.12:
        tags["name"] = plain(name)
    elif chance < 0.15:
        tags |= {"name": plain(name).replace("Chez", "At"), "name:fr": name}
    elif chance < 0.25:
        tags["name"] = name.replace("'", "’")


def _traps(ordinary: list[Element], town: Town, trade: Trade, draw: Random) -> list[Element]:
    numbers = iter(range(len(ordinary), len(ordinary) + 100))

    def like(source: Element, changes: dict[str, str], without: str = "", as_type: str = "node") -> Element:
        tags = {key: value for key, value in (source.tags | changes).items() if key != without}
        return replace(source, type=as_type, id=_number(town, trade, next(numbers)), tags=tags)

    reached = [each for each in ordinary if "phone" in each.tags or "contact:phone" in each.tags]
    some = draw.sample(reached, 12)
    # The same place drawn twice, as a point and as a building, spelled without accents.
    twins = [like(each, {"name": plain(each.tags["name"]).strip()}, as_type="way") for each in some[:4]]
    unnamed = [like(each, {}, without="name") for each in some[4:6]]
    disused, abandoned = {f"disused:{trade.key}": trade.value}, {f"abandoned:{trade.key}": trade.value}
    endings = ({"opening_hours": "closed"}, {"opening_hours": "off"}, {"end_date": "2024-05-31"}, disused, abandoned)
    gone = [like(each, _gone(each) | ending) for each, ending in zip(some[6:11], endings, strict=True)]
    gone.append(like(some[11], _gone(some[11]) | disused, without=trade.key))
    return twins + unnamed + gone


def _gone(element: Element) -> dict[str, str]:
    return {"name": wording.GONE.format(name=element.tags["name"].strip())}


def _number(town: Town, trade: Trade, number: int) -> int:
    family = crc32(f"{town.id}/{trade.key}/{trade.value}".encode()) % 9_000_000
    return 10_000_000_000 + family * 1000 + number
