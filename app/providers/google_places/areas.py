"""Where to look: a circle around a municipality, then smaller and smaller rectangles."""

from __future__ import annotations

import math
from typing import Any

from app.providers.contracts import Place
from app.providers.rectangles import METRES_A_DEGREE, Rectangle

# Google accepts no wider circle.
LARGEST_METRES = 50_000.0
_SMALLEST_METRES, _UNKNOWN_METRES = 2_000.0, 5_000.0
# A circle is only a preference: beyond this, what comes back is another town's.
_FAR, _FAR_METRES = 2.0, 5_000.0


def radius_metres(place: Place) -> float:
    """Return how far a town reaches: built-up land grows with its people, so the radius with their square root."""
    if not place.population or place.population < 0:
        return _UNKNOWN_METRES
    return min(LARGEST_METRES, _SMALLEST_METRES + 10.5 * math.sqrt(place.population))


def bias(place: Place) -> dict[str, Any]:
    """Return the part of a question that prefers the surroundings of a place."""
    centre = {"latitude": place.latitude, "longitude": place.longitude}
    return {"locationBias": {"circle": {"center": centre, "radius": radius_metres(place)}}}


def is_elsewhere(place: Place, latitude: float | None, longitude: float | None) -> bool:
    """Tell whether a point is too far from a place to be of it; no point, no doubt."""
    if latitude is None or longitude is None:
        return False
    north = (latitude - place.latitude) * METRES_A_DEGREE
    east = (longitude - place.longitude) * METRES_A_DEGREE * math.cos(math.radians(place.latitude))
    return math.hypot(north, east) > _FAR * radius_metres(place) + _FAR_METRES


class Area(Rectangle):
    """A rectangle as Google is asked of it."""

    @classmethod
    def around(cls, place: Place) -> Area:
        """Return the square that holds a town's circle."""
        return cls.reaching(place, radius_metres(place))

    def restriction(self) -> dict[str, Any]:
        """Return the part of a question that drops what is outside."""
        low = {"latitude": self.south, "longitude": self.west}
        high = {"latitude": self.north, "longitude": self.east}
        return {"locationRestriction": {"rectangle": {"low": low, "high": high}}}
