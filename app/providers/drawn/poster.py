"""One poster: its shapes painted large, its words placed, then both brought to size."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from app.providers.contracts import PictureRequest
from app.providers.drawn.compositions import COMPOSITIONS, Stage, Words
from app.providers.drawn.glyphs import HEAVY, PLAIN, drawable, font
from app.providers.drawn.motifs import motifs_of
from app.providers.drawn.palette import Colour, Mood, Palette, palette_of
from app.providers.drawn.pen import Pen, Rect
from app.providers.drawn.typeset import Block, Line, Setting, set_text

MOODS = tuple(Mood)
# Three canvas pixels a pixel; two for large pictures, where edges show less and memory counts.
FINE, COARSE = 3, 2
LARGE_PIXELS = 1_000_000
NAME_TO_RULE, RULE, RULE_TO_CITY = 34, 5, 30


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
        for lines, fill in ((self.name, self.palette.ink), (self.city, self.palette.soft)):
            for line in lines:
                self._write(line, fill)
        return self.canvas.reduce(self.scale)

    def _write(self, line: Line, fill: Colour) -> None:
        where = (round(line.x * self.scale), round(line.baseline * self.scale))
        face = font(line.face, line.size * self.scale)
        ImageDraw.Draw(self.canvas).text(where, line.text, font=face, fill=fill, anchor="ls")


def compose(request: PictureRequest) -> Poster:
    """Choose mood, composition and motif by the seed; neighbouring seeds differ in all three."""
    palette = palette_of(request.primary_colour, request.accent_colour, MOODS[request.seed % len(MOODS)])
    motifs = motifs_of(request.industry)
    scale = FINE if request.width * request.height <= LARGE_PIXELS else COARSE
    canvas = Image.new("RGB", (request.width * scale, request.height * scale), palette.ground)
    stage = Stage(
        pen=Pen(canvas, scale),
        width=request.width,
        height=request.height,
        palette=palette,
        motif=motifs[request.seed % len(motifs)],
        chance=Random(request.seed),
    )
    words = COMPOSITIONS[request.seed % len(COMPOSITIONS)](stage)
    name, city = _placed(request, stage, words)
    return Poster(canvas, scale, palette, words, name, city)


def _placed(request: PictureRequest, stage: Stage, words: Words) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Place the name, a short rule and the town; what Lato cannot draw of them leaves no hole."""
    title, town = drawable(request.name), drawable(request.city)
    if not title:
        title, town = town, ""
    if not title:
        return (), ()
    unit, box = stage.unit, words.box
    name, city = _sized(title, town, words, unit)
    if name is None:
        return (), ()
    below = _below(city, unit)
    top = box.top + (box.height - name.height - below) * words.rise
    x = box.centre[0] if words.centred else box.left
    lines = name.placed(x, top, centred=words.centred)
    if city is None:
        return lines, ()
    rule_top = top + name.height + NAME_TO_RULE * unit
    _rule(stage, Rect(x, rule_top, x + 72 * unit, rule_top + RULE * unit), words.centred)
    return lines, city.placed(x, rule_top + (RULE + RULE_TO_CITY) * unit, centred=words.centred)


def _sized(title: str, town: str, words: Words, unit: float) -> tuple[Block | None, Block | None]:
    """Set both as large as the box allows, the town always the smaller of the two."""
    box, city_size = words.box, 42 * unit
    largest = round((92 if words.centred else 100) * unit)
    while True:
        setting = Setting(PLAIN, round(city_size), round(min(city_size, 20 * unit)), 2)
        city = set_text(town, setting, box.width, box.height * 0.3) if town else None
        room = box.height - _below(city, unit)
        name = set_text(title, Setting(HEAVY, largest, round(20 * unit), 6), box.width, room)
        if city is None or (name and city.lines[0].size <= name.lines[0].size * 0.75):
            return name, city
        if city_size < 20 * unit:
            return name, None if name is None else city
        city_size *= 0.85


def _below(city: Block | None, unit: float) -> float:
    return (NAME_TO_RULE + RULE + RULE_TO_CITY) * unit + city.height if city else 0.0


def _rule(stage: Stage, box: Rect, centred: bool) -> None:
    moved = box.moved(-box.width / 2, 0) if centred else box
    radius = box.height / 2
    stage.pen.bar((moved.left, moved.top, moved.right, moved.bottom), stage.palette.accent, (radius,) * 4)
