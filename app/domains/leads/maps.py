"""A small map drawn by ourselves: points in a frame, the towns around as landmarks, nobody's tiles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domains.leads import places

WIDTH, LOWEST, HIGHEST = 360, 160, 300
MOST_POINTS = 500
_MOST_TOWNS = 7
_EDGE = 0.12
# Degrees of latitude: around a single shop, its neighbourhood still shows.
_LEAST_SPAN = 0.05
_KM_A_DEGREE = 111.2
_STEPS_KM = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200)
_LETTER, _LINE = 6.2, 15


@dataclass(frozen=True)
class Point:
    """One prospect on the map, in degrees."""

    latitude: float
    longitude: float
    town: str = ""


@dataclass(frozen=True)
class Town:
    """A landmark: its name, its mark, and where its name is anchored (`start` or `end`)."""

    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Map:
    """What is drawn, in units of the drawing. `dots` is one path; `scale` is a length and how many km it stands for."""

    height: int
    dots: str
    towns: list[Town]
    scale: tuple[float, float]
    address: str
    count: int
    main_towns: list[tuple[str, int]] = field(default_factory=list)
    width: int = WIDTH


@dataclass(frozen=True)
class Frame:
    """The area shown, in degrees, and how it is laid flat."""

    south: float
    west: float
    north: float
    east: float
    height: int

    @property
    def stretch(self) -> float:
        """Return how many units of the drawing a degree of latitude takes."""
        return self.height / (self.north - self.south)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a place is inside."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def put(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a place is drawn."""
        x = (longitude - self.west) / (self.east - self.west) * WIDTH
        return round(x, 1), round((self.north - latitude) * self.stretch, 1)


def draw(points: Sequence[Point]) -> Map | None:
    """Draw the first points; None when there is none."""
    kept = [point for point in points if -90 < point.latitude < 90][:MOST_POINTS]
    if not kept:
        return None
    frame = _frame(kept)
    spots = dict.fromkeys(frame.put(point.latitude, point.longitude) for point in kept)
    return Map(
        height=frame.height,
        dots="".join(f"M{x:g} {y:g}h0" for x, y in spots),
        towns=_towns(frame),
        scale=_scale(frame),
        address=_address(kept, frame),
        count=len(kept),
        main_towns=Counter(point.town for point in kept if point.town).most_common(5),
    )


def _frame(points: Sequence[Point]) -> Frame:
    latitudes, longitudes = [one.latitude for one in points], [one.longitude for one in points]
    middle, centre = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    # A degree of longitude is shorter than one of latitude: by 30 % in Québec.
    narrowing = max(math.cos(math.radians(middle)), 0.1)
    high = max(max(latitudes) - min(latitudes), _LEAST_SPAN) * (1 + 2 * _EDGE)
    wide = max((max(longitudes) - min(longitudes)) * narrowing, _LEAST_SPAN) * (1 + 2 * _EDGE)
    height = round(min(max(WIDTH * high / wide, LOWEST), HIGHEST))
    # The frame keeps its shape: what one side lacks is added around the middle.
    high, wide = max(high, wide * height / WIDTH), max(wide, high * WIDTH / height)
    return Frame(middle - high / 2, centre - wide / narrowing / 2, middle + high / 2, centre + wide / narrowing / 2,
                 height)  # fmt: skip


def _towns(frame: Frame) -> list[Town]:
    shown: list[Town] = []
    for place in places.municipalities():
        if len(shown) == _MOST_TOWNS:
            break
        if frame.holds(place.latitude, place.longitude):
            x, y = frame.put(place.latitude, place.longitude)
            town = Town(place.name, x, y, "end" if x > WIDTH / 2 else "start")
            if _fits(town, frame) and not any(_overlap(town, other) for other in shown):
                shown.append(town)
    return shown


def _fits(town: Town, frame: Frame) -> bool:
    left, right = _extent(town)
    return left > 2 and right < WIDTH - 2 and _LINE < town.y < frame.height - _LINE * 1.5


def _extent(town: Town) -> tuple[float, float]:
    length = len(town.name) * _LETTER + 8
    return (town.x - length, town.x) if town.anchor == "end" else (town.x, town.x + length)


def _overlap(town: Town, other: Town) -> bool:
    (left, right), (begin, end) = _extent(town), _extent(other)
    return abs(town.y - other.y) < _LINE and left < end and begin < right


def _scale(frame: Frame) -> tuple[float, float]:
    unit = frame.stretch / _KM_A_DEGREE
    kilometres = max((step for step in _STEPS_KM if step * unit <= WIDTH / 4), default=_STEPS_KM[0])
    return round(kilometres * unit, 1), kilometres


def _address(points: Sequence[Point], frame: Frame) -> str:
    if len(points) == 1:
        here = f"{points[0].latitude:.5f}/{points[0].longitude:.5f}"
        latitude, longitude = here.split("/")
        return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{here}"
    box = {"minlon": frame.west, "minlat": frame.south, "maxlon": frame.east, "maxlat": frame.north}
    return "https://www.openstreetmap.org/?" + "&".join(f"{name}={value:.4f}" for name, value in box.items())
