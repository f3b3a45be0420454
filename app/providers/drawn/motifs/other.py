"""The street, the season and the river, for every other trade; in a box of 100 units."""

from __future__ import annotations

import math

from app.providers.drawn.motifs.inks import Inks
from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen, arc, bezier, mirrored, ring


def shopfront(pen: Pen, inks: Inks) -> None:
    """Draw a shop window under its awning."""
    pen.bar((10, 40, 90, 92), inks.main)
    pen.bar((18, 52, 56, 82), inks.detail, (1, 1, 1, 1))
    pen.polygon([(24, 76), (40, 56), (45, 56), (29, 76)], inks.main)
    pen.bar((64, 52, 82, 92), inks.second, (9, 9, 0, 0))
    pen.disc(78, 74, 1.5, inks.main)
    width = 96 / 6
    for step in range(6):
        left, fill = 2 + step * width, inks.main if step % 2 else inks.second
        top_left, top_right = 14 + step * 12, 14 + (step + 1) * 12
        pen.polygon([(top_left, 14), (top_right, 14), (left + width, 38), (left, 38)], fill)
        pen.half(left + width / 2, 38, width / 2, (0, 180), fill)
    pen.bar((12, 9, 88, 15), inks.main, (2, 2, 0, 0))
    pen.bar((2, 91, 98, 95), inks.main, (2, 2, 2, 2))


def sprig(pen: Pen, inks: Inks) -> None:
    """Draw a branch in leaf."""
    pen.stroke(bezier((50, 97), ((49, 70), (51, 45), (50, 14))), 2.6, inks.main)
    for step, base in enumerate((84, 68, 52, 37)):
        reach = 36 - step * 5
        for side in (-1, 1):
            fill = inks.second if (step + (side > 0)) % 2 else inks.main
            _leaf(pen.at(50, base - (3 if side > 0 else 0), side * (52 - step * 4) - 90), reach, fill)
    _leaf(pen.at(50, 24, -90), 22, inks.second)


def _leaf(pen: Pen, length: float, fill: Colour) -> None:
    wide = length * 0.34
    pen.polygon(
        bezier((0, 0), ((length * 0.25, -wide), (length * 0.7, -wide), (length, 0)),
               ((length * 0.7, wide), (length * 0.25, wide), (0, 0))),
        fill,
    )  # fmt: skip


def river(pen: Pen, inks: Inks) -> None:
    """Draw the sun, the hills and the river in a round window."""
    pen.disc(50, 50, 48, inks.main)
    pen.disc(70, 28, 10, inks.second)
    pen.polygon(bezier((22, 60), ((46, 32), (54, 40), (64, 48)), ((74, 56), (80, 58), (97, 60))), inks.second)
    # The left slope follows the window: its last curve is a piece of the circle.
    slope = bezier((6, 32), ((26, 22), (34, 44), (58, 60)))
    pen.polygon([*slope, *arc(50, 50, 48, (168, 203))], inks.detail)
    pen.half(50, 50, 48, (11.5, 168.5), inks.second)
    for row, top in enumerate((68, 77, 86)):
        half = 28 - row * 7
        turns = math.pi * (6 - row)
        wave = [(50 - half + half * step / 20, top + 1.6 * math.sin(step / 40 * turns)) for step in range(41)]
        pen.stroke(wave, 2.2, inks.main)


def vase(pen: Pen, inks: Inks) -> None:
    """Draw three flowers in a vase."""
    for x, y, root in ((27, 30, 46), (51, 17, 50), (75, 32, 54)):
        pen.stroke(bezier((root, 66), ((root, 54), (x, 50), (x, y))), 2.2, inks.main)
    _leaf(pen.at(42, 56, -150), 20, inks.main)
    _leaf(pen.at(60, 55, -30), 20, inks.main)
    for x, y, radius, fill in ((27, 28, 8, inks.second), (51, 15, 9, inks.detail), (75, 30, 8, inks.second)):
        for angle in range(0, 360, 60):
            petal = pen.at(x, y, angle)
            petal.polygon(ring(radius * 0.8, 0, radius * 0.56), fill)
        pen.disc(x, y, radius * 0.5, inks.main)
    side = bezier((41, 60), ((43, 66), (32, 70), (32, 80)), ((32, 92), (40, 95), (50, 95)))
    pen.polygon(mirrored(side, 50), inks.main)
    pen.bar((38, 57, 62, 61.5), inks.main, (2, 2, 2, 2))
    pen.bar((32.2, 77, 67.8, 82), inks.second)
