"""Ways to lay a poster out: each paints its shapes and motif, and says where words go."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from app.providers.drawn.motifs.inks import Inks, Motif
from app.providers.drawn.palette import Colour, Palette
from app.providers.drawn.pen import Pen, Point, Rect
from app.providers.drawn.tiles import TILES


def unit_of(width: float, height: float) -> float:
    """Return how many pixels one pixel of a 1200×627 picture becomes at another size."""
    return math.sqrt(width * height / (1200 * 627))


@dataclass(frozen=True)
class Stage:
    """A blank poster: `unit` is one pixel of a 1200×627 picture, in final pixels."""

    pen: Pen
    width: float
    height: float
    palette: Palette
    motif: Motif
    chance: Random

    @property
    def unit(self) -> float:
        return unit_of(self.width, self.height)

    @property
    def margin(self) -> float:
        return 68 * self.unit

    @property
    def tall(self) -> bool:
        return self.width < self.height * 1.35

    @property
    def reach(self) -> float:
        """How wide shapes above the words may be, on a tall poster."""
        return min(self.width, self.height * 0.56)

    def show_motif(self, box: Rect, backdrop: Colour | None = None) -> None:
        """Paint the motif in a square on the stage colour, or on another backdrop."""
        colours = self.palette
        self.motif(self.pen.within(box), Inks(colours.paper, colours.second, colours.detail, backdrop or colours.stage))

    def words(self, limit: float) -> Rect:
        """Return the place of words: left of `limit`, or below it on a tall poster, margins kept."""
        if self.tall:
            return Rect(self.margin, limit, self.width - self.margin, self.height - self.margin * 1.1)
        return Rect(self.margin, self.margin, limit, self.height - self.margin)


@dataclass(frozen=True)
class Words:
    """Where words go and how: `rise` is 0 for the top of the box, 1 for its foot; `largest` is in units."""

    box: Rect
    rise: float = 0.5
    centred: bool = False
    largest: float = 100


Composition = Callable[[Stage], Words]


def shore(stage: Stage) -> Words:
    """Set the sun and the motif behind the river."""
    pen, colours, width, height, unit = stage.pen, stage.palette, stage.width, stage.height, stage.unit
    x, y, radius = (width * 0.77, height * 0.43, height * 0.36)
    if stage.tall:
        radius = stage.reach * 0.32
        x, y = width / 2, max(height * 0.29, radius + 64 * unit)
    for ring in (2, 1):
        pen.disc(x, y, radius + ring * 34 * unit, colours.shade)
        pen.disc(x, y, radius + ring * 34 * unit - 3 * unit, colours.ground)
    pen.disc(x, y, radius, colours.stage)
    stage.show_motif(_around(x, y - radius * 0.02, radius * 0.62))
    shore_line = height - 108 * unit
    for row, fill in enumerate((colours.shade, colours.stage_shade, colours.stage)):
        _wave(stage, shore_line + row * 30 * unit, row * 2.1, fill)
    if stage.tall:
        top = y + radius + 84 * unit
        return Words(Rect(stage.margin, top, width - stage.margin, shore_line - 30 * unit))
    return Words(Rect(stage.margin, stage.margin, x - radius - 88 * unit, shore_line - 34 * unit), rise=0.55)


def _wave(stage: Stage, level: float, phase: float, fill: Colour) -> None:
    crest, length = 9 * stage.unit, 520 * stage.unit
    steps = 120
    top: list[Point] = []
    for step in range(steps + 1):
        x = stage.width * step / steps
        top.append((x, level + crest * math.sin(x / length * math.tau + phase)))
    stage.pen.polygon([*top, (stage.width, stage.height), (0, stage.height)], fill)


def sun(stage: Stage) -> Words:
    """Let a great disc leave the page on one side."""
    pen, colours, width, height, unit = stage.pen, stage.palette, stage.width, stage.height, stage.unit
    x, y, radius = (width * 0.86, height * 0.5, height * 0.64)
    if stage.tall:
        radius = stage.reach * 0.66
        x, y = width / 2, height * 0.5 - radius
    pen.disc(x, y, radius + 40 * unit, colours.shade)
    pen.disc(x, y, radius, colours.stage)
    pen.disc(x, y, radius * 0.72, colours.stage_shade)
    size = radius * 0.4
    centre = (x, max(y, size + 30 * unit)) if stage.tall else (width * 0.825, y)
    stage.show_motif(_around(*centre, size), colours.stage_shade)
    edge = y + radius + 84 * unit if stage.tall else x - radius - 76 * unit
    return Words(stage.words(edge))


def panel(stage: Stage) -> Words:
    """Split the page: words on the ground, the motif on a panel of colour."""
    pen, colours, width, height, unit = stage.pen, stage.palette, stage.width, stage.height, stage.unit
    box = Rect(0, 0, width, height * 0.52) if stage.tall else Rect(width * 0.61, 0, width, height)
    pen.bar((box.left, box.top, box.right, box.bottom), colours.stage)
    x, y = box.centre
    reach = min(box.width, box.height)
    corner = reach * 0.27
    for left, top, start in ((box.left, box.top, 0), (box.right, box.top, 90),
                             (box.right, box.bottom, 180), (box.left, box.bottom, 270)):  # fmt: skip
        pen.sector(left, top, corner, (start, start + 90), colours.stage_shade)
        pen.band(left, top, (corner + 12 * unit, corner + 15 * unit), (start, start + 90), colours.stage_shade)
    stage.show_motif(_around(x, y, reach * 0.3))
    return Words(stage.words(box.bottom + 70 * unit if stage.tall else box.left - 60 * unit))


def arch(stage: Stage) -> Words:
    """Stand the motif under nested arches."""
    pen, colours, width, height, unit = stage.pen, stage.palette, stage.width, stage.height, stage.unit
    centre, half = (width / 2, stage.reach * 0.37) if stage.tall else (width * 0.765, width * 0.178)
    top, foot = (height * 0.07, height * 0.54) if stage.tall else (height * 0.1, height)
    for step, fill in enumerate((colours.shade, colours.stage_shade, colours.stage)):
        inset = step * 30 * unit
        radius = half - inset
        pen.bar((centre - radius, top + inset, centre + radius, foot), fill, (radius, radius, 0, 0))
    inner = half - 60 * unit
    reach = inner * 0.8
    floor = foot - 0.18 * inner
    middle = max(top + 60 * unit + inner * 1.02, (top + 60 * unit + floor) / 2 + inner * 0.06)
    stage.show_motif(_around(centre, min(middle, floor - reach), reach))
    if stage.tall:
        pen.bar((stage.margin, foot, width - stage.margin, foot + 5 * unit), colours.accent)
    return Words(stage.words(foot + 70 * unit if stage.tall else centre - half - 64 * unit))


def tiling(stage: Stage) -> Words:
    """Lay a floor of geometric tiles around the motif."""
    pen, colours, unit = stage.pen, stage.palette, stage.unit
    size = (stage.width if stage.tall else stage.height) / 4
    columns, rows = (4, 4 if stage.height > stage.width * 1.4 else 2) if stage.tall else (3, 4)
    left = 0 if stage.tall else stage.width - columns * size
    middle = (1, rows // 2 - 1)
    grounds = (colours.stage, colours.stage_shade, colours.shade)
    for row in range(rows):
        for column in range(columns):
            box = Rect(left + column * size, row * size, left + (column + 1) * size, (row + 1) * size)
            floor = grounds[(row * 2 + column) % len(grounds)]
            pen.bar((box.left, box.top, box.right, box.bottom), floor)
            fills = [fill for fill in (colours.paper, colours.second, colours.stage) if fill != floor]
            turned = pen.within(box).at(50, 50, stage.chance.randrange(4) * 90)
            stage.chance.choice(TILES)(turned, stage.chance.choice(fills))
    x, y = left + middle[0] * size, middle[1] * size
    pen.bar((x, y, x + size * 2, y + size * 2), colours.stage)
    stage.show_motif(_around(x + size, y + size, size * 0.72))
    return Words(stage.words(rows * size + 70 * unit if stage.tall else left - 60 * unit))


def frame(stage: Stage) -> Words:
    """Centre everything within a fine frame, as on a menu."""
    pen, colours, width, height, unit = stage.pen, stage.palette, stage.width, stage.height, stage.unit
    inset = 30 * unit
    _border(stage, inset, 34 * unit)
    radius = height * 0.17 if stage.tall else height * 0.185
    centre = height * 0.335 if stage.tall else inset + 56 * unit + radius
    pen.disc(width / 2, centre, radius + 12 * unit, colours.shade)
    pen.disc(width / 2, centre, radius, colours.stage)
    stage.show_motif(_around(width / 2, centre, radius * 0.62))
    top = centre + radius + (56 if stage.tall else 38) * unit
    side = inset + 64 * unit
    place = Rect(side, top, width - side, height - inset - 50 * unit)
    return Words(place, rise=0.25 if stage.tall else 0.5, centred=True, largest=92)


def _border(stage: Stage, inset: float, notch: float) -> None:
    pen, fill, line = stage.pen, stage.palette.accent, 2.5 * stage.unit
    right, bottom = stage.width - inset, stage.height - inset
    for y in (inset, bottom - line):
        pen.bar((inset + notch, y, right - notch, y + line), fill)
    for x in (inset, right - line):
        pen.bar((x, inset + notch, x + line, bottom - notch), fill)
    for x, y, start in ((inset, inset, 0), (right, inset, 90), (right, bottom, 180), (inset, bottom, 270)):
        pen.band(x, y, (notch - line, notch), (start, start + 90), fill)
        pen.disc(x, y, 7 * stage.unit, fill)


def rays(stage: Stage) -> Words:
    """Send quiet rays over the whole page from behind the motif."""
    pen, colours, width, height, unit = stage.pen, stage.palette, stage.width, stage.height, stage.unit
    x, y, radius = (width * 0.775, height * 0.5, height * 0.335)
    if stage.tall:
        radius = stage.reach * 0.34
        x, y = width / 2, max(height * 0.29, radius + 60 * unit)
    for step in range(0, 360, 15):
        pen.sector(x, y, math.hypot(width, height), (step, step + 7.5), colours.shade)
    pen.disc(x, y, radius + 26 * unit, colours.ground)
    pen.disc(x, y, radius + 14 * unit, colours.accent)
    pen.disc(x, y, radius + 10 * unit, colours.ground)
    pen.disc(x, y, radius, colours.stage)
    stage.show_motif(_around(x, y, radius * 0.64))
    edge = y + radius + 90 * unit if stage.tall else x - radius - 80 * unit
    return Words(stage.words(edge), rise=0.35 if stage.tall else 0.5)


def _around(x: float, y: float, half: float) -> Rect:
    return Rect(x - half, y - half, x + half, y + half)


COMPOSITIONS: Sequence[Composition] = (shore, sun, panel, arch, tiling, frame, rays)
