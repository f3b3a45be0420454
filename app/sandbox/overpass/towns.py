"""The municipalities the twin knows, from GeoNames (CC BY 4.0), plus a few that exist nowhere."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from app.sandbox.overpass.geometry import metres_between

TABLE = Path(__file__).with_name("towns.csv")
# Towns that no table of municipalities holds: found only by asking for their boundary.
OUTSIDE_TABLES = (
    (900_000_001, "Saint-Exemple-des-Monts", 46.3921, -73.9404, 812),
    (900_000_002, "Sainte-Maquette-du-Lac", 47.5513, -75.1208, 1430),
    (900_000_003, "Notre-Dame-du-Bac-à-Sable", 48.0632, -66.9107, 645),
    (900_000_004, "Val-Fictif", 45.2377, -71.1856, 2210),
    (900_000_005, "L’Anse-à-l’Essai", 48.6119, -68.1533, 387),
    (900_000_006, "Tadoussac", 48.1473, -69.7167, 800),
    (900_000_007, "Percé", 48.5236, -64.2133, 3100),
    (900_000_008, "Kamouraska", 47.5664, -69.8664, 620),
    (900_000_009, "Saint-Élie-de-Caxton", 46.4831, -72.9667, 2000),
)
# The real relation of the province, and homonyms elsewhere that a careless query brings back.
PROVINCE_RELATION = 61549
COUNTRY_RELATION = 1428125
ABROAD = (
    (900_100_001, "Laval", 48.0706, -0.7734, 49_600, "FR"),
    (900_100_002, "Windsor", 42.3149, -83.0364, 229_660, "CA"),
    (900_100_003, "Richmond", 49.1666, -123.1336, 209_937, "CA"),
)


@dataclass(frozen=True)
class Town:
    """A municipality: where it is, how many live there."""

    id: int
    name: str
    lat: float
    lon: float
    population: int
    country: str = ""

    @property
    def point(self) -> tuple[float, float]:
        """Give (latitude, longitude)."""
        return self.lat, self.lon

    @property
    def in_quebec(self) -> bool:
        """Tell whether the town is in the province."""
        return not self.country

    @property
    def relation(self) -> int:
        """Give the number of the boundary relation."""
        return 30_000_000 + self.id

    @property
    def settled_metres(self) -> float:
        """Give the radius in which the businesses stand."""
        return min(600 + 4 * sqrt(self.population), 4500)

    @property
    def extent_metres(self) -> float:
        """Give the radius that stands for the municipal boundary."""
        return max(3000.0, 28 * sqrt(self.population))


@cache
def towns() -> tuple[Town, ...]:
    """List every town, those abroad included."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(line for line in table if not line.startswith("#"))
        known = [
            Town(int(row["id"]), row["name"], float(row["lat"]), float(row["lon"]), int(row["population"]))
            for row in rows
        ]
    return (*known, *(Town(*each) for each in OUTSIDE_TABLES), *(Town(*each) for each in ABROAD))


@cache
def quebec_towns() -> tuple[Town, ...]:
    """List the towns of the province."""
    return tuple(town for town in towns() if town.in_quebec)


@cache
def town_numbered(relation: int) -> Town | None:
    """Find a town by the number of its boundary relation."""
    return next((town for town in towns() if town.relation == relation), None)


@dataclass(frozen=True)
class Region:
    """What telephone and postal codes look like around a town."""

    lat: float
    lon: float
    area_codes: tuple[str, ...]
    postal_letter: str


_MONTREAL = (("514", "438"), "H")
_CROWN = (("450", "579"), "J")
_EAST = (("418", "581"), "G")
_WEST = (("819", "873"), "J")
_MAURICIE = (("819", "873"), "G")
_ANCHORS = (
    (_MONTREAL, ((45.51, -73.58), (45.45, -73.75), (45.60, -73.53), (45.63, -73.60), (45.51, -73.68), (45.44, -73.90))),
    (((("450", "579")), "H"), ((45.57, -73.69), (45.60, -73.78))),
    (
        _CROWN,
        ((45.50, -73.47), (45.45, -73.45), (45.78, -74.00), (46.02, -73.45), (45.40, -72.73), (46.04, -73.11))
        + ((45.26, -74.13), (45.40, -74.03), (45.66, -74.34), (45.63, -72.95), (45.31, -73.26), (45.60, -73.44))
        + ((45.37, -73.74), (45.70, -73.63), (45.75, -73.45), (45.56, -73.90), (45.96, -74.13), (45.20, -72.75)),
    ),
    (
        _WEST,
        ((45.48, -75.70), (45.40, -71.89), (45.27, -72.15), (45.88, -72.48), (48.24, -79.02), (48.10, -77.80))
        + ((46.55, -75.50), (46.12, -74.60), (46.05, -74.28), (46.38, -75.97), (45.58, -70.88), (58.10, -68.40))
        + ((49.05, -76.98), (45.78, -71.94), (45.58, -75.42), (62.20, -75.65)),
    ),
    (_MAURICIE, ((46.34, -72.55), (46.56, -72.75), (47.44, -72.78), (46.26, -72.94), (46.06, -71.96), (46.22, -72.62))),
    (
        _EAST,
        ((46.81, -71.21), (46.09, -71.30), (46.12, -70.67), (48.45, -68.53), (48.42, -71.06), (49.92, -74.37))
        + ((50.21, -66.38), (48.83, -64.48), (47.83, -69.54), (49.22, -68.15), (46.72, -71.85), (48.88, -72.23)),
    ),
)


@cache
def region_of(town: Town) -> Region:
    """Find the codes of a town from the nearest place whose codes are known."""
    anchors = (Region(lat, lon, codes, letter) for (codes, letter), points in _ANCHORS for lat, lon in points)
    return min(anchors, key=lambda anchor: metres_between(town.point, (anchor.lat, anchor.lon)))
