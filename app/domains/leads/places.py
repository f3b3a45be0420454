"""The municipalities of Québec that ship with the product.

Facts from GeoNames (https://www.geonames.org), CC BY 4.0; see municipalities.csv.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.domains.leads import folding

TABLE = Path(__file__).with_name("municipalities.csv")
_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "mt": "mont", "nd": "notredame",
          "3": "trois", "2": "deux"}  # fmt: skip
_NICKNAMES = {"mtl": "montreal", "qc": "quebec", "tr": "troisrivieres", "valleyfield": "salaberrydevalleyfield",
              "quebeccity": "quebec", "cityofquebec": "quebec", "tmr": "montroyal", "villemontroyal": "montroyal",
              "mountroyal": "montroyal", "townofmountroyal": "montroyal", "ddo": "dollarddesormeaux",
              "montrealwest": "montrealouest", "montrealeast": "montrealest"}  # fmt: skip
_TAILS = ("qc", "quebec", "canada", "pq")


@dataclass(frozen=True)
class Municipality:
    """One municipality: coordinates in degrees, population as last counted."""

    name: str
    latitude: float
    longitude: float
    population: int
    alt_name: str = ""


def key(name: str) -> str:
    """Return the key of a town's name: « St-Jérôme », « saint jerome » and « Ville de Saint-Jérôme » share one."""
    parts = folding.words(name[:200])
    if parts[:2] == ["ville", "de"] and len(parts) > 2:
        parts = parts[2:]
    while len(parts) > 1 and parts[-1] in _TAILS:
        parts.pop()
    # « N.-D. » comes apart; it is one word of a name.
    if parts[:2] == ["n", "d"]:
        parts = ["notredame", *parts[2:]]
    joined = "".join(_SHORT.get(part, part) for part in parts)
    return _NICKNAMES.get(joined, joined)


def municipality(name: str) -> Municipality | None:
    """Return the municipality of this name, the most populated where several share it."""
    return _by_key().get(key(name))


def suggest(words: str, limit: int = 8) -> list[Municipality]:
    """Propose municipalities: those that begin so first, then those with a word that does, by population."""
    wanted = key(words)
    if not wanted:
        return []
    beginning = [place for place, name in _names() if name.startswith(wanted)]
    if len(beginning) < limit:
        beginning += [place for place in municipalities() if place not in beginning and _has_word(place, wanted)]
    # Two municipalities may share a name: it is proposed once, for the most populated.
    unique: dict[str, Municipality] = {}
    for place in beginning:
        unique.setdefault(place.name, place)
    return list(unique.values())[:limit]


@lru_cache(maxsize=1)
def municipalities() -> tuple[Municipality, ...]:
    """Read the table once, most populated first."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        places = [
            Municipality(row["name"], float(row["latitude"]), float(row["longitude"]),
                         int(row["population"] or 0), row["alt_name"])
            for row in rows
        ]  # fmt: skip
    return tuple(sorted(places, key=lambda place: (-place.population, place.name)))


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Municipality]:
    found: dict[str, Municipality] = {}
    for place in municipalities():
        for name in (place.name, place.alt_name):
            if name:
                found.setdefault(key(name), place)
    return found


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[Municipality, str], ...]:
    return tuple((place, key(place.name)) for place in municipalities())


@lru_cache(maxsize=1)
def _tails() -> dict[Municipality, tuple[str, ...]]:
    tails = {}
    for place in municipalities():
        parts = folding.words(place.name)
        tails[place] = tuple("".join(parts[start:]) for start in range(1, len(parts)))
    return tails


def _has_word(place: Municipality, wanted: str) -> bool:
    return len(wanted) >= 3 and any(tail.startswith(wanted) for tail in _tails()[place])
