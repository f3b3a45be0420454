"""A rectangle of the map, and what is left to look through once it held too much."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

from app.providers.contracts import Place

METRES_A_DEGREE = 111_320.0


@dataclass(frozen=True)
class Rectangle:
    """South, west, north and east, in degrees."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def reaching(cls, place: Place, metres: float) -> Self:
        """Return the one that reaches so far on each side of a place."""
        height = metres / METRES_A_DEGREE
        width = height / max(0.1, math.cos(math.radians(place.latitude)))
        return cls(place.latitude - height, place.longitude - width, place.latitude + height, place.longitude + width)

    def quarters(self) -> tuple[Self, Self, Self, Self]:
        """Return the four quarters."""
        make = type(self)
        middle, centre = (self.south + self.north) / 2, (self.west + self.east) / 2
        return (
            make(self.south, self.west, middle, centre),
            make(self.south, centre, middle, self.east),
            make(middle, self.west, self.north, centre),
            make(middle, centre, self.north, self.east),
        )
