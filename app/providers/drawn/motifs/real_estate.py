"""Houses, doors and keys, in a box of 100 units."""

from __future__ import annotations

from app.providers.drawn.motifs.inks import Inks
from app.providers.drawn.pen import Pen


def house(pen: Pen, inks: Inks) -> None:
    """Draw a gabled house between two trees."""
    for x, y, radius in ((9, 66, 9), (92, 74, 7)):
        pen.disc(x, y, radius, inks.second)
        pen.bar((x - 1.3, y, x + 1.3, 92), inks.second)
    pen.bar((66, 20, 75, 42), inks.second)
    pen.polygon([(50, 14), (84, 46), (84, 92), (16, 92), (16, 46)], inks.main)
    pen.stroke([(12, 49), (50, 13), (88, 49)], 6, inks.second)
    pen.disc(50, 42, 7, inks.detail)
    pen.bar((42, 66, 58, 92), inks.second, (8, 8, 0, 0))
    pen.disc(54.6, 81, 1.3, inks.main)
    for left in (23.5, 64.5):
        pen.bar((left, 62, left + 12, 77), inks.detail, (1, 1, 1, 1))
        pen.bar((left + 5.4, 62, left + 6.6, 77), inks.main)
    pen.bar((0, 91, 100, 94), inks.main, (1.5, 1.5, 1.5, 1.5))


def street(pen: Pen, inks: Inks) -> None:
    """Draw three houses side by side: a steep roof, a mansard, a cornice."""
    pen.polygon([(2, 50), (17, 26), (32, 50), (32, 92), (2, 92)], inks.main)
    pen.polygon([(0, 51), (17, 23), (34, 51)], inks.second)
    pen.bar((34, 44, 68, 92), inks.detail)
    pen.polygon([(33, 46), (38, 20), (64, 20), (69, 46)], inks.main)
    pen.bar((45.5, 27, 56.5, 42), inks.detail, (5.5, 5.5, 0, 0))
    pen.bar((70, 36, 98, 92), inks.second)
    pen.bar((68, 32, 100, 37.5), inks.main, (1, 1, 1, 1))
    for left, top, fill in (
        (8, 57, inks.detail), (19, 57, inks.detail), (40, 52, inks.main), (55, 52, inks.main),
        (75, 44, inks.main), (86, 44, inks.main), (75, 62, inks.main), (55, 70, inks.main),
    ):  # fmt: skip
        pen.bar((left, top, left + 7.5, top + 11), fill, (1, 1, 1, 1))
    for middle, fill in ((17.25, inks.second), (43.75, inks.main), (89.75, inks.main)):
        pen.bar((middle - 4.75, 74, middle + 4.75, 92), fill, (4.7, 4.7, 0, 0))
    pen.bar((0, 91, 100, 94), inks.main, (1.5, 1.5, 1.5, 1.5))


def key(pen: Pen, inks: Inks) -> None:
    """Draw a key whose eye is a house."""
    slant = pen.at(33, 33, 45)
    slant.bar((20, -4, 84, 4), inks.main, (0, 4, 4, 0))
    slant.bar((60, 2, 66.5, 17), inks.main, (0, 0, 1.5, 1.5))
    slant.bar((72, 2, 78.5, 22), inks.main, (0, 0, 1.5, 1.5))
    slant.bar((28, -7, 34, 7), inks.second, (2, 2, 2, 2))
    pen.disc(33, 33, 27, inks.main)
    pen.polygon([(33, 16), (49, 31), (45.5, 31), (45.5, 46), (20.5, 46), (20.5, 31), (17, 31)], inks.backdrop)
    pen.bar((29, 35, 37, 46), inks.main, (4, 4, 0, 0))


def door(pen: Pen, inks: Inks) -> None:
    """Draw an arched door, its steps and its plants."""
    pen.bar((22, 4, 78, 84), inks.main, (28, 28, 0, 0))
    pen.bar((29, 11, 71, 84), inks.second, (21, 21, 0, 0))
    pen.half(50, 32, 16, (180, 360), inks.main)
    for angle in (225, 270, 315):
        pen.at(50, 32, angle).bar((0, -0.9, 16, 0.9), inks.second)
    for left in (34.5, 52):
        pen.bar((left, 39, left + 13.5, 55), inks.detail, (1, 1, 1, 1))
        pen.bar((left, 60, left + 13.5, 78), inks.detail, (1, 1, 1, 1))
    pen.disc(67.9, 58, 1.7, inks.main)
    pen.bar((14, 84, 86, 90), inks.main, (1, 1, 0, 0))
    pen.bar((4, 90, 96, 96), inks.main, (1, 1, 1, 1))
    for x in (10, 90):
        pen.bar((x - 1, 58, x + 1, 74), inks.detail)
        pen.disc(x, 62, 7.5, inks.detail)
        pen.disc(x, 49, 5, inks.detail)
        pen.polygon([(x - 8, 72), (x + 8, 72), (x + 5.5, 84), (x - 5.5, 84)], inks.second)
    pen.bar((2, 84, 18, 90), inks.main, (1, 0, 0, 0))
    pen.bar((82, 84, 98, 90), inks.main, (0, 1, 0, 0))


def chalet(pen: Pen, inks: Inks) -> None:
    """Draw a chalet among firs, its roof down to the ground."""
    for x, top, wide in ((12, 34, 12), (89, 44, 10), (76, 58, 7)):
        for step in range(3):
            level = top + step * (90 - top) * 0.24
            spread = wide * (0.62 + step * 0.19)
            pen.polygon([(x, level), (x + spread, level + (90 - top) * 0.4), (x - spread, level + (90 - top) * 0.4)],
                        inks.second)  # fmt: skip
        pen.bar((x - 1.4, 86, x + 1.4, 92), inks.second)
    pen.bar((57, 27, 63.5, 54), inks.second)
    pen.polygon([(46, 16), (78, 92), (14, 92)], inks.main)
    pen.polygon([(46, 33), (70, 92), (22, 92)], inks.detail)
    pen.polygon([(46, 40), (55, 62), (37, 62)], inks.main)
    pen.bar((28, 65, 64, 68.5), inks.main)
    pen.bar((40, 72, 52, 92), inks.second, (1, 1, 0, 0))
    pen.disc(49.5, 82, 1.2, inks.main)
    pen.bar((0, 91, 100, 95), inks.main, (2, 2, 2, 2))
