"""The season, whispered: snow, maple leaves or blossom on the bare ground, in a shade hardly stronger than it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from app.providers.drawn.compositions import Stage
from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen, Rect, bezier, mirrored

Token = Callable[[Pen, Colour], None]
# In units: the way from one token to the next, and the air kept around words.
STEP, AIR = 118, 34
SMALL, LARGE = 0.26, 0.5
KEPT = 0.72


def flake(pen: Pen, fill: Colour) -> None:
    """Draw a snow crystal, 100 units wide."""
    for turn in range(0, 360, 60):
        arm = pen.at(0, 0, turn)
        arm.bar((-3.5, -48, 3.5, 0), fill)
        for side in (-45, 45):
            arm.at(0, -22, side).bar((-3, -21, 3, 2), fill)


def maple(pen: Pen, fill: Colour) -> None:
    """Draw a maple leaf."""
    side = [
        (0, -48), (8, -33), (17, -37), (13, -14), (23.5, -25), (26.5, -18), (38, -21), (34, -10), (40, -6.5),
        (21, 9.5), (23, 17), (2.2, 14.5), (2.8, 40), (0, 40),
    ]  # fmt: skip
    pen.polygon(mirrored([(float(x), float(y)) for x, y in side], 0), fill)


def blossom(pen: Pen, fill: Colour) -> None:
    """Draw a flower of five petals."""
    for turn in range(0, 360, 72):
        petal = bezier((0, -8), ((-24, -20), (-20, -48), (0, -44)), ((20, -48), (24, -20), (0, -8)))
        pen.at(0, 0, turn).polygon(petal, fill)
    pen.disc(0, 0, 5, fill)


def heart(pen: Pen, fill: Colour) -> None:
    """Draw a heart."""
    side = bezier((0, -18), ((-8, -38), (-40, -36), (-38, -8)), ((-36, 12), (-12, 26), (0, 40)))
    pen.polygon(mirrored(side, 0), fill)


TOKENS: Mapping[str, Token] = {
    **dict.fromkeys(("new_year", "midwinter", "first_snow", "advent", "holidays"), flake),
    **dict.fromkeys(("sugar", "colours", "thanksgiving"), maple),
    **dict.fromkeys(("easter", "may", "mothers_day"), blossom),
    "valentine": heart,
}


def scatter(stage: Stage, occasion: str, words: Rect) -> None:
    """Strew what the occasion calls for over the bare ground, around the words; most occasions call for nothing."""
    token = TOKENS.get(occasion)
    if token is None:
        return
    unit, chance = stage.unit, stage.chance
    columns, rows = math.ceil(stage.width / (STEP * unit)), math.ceil(stage.height / (STEP * unit))
    for row in range(rows + 1):
        for column in range(columns + 1):
            x = (column + (row % 2) / 2 + chance.uniform(-0.2, 0.2)) * STEP * unit
            y = (row + chance.uniform(-0.2, 0.2)) * STEP * unit
            size, turn, kept = chance.uniform(SMALL, LARGE), chance.uniform(-35, 35), chance.random() < KEPT
            if kept and not _touches(x, y, size * 50 * unit + AIR * unit, words):
                token(stage.pen.at(x, y, turn, size * unit), stage.palette.shade)


def _touches(x: float, y: float, reach: float, box: Rect) -> bool:
    return box.left - reach < x < box.right + reach and box.top - reach < y < box.bottom + reach
