"""Lists stay light, and refuse what is no picture."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from PIL import Image

from app.providers.drawn.maker import DrawnPictures
from app.providers.drawn.thumbnails import MAX_BYTES, thumbnail
from app.providers.errors import Refused
from tests.providers.drawn.posters import poster_of


def _encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()


@pytest.mark.parametrize("width", [400, 800])
def test_a_poster_becomes_a_light_copy(width: int) -> None:
    small = thumbnail(DrawnPictures().make(poster_of(6)).content, width)
    assert len(small.content) < MAX_BYTES
    assert (small.width, small.media_type) == (width, "image/webp")
    assert small.width / small.height == pytest.approx(1200 / 627, rel=0.01)


def test_even_noise_becomes_light() -> None:
    noise = Image.frombytes("RGB", (900, 900), os.urandom(900 * 900 * 3))
    assert len(thumbnail(_encoded(noise, "PNG"), 800).content) < MAX_BYTES


def test_a_small_picture_is_never_enlarged() -> None:
    assert thumbnail(_encoded(Image.new("RGB", (90, 40)), "PNG"), 400).width == 90


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    small = thumbnail(_encoded(Image.new("RGB", (200, 100)), "JPEG", exif=exif), 400)
    assert (small.width, small.height) == (100, 200)


def test_transparency_becomes_white() -> None:
    small = thumbnail(_encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"), 400)
    with Image.open(BytesIO(small.content)) as opened:
        assert opened.convert("RGB").getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00 an executable", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
     _encoded(Image.new("RGB", (300, 300), "red"), "JPEG")[:200], _encoded(Image.new("1", (9000, 9000)), "PNG")],
    ids=["nothing", "executable", "svg", "cut", "bomb"],
)  # fmt: skip
def test_what_is_no_honest_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        thumbnail(content, 400)
