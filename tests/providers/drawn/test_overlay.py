"""Whatever the photo, the brand laid over it can be read, and the whole stays light."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from PIL import Image

from app.providers.contracts import PictureRequest
from app.providers.drawn.maker import MAX_BYTES
from app.providers.drawn.overlay import lay_over, plate_of
from app.providers.drawn.palette import MIN_CONTRAST, contrast
from app.providers.errors import Refused
from tests.providers.drawn.posters import ODD_NAMES, poster_of

SIZES = ((1200, 627), (1080, 1080), (1080, 1920))


def _file(image: Image.Image, kind: str = "PNG") -> bytes:
    written = BytesIO()
    image.save(written, kind)
    return written.getvalue()


def _noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_even_noise_gives_a_light_picture_of_the_size_asked_for(width: int, height: int) -> None:
    laid = lay_over(_file(_noise(900, 1400)), poster_of(0, width, height))
    assert len(laid.content) < MAX_BYTES
    with Image.open(BytesIO(laid.content)) as opened:
        assert (opened.size, opened.format) == ((width, height), "JPEG")
        assert (laid.width, laid.height, laid.media_type) == (width, height, "image/jpeg")


@pytest.mark.parametrize("below", ["white", "black", "#7f7f7f", "yellow"])
@pytest.mark.parametrize("seed", range(6))
def test_words_stand_out_from_their_plate_whatever_lies_below(below: str, seed: int) -> None:
    request = PictureRequest("HHHHHH", "Lévis", "other", "#ffff00", "#ffffff", seed)
    with Image.open(BytesIO(lay_over(Image.new("RGB", (1200, 627), below), request).content)) as opened:
        seen = opened.convert("RGB")
    box = plate_of(request).image.getbbox()
    assert box
    plate = plate_of(request).image.getpixel((box[0] + 30, box[3] - 12))
    assert isinstance(plate, tuple)
    inner = seen.crop((box[0] + 24, box[1] + 24, box[2] - 24, box[3] - 24))
    colours = [colour for _, colour in inner.getcolors(1_000_000) or [] if isinstance(colour, tuple)]
    best = max(contrast((r, g, b), (plate[0], plate[1], plate[2])) for r, g, b in colours)
    assert best >= MIN_CONTRAST


def test_the_photo_is_seen_beside_the_brand() -> None:
    laid = lay_over(Image.new("RGB", (1600, 900), (10, 200, 30)), poster_of(4))
    with Image.open(BytesIO(laid.content)) as opened:
        seen = opened.convert("RGB").resize((60, 31), Image.Resampling.BOX)
    green = sum(count for count, colour in seen.getcolors(2000) or [] if isinstance(colour, tuple) and colour[1] > 150)
    assert green > 60 * 31 * 0.4


def test_odd_names_neither_break_the_plate_nor_leave_the_picture() -> None:
    for seed, name in enumerate(ODD_NAMES):
        width, height = SIZES[seed % len(SIZES)]
        request = PictureRequest(name, "Saint-Louis-du-Ha! Ha!", "other", "#000000", "#000000", seed, width, height)
        box = plate_of(request).image.getbbox()
        assert box and box[0] >= 0 and box[1] > height * 0.3 and box[2] <= width and box[3] <= height


def test_a_sideways_photo_stands_upright() -> None:
    sideways = Image.new("RGB", (900, 1600), "blue")
    sideways.paste("red", (0, 0, 450, 1600))
    exif = Image.Exif()
    exif[0x0112] = 6
    written = BytesIO()
    sideways.save(written, "JPEG", exif=exif)
    with Image.open(BytesIO(lay_over(written.getvalue(), poster_of(1)).content)) as opened:
        colour = opened.convert("RGB").getpixel((1150, 8))
        assert isinstance(colour, tuple) and colour[0] > 200 > 60 > colour[2]
        assert not opened.getexif()


@pytest.mark.parametrize("content", [b"", b"MZ an executable", b"<svg/>", _file(Image.new("1", (9000, 9000)))])
def test_what_is_no_honest_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        lay_over(content, poster_of(1))
