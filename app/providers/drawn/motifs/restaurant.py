"""Tables and stoves, in a box of 100 units."""

from __future__ import annotations

import math

from app.providers.drawn.motifs.inks import Inks
from app.providers.drawn.motifs.sparks import spark
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
    blade = bezier((88.5, 14), ((96, 20), (97.5, 38), (96.5, 55)), ((96.4, 57.5), (89, 57.5), (88.5, 55)))
    pen.polygon(blade, inks.second)
    pen.stroke([(90.7, 54), (90.7, 84)], 4.4, inks.second)
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


def cloche(pen: Pen, inks: Inks) -> None:
    """Draw a dish brought under its dome."""
    pen.disc(50, 21, 5.5, inks.second)
    pen.bar((47, 24, 53, 31), inks.main)
    pen.half(50, 70, 41, (180, 360), inks.main)
    pen.band(50, 70, (29.5, 33.5), (196, 246), inks.detail)
    pen.band(50, 70, (29.5, 33.5), (254, 263), inks.detail)
    pen.bar((9, 63, 91, 70), inks.second)
    pen.bar((3, 74, 97, 80), inks.main, (3, 3, 3, 3))
    pen.bar((24, 84, 76, 88), inks.main, (2, 2, 2, 2))
    for x, y, radius in ((12, 27, 6), (88, 22, 8), (80, 40, 4)):
        spark(pen, x, y, radius, inks.second)


def pancakes(pen: Pen, inks: Inks) -> None:
    """Draw a stack of pancakes under butter and maple syrup."""
    for row, fill in enumerate((inks.main, inks.detail, inks.main, inks.detail)):
        lean = (1.5, -1.5, 1, 0)[row]
        top = 74 - row * 11.5
        pen.bar((19 + lean, top, 81 + lean, top + 10), fill, (5, 5, 5, 5))
    pour = bezier(
        (21, 41),
        ((21, 33), (36, 32), (50, 32)),
        ((64, 32), (79, 33), (79, 41)),
        ((79, 46), (79, 52), (79, 57)),
        ((79, 63), (71, 63), (71, 57)),
        ((71, 52), (70, 47), (66, 47)),
        ((61, 47), (62, 58), (62, 67)),
        ((62, 74), (53, 74), (53, 67)),
        ((53, 58), (53, 47), (46, 47)),
        ((40, 47), (41, 50), (41, 53)),
        ((41, 59), (33, 59), (33, 53)),
        ((33, 49), (33, 47), (29, 47)),
        ((24, 47), (21, 46), (21, 41)),
    )
    pen.polygon(pour, inks.second)
    pen.at(50, 31, -8).bar((-10, -6, 10, 4), inks.main, (2.5, 2.5, 2.5, 2.5))
    pen.bar((4, 87, 96, 93), inks.main, (3, 3, 3, 3))
    for x, top in ((28, 3), (72, 3)):
        steam(pen, x, top, inks.second)


def bread(pen: Pen, inks: Inks) -> None:
    """Draw a scored loaf on its board, an ear of wheat above."""
    stem = pen.at(50, 31, -14)
    stem.stroke([(-40, 0), (16, 0)], 2, inks.second)
    for step in range(5):
        for side in (-1, 1):
            _grain(stem.at(-8 + step * 8.5, side * 1.6, side * 36), inks.second)
    _grain(stem.at(33, 0), inks.second)
    loaf = bezier((6, 78), ((2, 56), (22, 47), (50, 47)), ((78, 47), (98, 56), (94, 78)), ((93, 84), (7, 84), (6, 78)))
    pen.polygon(loaf, inks.main)
    for x in (28, 50, 72):
        score = pen.at(x, 61, 24)
        score.polygon(bezier((0, -11), ((5, -5), (5, 5), (0, 11)), ((-5, 5), (-5, -5), (0, -11))), inks.detail)
    pen.bar((2, 87, 98, 93), inks.second, (3, 3, 3, 3))


def _grain(pen: Pen, fill: Colour) -> None:
    pen.polygon(bezier((0, 0), ((3.5, -4), (9.5, -4), (13, 0)), ((9.5, 4), (3.5, 4), (0, 0))), fill)
