"""Tables and stoves, in a box of 100 units."""

from __future__ import annotations

import math

from app.providers.drawn.motifs.inks import Inks
from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen, bezier


def steam(pen: Pen, x: float, top: float, fill: Colour) -> None:
    """Draw one wisp, 24 units high, rising from under `top`."""
    pen.stroke([(x + 3.4 * math.sin(step / 24 * math.tau), top + step) for step in range(25)], 3.2, fill)


def cup(pen: Pen, inks: Inks) -> None:
    """Draw a steaming cup on its saucer."""
    for x, top in ((33, 12), (46, 6), (59, 12)):
        steam(pen, x, top, inks.second)
    pen.band(70, 56, (9, 15), (-110, 115), inks.main)
    pen.bar((20, 40, 72, 82), inks.main, (2, 2, 26, 26))
    pen.bar((20, 50, 72, 55), inks.second)
    pen.bar((8, 86, 84, 91.5), inks.main, (2.7, 2.7, 2.7, 2.7))


def bowl(pen: Pen, inks: Inks) -> None:
    """Draw a full bowl and its spoon."""
    pen.stroke([(70, 48), (91, 12)], 4, inks.main)
    pen.disc(33, 45, 12, inks.second)
    pen.disc(66, 46, 10, inks.second)
    pen.disc(50, 41, 15, inks.detail)
    for x, y in ((44, 36), (53, 32), (58, 41)):
        pen.disc(x, y, 1.8, inks.main)
    pen.half(50, 51, 41, (0, 180), inks.main)
    pen.bar((6, 48, 94, 54), inks.main, (3, 3, 3, 3))
    pen.bar((34, 88, 66, 94), inks.main, (1, 1, 3, 3))
    pen.band(50, 51, (30, 33), (24, 156), inks.detail)


def plate(pen: Pen, inks: Inks) -> None:
    """Draw a plate between a fork and a knife, seen from above."""
    pen.disc(50, 50, 31, inks.main)
    pen.disc(50, 50, 22.5, inks.detail)
    pen.disc(50, 50, 20.5, inks.main)
    pen.stroke([(9, 46), (9, 84)], 4.4, inks.second)
    for x in (3.5, 9, 14.5):
        pen.stroke([(x, 17), (x, 34)], 2.8, inks.second)
    pen.half(9, 34, 6.9, (0, 180), inks.second)
    pen.bar((2.1, 31, 15.9, 35), inks.second)
    pen.polygon(bezier((88, 15), ((97, 22), (97, 40), (96, 54)), ((93, 54), (90, 54), (88, 54))), inks.second)
    pen.stroke([(90.2, 52), (90.2, 84)], 4.4, inks.second)
    leaf = bezier((50, 37), ((62, 43), (61, 56), (50, 64)), ((39, 56), (38, 43), (50, 37)))
    pen.at(50, 50, 28).polygon([(x - 50, y - 50) for x, y in leaf], inks.second)
    pen.at(50, 50, 28).stroke([(0, -6), (0, 17)], 1.5, inks.main)


def pot(pen: Pen, inks: Inks) -> None:
    """Draw a covered pot on the simmer."""
    for x, top in ((38, 2), (62, 2)):
        steam(pen, x, top, inks.second)
    pen.bar((3, 55, 97, 62), inks.main, (3.5, 3.5, 3.5, 3.5))
    pen.bar((14, 48, 86, 92), inks.main, (0, 0, 16, 16))
    pen.bar((46, 30, 54, 38), inks.main, (4, 4, 0, 0))
    pen.polygon(bezier((14, 45), ((18, 33), (34, 34), (50, 34)), ((66, 34), (82, 33), (86, 45))), inks.second)
    pen.bar((10, 44, 90, 48.5), inks.detail, (2.2, 2.2, 2.2, 2.2))
    pen.bar((24, 70, 76, 74), inks.second, (2, 2, 2, 2))
