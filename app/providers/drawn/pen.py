"""Vector shapes on a supersampled canvas: everything is a polygon, so anything turns and scales."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image, ImageDraw

from app.providers.drawn.palette import Colour

Point = tuple[float, float]


@dataclass(frozen=True)
class Rect:
    """A rectangle in final pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def square(self, share: float = 1.0) -> Rect:
        """Return the centred square that takes this share of the short side."""
        x, y = self.centre
        half = min(self.width, self.height) * share / 2
        return Rect(x - half, y - half, x + half, y + half)

    def moved(self, right: float, down: float) -> Rect:
        """Return the same rectangle elsewhere."""
        return Rect(self.left + right, self.top + down, self.right + right, self.bottom + down)


@dataclass(frozen=True)
class Pen:
    """Draw in units of one's own: `scale` canvas pixels a unit, turned around (0, 0) of the units."""

    canvas: Image.Image
    scale: float
    left: float = 0.0
    top: float = 0.0
    angle: float = 0.0

    def within(self, box: Rect) -> Pen:
        """Return a pen whose units run from 0 to 100 over a square of this pen's units."""
        return replace(
            self,
            left=self.left + box.left * self.scale,
            top=self.top + box.top * self.scale,
            scale=self.scale * box.width / 100,
        )

    def at(self, x: float, y: float, degrees: float = 0.0, zoom: float = 1.0) -> Pen:
        """Return a pen whose origin is (x, y) of this one, turned and zoomed."""
        left, top = self._place((x, y))
        return replace(self, left=left, top=top, angle=self.angle + math.radians(degrees), scale=self.scale * zoom)

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        """Fill a closed outline."""
        along, across = self.scale * math.cos(self.angle), self.scale * math.sin(self.angle)
        left, top = self.left, self.top
        placed = [(left + x * along - y * across, top + x * across + y * along) for x, y in points]
        ImageDraw.Draw(self.canvas).polygon(placed, fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """Fill a circle."""
        self.polygon(ring(x, y, radius), fill)

    def sector(self, x: float, y: float, radius: float, span: tuple[float, float], fill: Colour) -> None:
        """Fill a slice of a disc, in degrees clockwise from the right."""
        self.polygon([(x, y), *arc(x, y, radius, span)], fill)

    def half(self, x: float, y: float, radius: float, span: tuple[float, float], fill: Colour) -> None:
        """Fill what lies between an arc and its chord."""
        self.polygon(arc(x, y, radius, span), fill)

    def bar(self, box: Sequence[float], fill: Colour, radii: Sequence[float] = (0, 0, 0, 0)) -> None:
        """Fill a rectangle, its corners rounded from the top left, clockwise."""
        left, top, right, bottom = box
        corners = (
            (left, top, 1, 1, 180),
            (right, top, -1, 1, 270),
            (right, bottom, -1, -1, 0),
            (left, bottom, 1, -1, 90),
        )
        points: list[Point] = []
        for (x, y, inward, down, start), radius in zip(corners, radii, strict=True):
            points += arc(x + inward * radius, y + down * radius, radius, (start, start + 90)) if radius else [(x, y)]
        self.polygon(points, fill)

    def stroke(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """Draw a line with round ends and joints."""
        for point in points:
            self.disc(*point, width / 2, fill)
        for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
            length = math.hypot(to_x - x, to_y - y) or 1
            across, along = (to_y - y) / length * width / 2, (to_x - x) / length * width / 2
            self.polygon(
                [(x + across, y - along), (to_x + across, to_y - along), (to_x - across, to_y + along),
                 (x - across, y + along)], fill
            )  # fmt: skip

    def band(self, x: float, y: float, radii: tuple[float, float], span: tuple[float, float], fill: Colour) -> None:
        """Fill a piece of a ring between two radii."""
        inner, outer = sorted(radii)
        self.polygon([*arc(x, y, outer, span), *reversed(arc(x, y, inner, span))], fill)

    def _place(self, point: Point) -> Point:
        x, y = point
        if self.angle:
            cosine, sine = math.cos(self.angle), math.sin(self.angle)
            x, y = x * cosine - y * sine, x * sine + y * cosine
        return self.left + x * self.scale, self.top + y * self.scale


def arc(x: float, y: float, radius: float, span: tuple[float, float]) -> list[Point]:
    """Return points along an arc, in degrees clockwise from the right."""
    return [(x + radius * across, y + radius * down) for across, down in _directions(*span)]


@lru_cache(maxsize=512)
def _directions(start: float, end: float) -> tuple[Point, ...]:
    steps = max(2, round(abs(end - start) / 3))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return tuple((math.cos(angle), math.sin(angle)) for angle in angles)


def ring(x: float, y: float, radius: float) -> list[Point]:
    """Return the outline of a circle."""
    return arc(x, y, radius, (0, 360))


def bezier(start: Point, *pieces: tuple[Point, Point, Point]) -> list[Point]:
    """Return points along cubic curves: each piece is two controls and an end."""
    points = [start]
    for first, second, end in pieces:
        begin = points[-1]
        for step in range(1, 17):
            t = step / 16
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append(
                (a * begin[0] + b * first[0] + c * second[0] + d * end[0],
                 a * begin[1] + b * first[1] + c * second[1] + d * end[1])
            )  # fmt: skip
    return points


def mirrored(points: Sequence[Point], x: float) -> list[Point]:
    """Return the outline closed by its own reflection across the vertical at x."""
    return [*points, *((2 * x - left, top) for left, top in reversed(points))]
