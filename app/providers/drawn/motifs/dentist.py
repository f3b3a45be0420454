"""Teeth, brushes and water, in a box of 100 units."""

from __future__ import annotations

from app.providers.drawn.motifs.inks import Inks
from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen, bezier, mirrored


def spark(pen: Pen, x: float, y: float, radius: float, fill: Colour) -> None:
    """Draw a star of four points."""
    near = radius * 0.16
    pen.polygon(
        bezier(
            (x, y - radius),
            ((x + near, y - near), (x + near, y - near), (x + radius, y)),
            ((x + near, y + near), (x + near, y + near), (x, y + radius)),
            ((x - near, y + near), (x - near, y + near), (x - radius, y)),
            ((x - near, y - near), (x - near, y - near), (x, y - radius)),
        ),
        fill,
    )


def tooth(pen: Pen, inks: Inks) -> None:
    """Draw a molar that shines."""
    side = bezier(
        (47, 22),
        ((40, 17), (34, 13), (27, 14)),
        ((12, 16), (9, 32), (13, 46)),
        ((17, 58), (19, 66), (21, 78)),
        ((23, 90), (26, 94), (30, 94)),
        ((38, 94), (34, 64), (47, 64)),
    )
    pen.polygon(mirrored(side, 47), inks.main)
    glint = bezier((20, 40), ((17, 29), (21, 22), (30, 21)))
    pen.stroke(glint, 3.6, inks.second)
    spark(pen, 86, 16, 13, inks.second)
    spark(pen, 94, 38, 6, inks.second)


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


def mirror(pen: Pen, inks: Inks) -> None:
    """Draw the little mirror that looks behind teeth."""
    handle = pen.at(52, 52, 45)
    handle.bar((-16, -2.2, 24, 2.2), inks.main)
    handle.bar((10, -4.6, 62, 4.6), inks.main, (3, 4.6, 4.6, 3))
    for left in range(16, 37, 5):
        handle.bar((left, -4.6, left + 2, 4.6), inks.second)
    handle.disc(62 - 4.6, 0, 1.8, inks.second)
    pen.disc(30, 30, 25, inks.main)
    pen.disc(30, 30, 20.5, inks.detail)
    pen.band(30, 30, (12.5, 15.5), (165, 240), inks.main)
    pen.band(30, 30, (12.5, 15.5), (252, 266), inks.main)
    spark(pen, 78, 22, 13, inks.second)
    spark(pen, 24, 78, 8, inks.second)


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
