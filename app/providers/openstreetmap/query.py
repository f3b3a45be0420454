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


@dataclass(frozen=True)
class Scope:
    """Where one search looks: inside a boundary when one is known, always inside a box."""

    box: Box
    relation_id: int | None = None

    def questions(self) -> str:
        """Return what comes before the statements."""
        return f"area({AREA_OF_RELATION + self.relation_id})->.a;\n" if self.relation_id else ""

    def suffix(self, box: Box) -> str:
        """Return what ends each statement."""
        return f"(area.a){box}" if self.relation_id else str(box)


def scope_of(place: Place) -> Scope:
    """Return the scope of a municipality."""
    if place.osm_relation_id:
        return Scope(box_around(place, GENEROUS_KM), place.osm_relation_id)
    return Scope(box_around(place, radius_km(place.population)))


def businesses(trade: Trade, scope: Scope, box: Box, limit: int) -> str:
    """Return the question of a search."""
    suffix = scope.suffix(box)
    statements = "\n".join(f"  nwr{each}{suffix};" for each in trade.filters())
    return f"{_head(SEARCH_SECONDS)}{scope.questions()}(\n{statements}\n);\nout center tags qt {limit};\n"


def boundary(name: list[str]) -> str:
    """Return the question of a municipality's name, in bare words."""
    return (
        f'{_head(LOOKUP_SECONDS)}area["ISO3166-2"="CA-QC"]->.q;\n'
        f'rel(area.q)["boundary"="administrative"]["name"~"^{words.pattern(name)}$",i];\n'
        f"out center tags {MOST_BOUNDARIES};\n"
    )


def _head(seconds: int) -> str:
    return f"[out:json][timeout:{seconds}][maxsize:{MAX_MEMORY}];\n"
