"""Boundaries and place nodes: what the map says of the towns themselves."""

from __future__ import annotations

from functools import cache

from app.sandbox.overpass import wording
from app.sandbox.overpass.invention import Element
from app.sandbox.overpass.towns import COUNTRY_RELATION, PROVINCE_RELATION, Town, towns

AREA_OFFSET = 3_600_000_000


@cache
def place_elements() -> tuple[Element, ...]:
    """List the boundary of every town, its centre node, the province and the country."""
    found = [_province(), _country()]
    for town in towns():
        found.append(_boundary(town))
        found.append(_centre(town))
    return tuple(found)


def _boundary(town: Town) -> Element:
    tags = {
        "type": "boundary",
        "boundary": "administrative",
        "admin_level": "8",
        "name": town.name,
        "name:fr": town.name,
        "population": str(town.population),
    }
    if not town.in_quebec:
        tags["is_in:country_code"] = town.country
    return Element("relation", town.relation, town.lat, town.lon, tags, town.id)


def _centre(town: Town) -> Element:
    kind = "city" if town.population >= 50_000 else "town" if town.population >= 5_000 else "village"
    tags = {"place": kind, "name": town.name, "population": str(town.population)}
    return Element("node", 20_000_000 + town.id, town.lat, town.lon, tags, town.id)


def _province() -> Element:
    tags = {
        "type": "boundary",
        "boundary": "administrative",
        "admin_level": "4",
        "name": wording.PROVINCE,
        "name:fr": wording.PROVINCE,
        "name:en": "Quebec",
        "ISO3166-2": "CA-QC",
    }
    return Element("relation", PROVINCE_RELATION, 52.4761, -71.8259, tags)


def _country() -> Element:
    tags = {
        "type": "boundary",
        "boundary": "administrative",
        "admin_level": "2",
        "name": "Canada",
        "ISO3166-1": "CA",
        "ISO3166-1:alpha2": "CA",
    }
    return Element("relation", COUNTRY_RELATION, 61.0667, -107.9917, tags)
