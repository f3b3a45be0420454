"""What is asked of every poster, and `python -m tests.providers.drawn.thousand`, which renders all the thousand."""

from __future__ import annotations

import statistics
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from time import perf_counter

from PIL import Image, ImageChops

from app.providers.contracts import PictureRequest
from app.providers.drawn.glyphs import NO_GLYPH, font
from app.providers.drawn.lettering import Lettering, shown_words
from app.providers.drawn.maker import MAX_BYTES, DrawnPictures
from app.providers.drawn.palette import MIN_CONTRAST, Palette, contrast
from app.providers.drawn.poster import compose, laid_out
from app.providers.drawn.typeset import Line
from tests.providers.drawn.names import businesses

EDGE = 24
# A sketch has this many canvas pixels a pixel: colours are exact, edges are coarse.
SKETCH = 0.2


@dataclass(frozen=True)
class Sketch:
    """A poster laid out but painted coarsely, for what needs no fine edge."""

    request: PictureRequest
    canvas: Image.Image
    palette: Palette
    lettering: Lettering

    @property
    def lines(self) -> list[Line]:
        """Return all the lines, the name first."""
        return [*self.lettering.name, *self.lettering.city]


def sketch(request: PictureRequest) -> Sketch:
    """Lay a poster out and paint it coarsely, without its words."""
    stage, _, lettering = laid_out(request, SKETCH)
    return Sketch(request, stage.pen.canvas, stage.palette, lettering)


def faults(poster: Sketch) -> list[str]:
    """Name what is wrong with the words of a poster: empty, cut, out of the frame, missing signs, unreadable."""
    found = [*_text_faults(poster), *_place_faults(poster)]
    found += [f"empty box for {sign!r}" for line in poster.lines for sign in line.text if is_box(line.face, sign)]
    if worst_contrast(poster) < MIN_CONTRAST:
        found.append(f"contrast {worst_contrast(poster):.2f}")
    return found


def _text_faults(poster: Sketch) -> list[str]:
    title, town = shown_words(poster.request)
    found = []
    for wanted, lines in ((title, poster.lettering.name), (town, poster.lettering.city)):
        shown = "".join(line.text for line in lines).replace(" ", "")
        whole = shown == wanted.replace(" ", "")
        if wanted and not whole and not (shown.endswith("…") and len(shown) > min(12, len(wanted) // 4)):
            found.append(f"{wanted!r} became {shown!r}")
    return found if title else [*found, "no title"]


def _place_faults(poster: Sketch) -> list[str]:
    found, width, height = [], poster.request.width, poster.request.height
    for line in poster.lines:
        ink = line.ink
        if ink.left < EDGE or ink.top < EDGE or ink.right > width - EDGE or ink.bottom > height - EDGE:
            found.append(f"{line.text!r} leaves the frame")
    found += [f"{low.text!r} is touched" for high, low in pairwise(poster.lines) if high.ink.bottom >= low.ink.top]
    return found


@lru_cache(maxsize=4096)
def is_box(face: str, sign: str) -> bool:
    """Say whether the font draws its empty box for a sign."""
    drawn = font(face, 40)
    return bytes(drawn.getmask(sign)) == bytes(drawn.getmask(NO_GLYPH))


def worst_contrast(poster: Sketch) -> float:
    """Measure the words against every colour painted under them."""
    inks = chain(
        ((line, poster.palette.ink) for line in poster.lettering.name),
        ((line, poster.palette.soft) for line in poster.lettering.city),
    )
    return min(contrast(ink, colour) for line, ink in inks for colour in _under(poster.canvas, line))


def _under(canvas: Image.Image, line: Line) -> list[tuple[int, int, int]]:
    ink = line.ink
    box = (int(ink.left * SKETCH), int(ink.top * SKETCH), int(ink.right * SKETCH) + 1, int(ink.bottom * SKETCH) + 1)
    colours = canvas.crop(box).getcolors(100_000) or []
    return [(c[0], c[1], c[2]) for _, c in colours if isinstance(c, tuple)]


def stray_ink(request: PictureRequest) -> bool:
    """Render a poster whole and say whether any ink fell out of the boxes measured for its lines."""
    poster = compose(request)
    blank = poster.canvas.reduce(poster.scale)
    drawn = ImageChops.difference(poster.written(), blank)
    for line in (*poster.name, *poster.city):
        ink = line.ink
        drawn.paste((0, 0, 0), (int(ink.left) - 3, int(ink.top) - 3, int(ink.right) + 4, int(ink.bottom) + 4))
    return drawn.getbbox() is not None


@dataclass(frozen=True)
class Measured:
    """One picture, rendered whole: its weight, its lowest contrast, the seconds it took and what is wrong with it."""

    weight: int
    media_type: str
    lowest: float
    seconds: float
    wrong: list[str]


def measured(request: PictureRequest) -> Measured:
    """Render a picture and judge it."""
    laid, started = sketch(request), perf_counter()
    picture = DrawnPictures().make(request)
    seconds, wrong = perf_counter() - started, faults(laid)
    if len(picture.content) >= MAX_BYTES:
        wrong.append("too heavy")
    if stray_ink(request):
        wrong.append("ink out of its box")
    return Measured(len(picture.content), picture.media_type, worst_contrast(laid), seconds, wrong)


def main() -> None:
    """Render all the thousand on two processes and print figures."""
    with ProcessPoolExecutor(2) as pool:
        all_measured = list(pool.map(measured, businesses(), chunksize=20))
    faulty = {number: each.wrong for number, each in enumerate(all_measured) if each.wrong}
    weights = [each.weight for each in all_measured]
    kinds = dict(Counter(each.media_type for each in all_measured))
    print(f"{len(all_measured)} pictures, {len(faulty)} with faults; {kinds}")
    print(f"weight: median {statistics.median(weights) / 1000:.0f} kB, heaviest {max(weights) / 1000:.0f} kB")
    print(f"contrast: lowest {min(each.lowest for each in all_measured):.2f}")
    print(f"time: median {statistics.median(each.seconds for each in all_measured) * 1000:.0f} ms a picture")
    for number, wrong in list(faulty.items())[:20]:
        print(number, wrong)


if __name__ == "__main__":
    main()
