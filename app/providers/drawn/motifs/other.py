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


def lighthouse(pen: Pen, inks: Inks) -> None:
    """Draw a lighthouse of the lower river, lit."""
    for span in ((166, 184), (356, 374)):
        pen.sector(50, 24, 46, span, inks.detail)
    pen.polygon([(39, 36), (61, 36), (67, 86), (33, 86)], inks.main)
    for top, foot in ((46, 56), (66, 76)):
        above, below = _half(top), _half(foot)
        pen.polygon([(50 - above, top), (50 + above, top), (50 + below, foot), (50 - below, foot)], inks.second)
    pen.bar((43, 17, 57, 33), inks.main, (1, 1, 0, 0))
    pen.disc(50, 24.5, 4.6, inks.second)
    pen.bar((36, 32, 64, 36.5), inks.second, (1.5, 1.5, 1.5, 1.5))
    pen.half(50, 17, 10, (180, 360), inks.second)
    pen.bar((49, 2, 51, 9), inks.second)
    _swell(pen, 87, inks.main)
    _swell(pen, 95, inks.main)


def _half(level: float) -> float:
    return 11 + (level - 36) * 6 / 50


def _swell(pen: Pen, level: float, fill: Colour) -> None:
    wave = [(10 + 80 * step / 60, level + 2 * math.sin(step / 60 * math.tau * 3)) for step in range(61)]
    pen.stroke(wave, 3, fill)


def sailboat(pen: Pen, inks: Inks) -> None:
    """Draw a sailing boat before the sun."""
    pen.disc(74, 30, 13, inks.detail)
    pen.stroke([(47, 8), (47, 74)], 2.4, inks.main)
    main_sail = bezier((50.5, 12), ((64, 26), (76, 44), (80, 66)), ((70, 64), (60, 64), (50.5, 66)))
    pen.polygon(main_sail, inks.main)
    jib = bezier((43.5, 20), ((34, 36), (26, 50), (16, 66)), ((26, 63), (34, 63), (43.5, 66)))
    pen.polygon(jib, inks.second)
    pen.polygon([(47, 4), (47, 11), (60, 8.5)], inks.second)
    hull = bezier(
        (12, 72),
        ((37, 75), (63, 75), (90, 70)),
        ((87, 80), (81, 87), (73, 87)),
        ((50, 88), (40, 88), (29, 87)),
        ((21, 86), (15, 80), (12, 72)),
    )
    pen.polygon(hull, inks.main)
    pen.stroke(bezier((20, 79), ((40, 81), (62, 81), (82, 78))), 2.2, inks.second)
    _swell(pen, 95, inks.second)


def bag(pen: Pen, inks: Inks) -> None:
    """Draw a shopping bag with a leaf on it."""
    pen.band(50, 36, (14.5, 18.5), (180, 360), inks.second)
    pen.bar((31.5, 34, 35.5, 44), inks.second)
    pen.bar((64.5, 34, 68.5, 44), inks.second)
    pen.polygon([(20, 36), (80, 36), *bezier((86, 90), ((86, 94), (84, 95), (82, 95))),
                 *bezier((18, 95), ((16, 95), (14, 94), (14, 90)))], inks.main)  # fmt: skip
    pen.polygon([(20, 36), (80, 36), (80.8, 43), (19.2, 43)], inks.detail)
    for x in (33.5, 66.5):
        pen.disc(x, 43, 2.6, inks.second)
    for turn, reach in ((-90, 30), (-38, 22), (-142, 22)):
        _leaf(pen.at(50, 82, turn), reach, inks.second)
    pen.stroke([(50, 82), (50, 89)], 2.4, inks.second)
