"""The brand over a photo or a model's picture: a solid plate carries the words, whatever lies below."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from app.providers.contracts import Picture, PictureRequest
from app.providers.drawn.compositions import Words, unit_of
from app.providers.drawn.lettering import Lettering, letter
from app.providers.drawn.maker import MAX_BYTES, check_size
from app.providers.drawn.palette import Palette, palette_of
from app.providers.drawn.pen import Pen, Rect
from app.providers.drawn.poster import COARSE, MOODS, write
from app.providers.drawn.wording import alternative_text
from app.providers.errors import Refused

MAX_PIXELS = 60_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
# What matters in a photo is rather above its middle.
CENTRE = (0.5, 0.42)
QUALITIES = (90, 84, 76, 66, 54, 40, 26)
LARGEST_NAME = 58
PADDING, MARGIN, EDGE = 40, 44, 10


def lay_over(picture: bytes | Image.Image, request: PictureRequest) -> Picture:
    """Crop a picture to the request's size and lay the brand's plate, name and town over it, as a light JPEG.

    Raises:
        Refused: what was given is no picture we can read, or the size is impossible.
    """
    check_size(request)
    size = (request.width, request.height)
    photo = ImageOps.fit(_opened(picture), size, Image.Resampling.LANCZOS, centering=CENTRE)
    plate = plated(request)
    return Picture(
        content=_light(photo, plate),
        media_type="image/jpeg",
        width=request.width,
        height=request.height,
        alt_text=alternative_text(request.name, request.city),
    )


def plated(request: PictureRequest) -> Image.Image:
    """Paint the plate and its words alone, at the request's size; the rest is transparent."""
    palette = palette_of(request.primary_colour, request.accent_colour, MOODS[request.seed % len(MOODS)])
    unit = unit_of(request.width, request.height)
    width, height, margin = request.width, request.height, MARGIN * unit
    inner = margin + PADDING * unit
    reach = Rect(inner + EDGE * unit, height * 0.5, min(width - inner, width * 0.86), height - inner)
    lettering = letter(request, Words(reach, rise=1, largest=LARGEST_NAME), unit)
    return _painted(request, lettering, palette, unit)


def _painted(request: PictureRequest, lettering: Lettering, palette: Palette, unit: float) -> Image.Image:
    clear = (*palette.ground, 0)
    canvas = Image.new("RGBA", (request.width * COARSE, request.height * COARSE), clear)
    pen = Pen(canvas, COARSE)
    box, padding, radius = lettering.box, PADDING * unit, 14 * unit
    left, top = box.left - padding - EDGE * unit, box.top - padding
    right, bottom = box.right + padding, box.bottom + padding
    pen.bar((left, top, right, bottom), palette.ground, (radius,) * 4)
    pen.bar((left, top, left + EDGE * unit, bottom), palette.accent, (radius, 0, 0, radius))
    if lettering.rule:
        rule = lettering.rule
        pen.bar((rule.left, rule.top, rule.right, rule.bottom), palette.accent, (rule.height / 2,) * 4)
    write(canvas, COARSE, ((lettering.name, palette.ink), (lettering.city, palette.soft)))
    return canvas.reduce(COARSE)


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
