"""Single tiles of a geometric floor, around (0, 0), 100 units wide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen, bezier

Tile = Callable[[Pen, Colour], None]


def quarter(pen: Pen, fill: Colour) -> None:
    """Fill a quarter of a disc."""
    pen.sector(-50, -50, 100, (0, 90), fill)


def rainbow(pen: Pen, fill: Colour) -> None:
    """Draw three quarters of rings."""
    for outer in (96, 68, 40):
        pen.band(-50, -50, (outer - 14, outer), (0, 90), fill)


def domes(pen: Pen, fill: Colour) -> None:
    """Draw two half discs that follow each other."""
    pen.half(0, 0, 50, (180, 360), fill)
    pen.half(0, 50, 50, (180, 360), fill)


def leaf(pen: Pen, fill: Colour) -> None:
    """Draw a leaf from corner to corner."""
    pen.polygon(bezier((-50, -50), ((5, -50), (50, -5), (50, 50)), ((-5, 50), (-50, 5), (-50, -50))), fill)


def dot(pen: Pen, fill: Colour) -> None:
    """Draw a disc."""
    pen.disc(0, 0, 27, fill)


def petals(pen: Pen, fill: Colour) -> None:
    """Draw a flower of four leaves."""
    for angle in range(0, 360, 90):
        small = pen.at(0, 0, angle)
        small.polygon(bezier((0, 0), ((26, 0), (44, 18), (44, 44)), ((18, 44), (0, 26), (0, 0))), fill)


TILES: Sequence[Tile] = (quarter, rainbow, domes, leaf, dot, petals)
