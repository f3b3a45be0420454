"""Where a query looks: boxes, circles and areas, resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.sandbox.overpass.geometry import metres_between
from app.sandbox.overpass.invention import Element
from app.sandbox.overpass.places import AREA_OFFSET
from app.sandbox.overpass.syntax import Box
from app.sandbox.overpass.towns import COUNTRY_RELATION, PROVINCE_RELATION, Town, town_numbered

DEGREES_NEAR = 0.1


class Region(Protocol):
    """A part of the ground."""

    def near(self, town: Town) -> bool:
        """Tell whether businesses of a town may lie inside."""
        ...

    def holds(self, element: Element) -> bool:
        """Tell whether an element lies inside."""
        ...


@dataclass(frozen=True)
class InBox:
    """Between two parallels and two meridians."""

    box: Box

    def near(self, town: Town) -> bool:
        """Look a settled radius beyond the box."""
        return self._contains(town.point, DEGREES_NEAR)

    def holds(self, element: Element) -> bool:
        """Compare the coordinates."""
        return self._contains(element.point, 0.0)

    def _contains(self, point: tuple[float, float], margin: float) -> bool:
        box = self.box
        return (
            box.south - margin <= point[0] <= box.north + margin and box.west - margin <= point[1] <= box.east + margin
        )


@dataclass(frozen=True)
class InCircles:
    """Within a radius, in metres, of any of some points."""

    radius: float
    points: tuple[tuple[float, float], ...]

    def near(self, town: Town) -> bool:
        """Look a settled radius beyond the circle."""
        return any(metres_between(town.point, point) <= self.radius + town.settled_metres for point in self.points)

    def holds(self, element: Element) -> bool:
        """Measure the distance."""
        return any(metres_between(element.point, point) <= self.radius for point in self.points)


@dataclass(frozen=True)
class InAreas:
    """Inside any of some areas, given by their numbers."""

    numbers: frozenset[int]

    def near(self, town: Town) -> bool:
        """Compare the town, or its province or country, with the areas."""
        if AREA_OFFSET + town.relation in self.numbers:
            return True
        return town.in_quebec and bool(self.numbers & {AREA_OFFSET + PROVINCE_RELATION, AREA_OFFSET + COUNTRY_RELATION})

    def holds(self, element: Element) -> bool:
        """Trust the element's own town; measure the distance for a recorded one."""
        if element.town:
            home = town_numbered(30_000_000 + element.town)
            return home is not None and self.near(home)
        if element.type == "relation" and element.id == PROVINCE_RELATION:
            return AREA_OFFSET + COUNTRY_RELATION in self.numbers
        return any(self._around(element, number) for number in self.numbers)

    def _around(self, element: Element, number: int) -> bool:
        if number in (AREA_OFFSET + PROVINCE_RELATION, AREA_OFFSET + COUNTRY_RELATION):
            return True
        town = town_numbered(number - AREA_OFFSET)
        return town is not None and metres_between(element.point, town.point) <= town.extent_metres
