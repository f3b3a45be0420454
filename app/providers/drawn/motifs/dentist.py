"""Teeth, brushes and water, in a box of 100 units."""

from __future__ import annotations

from app.providers.drawn.motifs.inks import Inks
from app.providers.drawn.motifs.sparks import spark
from app.providers.drawn.pen import Pen, bezier, mirrored


def tooth(pen: Pen, inks: Inks) -> None:
    """Draw a molar that shines."""
    side = bezier(
        (47, 21),
        ((40, 17), (34, 13), (26, 14)),
        ((11, 16), (7, 31), (11, 46)),
        ((14, 57), (16, 65), (18, 76)),
        ((20, 88), (25, 93), (31, 91)),
        ((38, 88), (35, 69), (47, 69)),
    )
    pen.polygon(mirrored(side, 47), inks.main)
    pen.stroke(bezier((19, 40), ((16, 29), (20, 23), (28, 22))), 3.8, inks.second)
    pen.stroke(bezier((30, 41), ((36, 47), (58, 47), (64, 41))), 3.4, inks.detail)
    spark(pen, 88, 15, 13, inks.second)
    spark(pen, 95, 38, 6, inks.second)


def brush(pen: Pen, inks: Inks) -> None:
    """Draw a toothbrush and its paste."""
    slant = pen.at(50, 54, -32)
    slant.bar((-52, -4.5, 10, 4.5), inks.main, (4.5, 2, 2, 4.5))
    slant.bar((6, -3, 52, 4.5), inks.main, (1, 4, 4, 1))
    slant.bar((-44, -1.4, -16, 1.4), inks.second, (1.4, 1.4, 1.4, 1.4))
    for step in range(6):
        left = 19 + step * 5.4
        slant.bar((left, -17, left + 4, -2), inks.detail if step % 2 else inks.main, (1.5, 1.5, 0, 0))
    paste = bezier((17, -20), ((22, -32), (28, -16), (34, -25)), ((39, -32), (45, -18), (51, -22)))
    slant.stroke(paste, 7.5, inks.main)
    spark(pen, 22, 24, 9, inks.second)
    spark(pen, 82, 78, 6, inks.second)


def tube(pen: Pen, inks: Inks) -> None:
    """Draw a tube of toothpaste, its last inch out."""
    slant = pen.at(50, 52, 32)
    slant.polygon([(-47, -20), (-47, 20), (22, 14), (22, -14)], inks.main)
    slant.bar((-53, -21.5, -44, 21.5), inks.second, (2, 0, 0, 2))
    slant.polygon([(-34, -18.7), (-34, 18.7), (-27, 18.1), (-27, -18.1)], inks.detail)
    slant.polygon([(20, -14), (20, 14), (28, 8), (28, -8)], inks.second)
    slant.bar((28, -6.5, 36, 6.5), inks.main, (0, 1.5, 1.5, 0))
    _tooth_mark(slant.at(-5, 0, -32), inks)
    paste = bezier((37, 0), ((44, 2), (48, -6), (53, 0)))
    slant.stroke(paste, 7, inks.main)
    spark(pen, 74, 24, 12, inks.second)
    spark(pen, 26, 80, 8, inks.second)


def _tooth_mark(pen: Pen, inks: Inks) -> None:
    side = bezier((0, -6), ((-4, -9), (-10, -8), (-9.5, -1)), ((-9, 3), (-7, 9), (-5, 9)), ((-2, 9), (-3, 3), (0, 3)))
    pen.polygon(mirrored(side, 0), inks.second)


def apple(pen: Pen, inks: Inks) -> None:
    """Draw a whole apple on a dish, its two leaves up."""
    side = bezier(
        (50, 33), ((42, 25), (16, 24), (16, 50)), ((16, 70), (29, 86), (41, 85)), ((45, 85), (47, 84), (50, 84))
    )
    pen.polygon(mirrored(side, 50), inks.main)
    pen.stroke([(50, 33), (50, 17)], 3.6, inks.second)
    leaf = bezier((50, 22), ((54, 10), (66, 6), (77, 9)), ((75, 20), (62, 26), (50, 22)))
    pen.polygon(leaf, inks.second)
    pen.polygon([(100 - x, y + 1) for x, y in leaf], inks.detail)
    pen.stroke(bezier((25, 52), ((25, 42), (30, 37), (37, 36))), 3.8, inks.second)
    spark(pen, 68, 60, 8, inks.detail)
    pen.bar((8, 88, 92, 93.5), inks.main, (2.7, 2.7, 2.7, 2.7))


def tumbler(pen: Pen, inks: Inks) -> None:
    """Draw a brush in its glass, with a sprig of mint."""
    shaft = pen.at(45, 60, -14)
    shaft.bar((-2.6, -52, 2.6, 26), inks.second, (2.6, 2.6, 2.6, 2.6))
    shaft.bar((-13, -51, -2, -34), inks.main, (2, 0, 0, 2))
    stem = pen.at(57, 50, 20)
    stem.stroke([(0, 0), (0, -32)], 2, inks.detail)
    for side in (-1, 1):
        for top, reach in ((-10, 15), (-24, 12)):
            stem.polygon(
                bezier((0, top), ((side * 3, top - 10), (side * reach, top - 9), (side * reach * 1.25, top - 8)),
                       ((side * reach * 1.2, top + 1), (side * 6, top + 4), (0, top))),
                inks.detail,
            )  # fmt: skip
    pen.polygon(
        [(24, 48), (76, 48), *bezier((72, 90), ((71, 95), (29, 95), (28, 90)))],
        inks.main,
    )
    level = bezier((27.6, 62), ((38, 57), (44, 67), (52, 62)), ((60, 57), (66, 66), (72.4, 62)))
    pen.polygon([*level, *bezier((69.3, 88), ((68, 92), (32, 92), (30.7, 88)))], inks.second)
