"""Where to look: boxes around a municipality, and their quarters."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.providers.contracts import Place

SMALLEST_KM, LARGEST_KM, UNKNOWN_KM = 2.0, 15.0, 5.0
# A boundary cuts the box, which may then be generous: Montréal's island is 50 km long.
GENEROUS_KM = 35.0
_KM_A_DEGREE = 111.32


@dataclass(frozen=True)
class Box:
    """South, west, north and east, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def quarters(self) -> tuple[Box, Box, Box, Box]:
        """Return the four quarters."""
        middle, centre = (self.south + self.north) / 2, (self.west + self.east) / 2
        return (
            Box(self.south, self.west, middle, centre),
            Box(self.south, centre, middle, self.east),
            Box(middle, self.west, self.north, centre),
            Box(middle, centre, self.north, self.east),
        )

    def __str__(self) -> str:
        return f"({self.south:.5f},{self.west:.5f},{self.north:.5f},{self.east:.5f})"


def radius_km(population: int | None) -> float:
    """Return how far a municipality reaches: 2 km for a village, 6 km for Trois-Rivières, 15 km for Montréal.

    Built-up land grows with the people: radius grows with the square root of the population.
    """
    if not population or population < 0:
        return UNKNOWN_KM
    return min(LARGEST_KM, SMALLEST_KM + 0.0105 * math.sqrt(population))


def box_around(place: Place, kilometres: float) -> Box:
    """Return the box that reaches so far on each side of a place."""
    height = kilometres / _KM_A_DEGREE
    width = height / max(0.1, math.cos(math.radians(place.latitude)))
    return Box(place.latitude - height, place.longitude - width, place.latitude + height, place.longitude + width)
