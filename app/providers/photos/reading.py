"""Open a picture nobody vouches for: its content decides, its header is read first, and memory stays bounded."""

from __future__ import annotations

import re
import struct
import threading
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from app.providers.errors import Refused
from app.providers.photos.colours import in_srgb
from app.providers.photos.fitting import encoded

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 40_000_000
SMALLEST_SIDE = 200
# What is kept: enough for every format a network asks.
LONGEST_SIDE = 2000
_BOX = (LONGEST_SIDE, LONGEST_SIDE)
# What decoding may take at once, in bytes; with the rest of the reading it stays under 150 MB.
DECODING_BUDGET = 100_000_000
# A progressive JPEG has about ten scans; each one more is a pass over every pixel.
MOST_SCANS = 100
FORMATS = ("JPEG", "PNG", "WEBP")
# Measured: WebP keeps several whole copies while it decodes.
_WEBP_BYTES_A_PIXEL = 16
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_HEIC = re.compile(rb"....ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])", re.DOTALL)
_SVG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<svg\b", re.DOTALL)
# Two large photos at once would take twice the memory.
_one_at_a_time = threading.Lock()


class PhotoRefused(Refused):
    """The photo cannot be used: too_heavy, too_many_pixels, too_small, not_a_photo, svg, heic, animated, corrupt."""

    def __init__(self, code: str) -> None:
        super().__init__(f"photo refused: {code}", code=code)


@dataclass(frozen=True)
class ReadPhoto:
    """A photo made clean: upright, sRGB, no metadata, at most 2000 pixels a side."""

    content: bytes
    media_type: str
    width: int
    height: int


def read_photo(content: bytes, *, most_bytes: int = MOST_BYTES, most_pixels: int = MOST_PIXELS) -> ReadPhoto:
    """Read an uploaded photo and write it again, clean.

    Raises:
        PhotoRefused: see its codes.
    """
    image = open_photo(content, most_bytes=most_bytes, most_pixels=most_pixels)
    if min(image.size) < SMALLEST_SIDE:
        raise PhotoRefused("too_small")
    clean, media_type = encoded(image, most_bytes=2_000_000)
    return ReadPhoto(clean, media_type, image.width, image.height)


def open_photo(content: bytes, *, most_bytes: int = MOST_BYTES, most_pixels: int = MOST_PIXELS) -> Image.Image:
    """Return the pixels of a picture: upright, RGB, reduced, without anything else the file held.

    Raises:
        PhotoRefused: see its codes.
    """
    if len(content) > most_bytes:
        raise PhotoRefused("too_heavy")
    _refuse_other_kinds(content)
    _refuse_giant(content, most_pixels)
    _refuse_endless(content)
    try:
        with _one_at_a_time:
            return _clean(_decoded(content, most_pixels))
    except UnidentifiedImageError as error:
        raise PhotoRefused("not_a_photo") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PhotoRefused("too_many_pixels") from error
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, struct.error) as error:
        # Pillow's readers meet a broken file with any of these.
        raise PhotoRefused("corrupt") from error


def _refuse_other_kinds(content: bytes) -> None:
    start = content[:4096]
    if _SVG.match(start):
        raise PhotoRefused("svg")
    if _HEIC.match(start):
        raise PhotoRefused("heic")


def _refuse_endless(content: bytes) -> None:
    # Inside a scan every 0xFF is followed by a zero: these two bytes are always a scan's start.
    if content.startswith(b"\xff\xd8") and content.count(b"\xff\xda") > MOST_SCANS:
        raise PhotoRefused("corrupt")


def _refuse_giant(content: bytes, most_pixels: int) -> None:
    # Before Pillow, which reads every chunk that precedes the pixels.
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        if width * height > most_pixels:
            raise PhotoRefused("too_many_pixels")


def _refuse_costly(opened: ImageFile.ImageFile, most_pixels: int) -> None:
    pixels = opened.width * opened.height
    # Phones hide a second view in a JPEG (MPO): its first one is the photo.
    is_jpeg = opened.format in ("JPEG", "MPO")
    if not is_jpeg and getattr(opened, "is_animated", False):
        raise PhotoRefused("animated")
    if pixels > most_pixels or _bytes_to_decode(opened, is_jpeg=is_jpeg) > DECODING_BUDGET:
        raise PhotoRefused("too_many_pixels")


def _bytes_to_decode(opened: ImageFile.ImageFile, *, is_jpeg: bool) -> float:
    """Estimate what decoding keeps in memory."""
    pixels = opened.width * opened.height
    if opened.format == "WEBP":
        return pixels * _WEBP_BYTES_A_PIXEL
    if not is_jpeg:
        # Transparent pictures are premultiplied into a copy before they are reduced.
        return pixels * {"1": 5, "L": 1, "RGB": 4}.get(opened.mode, 8)
    decoded = 4.0 * pixels / _jpeg_scale(opened.size) ** 2
    layers: list[tuple[int, int, int, int]] = getattr(opened, "layer", [])
    if not opened.info.get("progressive") or not layers:
        return decoded
    # A progressive JPEG keeps two bytes a sample until its end, however small it is drawn.
    widest, highest = max(layer[1] for layer in layers), max(layer[2] for layer in layers)
    return decoded + pixels * sum(2 * layer[1] * layer[2] for layer in layers) / (widest * highest)


def _jpeg_scale(size: tuple[int, int]) -> int:
    return next((scale for scale in (8, 4, 2) if max(size) >= scale * LONGEST_SIDE), 1)


def _decoded(content: bytes, most_pixels: int) -> Image.Image:
    """Decode and reduce; the full size is forgotten on return, before anything else takes room."""
    with Image.open(BytesIO(content), formats=FORMATS) as opened:
        _refuse_costly(opened, most_pixels)
        scale = _jpeg_scale(opened.size)
        # JPEG alone can be drawn smaller as it is read.
        opened.draft(None, (opened.width // scale, opened.height // scale))
        opened.load()
        image: Image.Image = opened
        if image.mode in ("P", "PA", "1"):
            image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        if image.mode.startswith("I"):
            image = image.convert("I").point(lambda level: level / 256).convert("L")
        if (factor := max(image.size) // LONGEST_SIDE) > 1:
            image = image.reduce(factor)
        elif max(image.size) > LONGEST_SIDE:
            image = ImageOps.contain(image, _BOX, Image.Resampling.LANCZOS)
        turn = _TURNS.get(opened.getexif().get(_ORIENTATION, 1))
        image = image if turn is None else image.transpose(turn)
        # Reducing and turning forget the profile.
        image.info = {key: opened.info[key] for key in ("icc_profile", "transparency") if key in opened.info}
        return image


def _clean(image: Image.Image) -> Image.Image:
    """Copy the pixels alone onto white: the comment, the place and the camera stay behind."""
    if max(image.size) > LONGEST_SIDE:
        info = image.info
        image = ImageOps.contain(image, _BOX, Image.Resampling.LANCZOS)
        image.info = info
    coloured = in_srgb(image)
    ground = Image.new("RGB", image.size, "white")
    ground.paste(coloured, mask=coloured.getchannel("A") if coloured.mode == "RGBA" else None)
    return ground
