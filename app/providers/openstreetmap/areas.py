"""Where to look: boxes around a municipality, and their quarters."""

from __future__ import annotations

import math

from app.providers.contracts import Place
from app.providers.rectangles import Rectangle

SMALLEST_KM, LARGEST_KM, UNKNOWN_KM = 2.0, 15.0, 5.0
# A boundary cuts the box, which may then be generous: Montréal's island is 50 km long.
GENEROUS_KM = 35.0


class Box(Rectangle):
    """A rectangle as Overpass is asked of it."""

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
    return Box.reaching(place, kilometres * 1000)
