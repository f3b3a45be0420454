"""Distances on the ground."""

from __future__ import annotations

from math import asin, cos, degrees, radians, sin, sqrt

EARTH_METRES = 6_371_000.0


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the great circle between two (latitude, longitude) points, in metres."""
    lat_one, lat_other = radians(one[0]), radians(other[0])
    half_lat = sin((lat_other - lat_one) / 2) ** 2
    half_lon = sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_METRES * asin(sqrt(min(1.0, half_lat + cos(lat_one) * cos(lat_other) * half_lon)))


def moved(point: tuple[float, float], north_metres: float, east_metres: float) -> tuple[float, float]:
    """Move a point, and round it to the seven decimals of the map."""
    lat = point[0] + degrees(north_metres / EARTH_METRES)
    lon = point[1] + degrees(east_metres / (EARTH_METRES * cos(radians(point[0]))))
    return round(lat, 7), round(lon, 7)
