"""The brand over a photo or a model's picture: a solid plate carries the words, whatever lies below."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from app.providers.contracts import Picture, PictureRequest
from app.providers.drawn.compositions import Words, unit_of
from app.providers.drawn.glyphs import HEAVY, PLAIN
from app.providers.drawn.lettering import Lettering, letter, shown_words
from app.providers.drawn.maker import MAX_BYTES, check_size
from app.providers.drawn.palette import Palette, palette_of
from app.providers.drawn.pen import Pen, Rect
from app.providers.drawn.poster import COARSE, MOODS, write
from app.providers.drawn.typeset import Setting, measure, set_text
from app.providers.drawn.wording import alternative_text
from app.providers.errors import Refused

# Three bytes a pixel, twice: what one worker may spend on a picture.
MAX_PIXELS = 24_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
# What matters in a photo is rather above its middle.
CENTRE = (0.5, 0.42)
QUALITIES = (90, 84, 76, 66, 54, 40, 26)
LARGEST_NAME = 58
PADDING, MARGIN, EDGE = 40, 44, 10
BAND_MARGIN, SMALLEST_IN_BAND, CITY_IN_BAND = 60, 36, 38


@dataclass(frozen=True)
class Plate:
    """What is laid over the photo: transparent but for the brand; the photo fills the height above `foot`."""

    image: Image.Image
    foot: int


def lay_over(picture: bytes | Image.Image, request: PictureRequest) -> Picture:
    """Crop a picture to the request's size and lay the brand's plate, name and town over it, as a light JPEG.

    Raises:
        Refused: what was given is no picture we can read, or the size is impossible.
    """
    check_size(request)
    plate = plate_of(request)
    seen = ImageOps.fit(_opened(picture), (request.width, plate.foot), Image.Resampling.LANCZOS, centering=CENTRE)
    photo = Image.new("RGB", (request.width, request.height))
    photo.paste(seen, (0, 0))
    return Picture(
        content=_light(photo, plate.image),
        media_type="image/jpeg",
        width=request.width,
        height=request.height,
        alt_text=alternative_text(request.name, request.city),
    )


def plate_of(request: PictureRequest) -> Plate:
    """Paint the brand alone: a band along the foot for short words, every other time, or a card."""
    palette = palette_of(request.primary_colour, request.accent_colour, MOODS[request.seed % len(MOODS)])
    canvas = Image.new("RGBA", (request.width * COARSE, request.height * COARSE), (*palette.ground, 0))
    unit = unit_of(request.width, request.height)
    band = _banded(request, unit) if request.seed // len(MOODS) % 2 else None
    if band:
        foot = _paint_band(Pen(canvas, COARSE), band, palette, (request.width, request.height))
    else:
        band, foot = _carded(request, unit), request.height
        _paint_card(Pen(canvas, COARSE), band, palette, unit)
    write(canvas, COARSE, ((band.name, palette.ink), (band.city, palette.soft)))
    return Plate(canvas.reduce(COARSE), foot)


def _banded(request: PictureRequest, unit: float) -> Lettering | None:
    """Set the name on the left and the town on the right of one line, or None where they are too long for it."""
    title, town = shown_words(request)
    margin = BAND_MARGIN * unit
    width = request.width - 2 * margin
    smallest = round(SMALLEST_IN_BAND * unit)
    name = set_text(title, Setting(HEAVY, round(LARGEST_NAME * unit), smallest, 1), width * 0.6, width)
    city = set_text(town, Setting(PLAIN, round(CITY_IN_BAND * unit), smallest * 3 // 4, 1), width * 0.34, width)
    if name is None or name.lines[0].text != title or (town and (city is None or city.lines[0].text != town)):
        return None
    baseline = request.height - BAND_MARGIN * 0.86 * unit
    left = name.placed(margin, baseline - name.lines[0].baseline)
    if city is None:
        return Lettering(left, (), None)
    right = request.width - margin - city.width
    return Lettering(left, city.placed(right, baseline - city.lines[0].baseline), None)


def _paint_band(pen: Pen, words: Lettering, palette: Palette, size: tuple[int, int]) -> int:
    width, height = size
    unit = unit_of(width, height)
    capitals = words.name[0].baseline + measure("H", HEAVY, words.name[0].size).top
    top = round(min(capitals - BAND_MARGIN * 0.86 * unit, words.box.top - 24 * unit))
    pen.bar((0, top, width, height), palette.ground)
    pen.bar((0, top, width, top + EDGE * unit * 0.8), palette.accent)
    return top


def _carded(request: PictureRequest, unit: float) -> Lettering:
    width, height = request.width, request.height
    inner = (MARGIN + PADDING) * unit
    reach = Rect(inner + EDGE * unit, height * 0.5, min(width - inner, width * 0.86), height - inner)
    return letter(request, Words(reach, rise=1, largest=LARGEST_NAME), unit)


def _paint_card(pen: Pen, words: Lettering, palette: Palette, unit: float) -> None:
    box, padding, radius = words.box, PADDING * unit, 14 * unit
    left, top = box.left - padding - EDGE * unit, box.top - padding
    right, bottom = box.right + padding, box.bottom + padding
    pen.bar((left, top, right, bottom), palette.ground, (radius,) * 4)
    pen.bar((left, top, left + EDGE * unit, bottom), palette.accent, (radius, 0, 0, radius))
    if words.rule:
        rule = words.rule
        pen.bar((rule.left, rule.top, rule.right, rule.bottom), palette.accent, (rule.height / 2,) * 4)


def _light(photo: Image.Image, plate: Image.Image) -> bytes:
    """Encode under the limit; a photo of pure noise is softened rather than its words."""
    content = b""
    for shrink in (1, 2, 4, 8):
        small = photo.reduce(shrink).resize(photo.size, Image.Resampling.BICUBIC) if shrink > 1 else photo
        small.paste(plate, (0, 0), plate)
        for quality in QUALITIES:
            written = BytesIO()
            small.save(written, "JPEG", quality=quality, optimize=True)
            content = written.getvalue()
            if len(content) < MAX_BYTES:
                return content
    return content


def _opened(picture: bytes | Image.Image) -> Image.Image:
    if isinstance(picture, Image.Image):
        return _opaque(picture)
    try:
        with Image.open(BytesIO(picture), formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise Refused("the picture has too many pixels", code="picture_size")
            return _opaque(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise Refused("this is no picture we can read", code="picture_unreadable") from error


def _opaque(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
