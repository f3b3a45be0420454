"""One poster: its shapes painted large, its words placed, then both brought to size."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from app.providers.contracts import PictureRequest
from app.providers.drawn.compositions import COMPOSITIONS, Stage, Words
from app.providers.drawn.glyphs import font
from app.providers.drawn.lettering import Lettering, letter
from app.providers.drawn.motifs import motifs_of
from app.providers.drawn.palette import Colour, Mood, Palette, palette_of
from app.providers.drawn.pen import Pen
from app.providers.drawn.seasons import TOKENS, scatter
from app.providers.drawn.typeset import WRITTEN, Line

MOODS = tuple(Mood)
# Three canvas pixels a pixel; two for large pictures, where edges show less and memory counts.
COARSE, FINE = WRITTEN
ROUGH = 0.02
LARGE_PIXELS = 1_000_000


@dataclass(frozen=True)
class Poster:
    """A painted poster whose words are placed but not yet written."""

    canvas: Image.Image
    scale: int
    palette: Palette
    words: Words
    name: tuple[Line, ...]
    city: tuple[Line, ...]

    def written(self) -> Image.Image:
        """Write the words over the shapes and return the picture at its final size."""
        write(self.canvas, self.scale, ((self.name, self.palette.ink), (self.city, self.palette.soft)))
        return self.canvas.reduce(self.scale)


def write(canvas: Image.Image, scale: int, texts: Iterable[tuple[Sequence[Line], Colour]]) -> None:
    """Write lines on a canvas `scale` times as large as the picture they were placed for."""
    pen = ImageDraw.Draw(canvas)
    for lines, fill in texts:
        for line in lines:
            where = (round(line.x * scale), round(line.baseline * scale))
            pen.text(where, line.text, font=font(line.face, line.size * scale), fill=fill, anchor="ls")


def compose(request: PictureRequest) -> Poster:
    """Choose mood, composition and motif by the seed; neighbouring seeds differ in all three."""
    scale = FINE if request.width * request.height <= LARGE_PIXELS else COARSE
    stage, words, lettering = laid_out(request, scale)
    if lettering.rule:
        rule, radius = lettering.rule, lettering.rule.height / 2
        stage.pen.bar((rule.left, rule.top, rule.right, rule.bottom), stage.palette.accent, (radius,) * 4)
    return Poster(stage.pen.canvas, scale, stage.palette, words, lettering.name, lettering.city)


def laid_out(request: PictureRequest, scale: float) -> tuple[Stage, Words, Lettering]:
    """Paint a poster's shapes, `scale` canvas pixels a final pixel, and place its words without writing them."""
    stage, composition = stage_of(request, scale), COMPOSITIONS[request.seed % len(COMPOSITIONS)]
    if request.occasion not in TOKENS:
        words = composition(stage)
        return stage, words, letter(request, words, stage.unit)
    # The words' place is known once shapes are; the season goes under shapes, around words.
    words = composition(stage_of(request, ROUGH))
    lettering = letter(request, words, stage.unit)
    scatter(stage, request.occasion, lettering.box)
    composition(dataclasses.replace(stage, chance=Random(request.seed)))
    return stage, words, lettering


def stage_of(request: PictureRequest, scale: float) -> Stage:
    """Return the blank poster the seed stands for, `scale` canvas pixels a final pixel."""
    palette = palette_of(request.primary_colour, request.accent_colour, MOODS[request.seed % len(MOODS)])
    motifs = motifs_of(request.industry)
    canvas = Image.new("RGB", (round(request.width * scale), round(request.height * scale)), palette.ground)
    return Stage(
        pen=Pen(canvas, scale),
        width=request.width,
        height=request.height,
        palette=palette,
        # One step more each round of compositions: none keeps a motif for itself.
        motif=motifs[(request.seed + request.seed // len(COMPOSITIONS)) % len(motifs)],
        chance=Random(request.seed),
    )
