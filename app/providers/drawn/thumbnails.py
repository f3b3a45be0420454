"""Small copies of pictures, for lists on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from app.providers.contracts import Picture
from app.providers.errors import Refused

MAX_BYTES = 30_000
# A picture may claim any size in a few bytes; nothing we keep comes near this one.
MAX_PIXELS = 24_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
QUALITIES = (84, 72, 58, 42, 26, 12)


def thumbnail(content: bytes, width: int) -> Picture:
    """Return a WebP copy under 30 kB, at most `width` pixels wide, never enlarged.

    Its alternative text is empty: the picture it copies has one. Raises Refused for what is no picture.
    """
    picture = _opened(content, width)
    picture.thumbnail((width, picture.height), Image.Resampling.LANCZOS)
    for smaller in _narrowing(picture):
        for quality in QUALITIES:
            written = BytesIO()
            smaller.save(written, "WEBP", quality=quality, method=4)
            if written.tell() < MAX_BYTES:
                return Picture(written.getvalue(), "image/webp", smaller.width, smaller.height, alt_text="")
    raise Refused("the picture cannot be made small", code="picture_unreadable")


def letter_picture(content: bytes, width: int, max_bytes: int) -> Picture:
    """Return a JPEG copy of at most `max_bytes` and `width` pixels wide: Outlook shows no WebP.

    Raises Refused for what is no picture, or cannot be that small.
    """
    picture = _opened(content, width)
    picture.thumbnail((width, picture.height), Image.Resampling.LANCZOS)
    for smaller in _narrowing(picture):
        for quality in QUALITIES[:4]:
            written = BytesIO()
            smaller.save(written, "JPEG", quality=quality, optimize=True, progressive=True)
            if written.tell() <= max_bytes:
                return Picture(written.getvalue(), "image/jpeg", smaller.width, smaller.height, alt_text="")
    raise Refused("the picture cannot be made small", code="picture_unreadable")


def _opened(content: bytes, width: int) -> Image.Image:
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise Refused("the picture has too many pixels", code="picture_size")
            picture.draft("RGB", (width * 2, width * 2))
            upright = ImageOps.exif_transpose(picture)
            if not upright.has_transparency_data:
                return upright.convert("RGB")
            clear = upright.convert("RGBA")
            ground = Image.new("RGBA", clear.size, "white")
            return Image.alpha_composite(ground, clear).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise Refused("this is no picture we can read", code="picture_unreadable") from error


def _narrowing(picture: Image.Image) -> Iterator[Image.Image]:
    while picture.width > 32:
        yield picture
        picture = picture.resize((picture.width * 3 // 4, max(picture.height * 3 // 4, 1)), Image.Resampling.LANCZOS)
    yield picture
