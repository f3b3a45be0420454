"""The questions, in Overpass QL (https://wiki.openstreetmap.org/wiki/Overpass_API/Overpass_QL)."""

from __future__ import annotations

from dataclasses import dataclass

from app.providers.contracts import Place
from app.providers.openstreetmap import words
from app.providers.openstreetmap.areas import GENEROUS_KM, Box, box_around, radius_km
from app.providers.openstreetmap.trades import Trade

MAX_MEMORY = 268_435_456
# https://wiki.openstreetmap.org/wiki/Overpass_API/Overpass_QL: the area of a relation is 3600000000 + its id.
AREA_OF_RELATION = 3_600_000_000
SEARCH_SECONDS = 45
LOOKUP_SECONDS = 10
MOST_BOUNDARIES = 20
_QUEBEC = 'area["ISO3166-2"="CA-QC"]->.q;\n'


@dataclass(frozen=True)
class Scope:
    """Where one search looks: always a box, and inside a boundary when `boundary` finds one."""

    box: Box
    boundary: str = ""

    def suffix(self, box: Box) -> str:
        """Return what ends each statement."""
        return f"(area.a){box}" if self.boundary else str(box)


def scopes_of(place: Place) -> list[Scope]:
    """Return where to look, in order: the municipality itself, then around it.

    A box alone would count Montréal's businesses as Longueuil's; a boundary alone finds nothing where
    the server has no areas or the name is written otherwise.
    """
    around = Scope(box_around(place, radius_km(place.population)))
    generous = box_around(place, GENEROUS_KM)
    if place.osm_relation_id:
        return [Scope(generous, f"area({AREA_OF_RELATION + place.osm_relation_id})->.a;\n"), around]
    name = words.bare(place.name)
    if not name:
        return [around]
    # Counties and regions share the names of towns (Joliette, Portneuf, Québec): only level 8 is a town.
    town = f'{_QUEBEC}rel(area.q)["boundary"="administrative"]["admin_level"="8"]["name"~"^{words.pattern(name)}$",i];'
    return [Scope(generous, f"{town}\nmap_to_area->.a;\n"), around]


def businesses(trade: Trade, scope: Scope, box: Box, limit: int) -> str:
    """Return the question of a search."""
    suffix = scope.suffix(box)
    statements = "\n".join(f"  nwr{each}{suffix};" for each in trade.filters())
    return f"{_head(SEARCH_SECONDS)}{scope.boundary}(\n{statements}\n);\nout center tags qt {limit};\n"


def boundary(name: list[str]) -> str:
    """Return the question of a municipality's name, in bare words."""
    return (
        f"{_head(LOOKUP_SECONDS)}{_QUEBEC}"
        f'rel(area.q)["boundary"="administrative"]["name"~"^{words.pattern(name)}$",i];\n'
        f"out center tags {MOST_BOUNDARIES};\n"
    )


def _head(seconds: int) -> str:
    return f"[out:json][timeout:{seconds}][maxsize:{MAX_MEMORY}];\n"
