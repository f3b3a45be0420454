"""Photos that strangers send: read by content, made clean, never at the cost of the machine's memory."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw

from app import ROOT
from app.providers.photos.fitting import encoded, fitted
from app.providers.photos.reading import PhotoRefused, read_photo

RED, BLUE, WHITE = (200, 30, 30), (30, 60, 200), (255, 255, 255)
MOST_MEMORY_MB = 150
MEASURE = """
import sys
from pathlib import Path
from PIL import Image
from app.providers.errors import Refused
from app.providers.photos.reading import open_photo, read_photo
open_photo(Path(sys.argv[2]).read_bytes())
Path("/proc/self/clear_refs").write_text("5")
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
before = peak()
try:
    photo = read_photo(Path(sys.argv[1]).read_bytes())
    said = f"{photo.width}x{photo.height}"
except Refused as error:
    said = error.code
print(said, (peak() - before) // 1024)
"""


def halves(mode: str = "RGB", size: tuple[int, int] = (800, 600)) -> Image.Image:
    """Draw a picture red on its left and blue on its right."""
    image = Image.new("RGB", size, RED)
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, *size), fill=BLUE)
    return image if mode == "RGB" else image.convert(mode)


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as image:
        image.load()
        return image


def is_like(colour: Any, expected: tuple[int, int, int], tolerance: int = 14) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(colour, expected, strict=True))


def zeros_png(width: int, height: int) -> bytes:
    """Write a real PNG of zeros, cheaply: 200 million pixels weigh 200 kB."""
    squeezed, rows = zlib.compressobj(1), bytes((width + 1) * 100)
    body = b"".join(squeezed.compress(rows) for _ in range(height // 100)) + squeezed.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"),
     ("PNG", "1"), ("PNG", "I;16"), ("WEBP", "RGB"), ("WEBP", "RGBA")],
)  # fmt: skip
def test_each_kind_of_photo_becomes_a_plain_one(kind: str, mode: str) -> None:
    source = halves("L").convert("I").point(lambda level: level * 256).convert(mode) if ";" in mode else halves(mode)
    photo = read_photo(written(source, kind))
    image = opened(photo.content)
    assert (photo.media_type, image.format, image.mode, image.size) == ("image/jpeg", "JPEG", "RGB", (800, 600))
    left, right = image.getpixel((200, 300)), image.getpixel((600, 300))
    if mode in ("RGB", "RGBA", "P", "CMYK"):
        assert is_like(left, RED, 40) and is_like(right, BLUE, 40)
    if mode in ("L", "LA", "I;16"):
        assert is_like(left, (81, 81, 81)) and is_like(right, (67, 67, 67))


def test_a_photo_taken_sideways_stands_upright_and_tells_nothing() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "MarqueDuTéléphone"
    exif[0x8825] = {1: "N", 2: (46.0, 48.0, 0.0)}
    photo = read_photo(written(halves(), exif=exif, comment=b"prise chez moi", dpi=(72, 72)))
    image = opened(photo.content)
    assert (photo.width, photo.height) == image.size == (600, 800)
    assert is_like(image.getpixel((300, 100)), RED) and is_like(image.getpixel((300, 700)), BLUE)
    assert not image.getexif()
    assert {"exif", "comment", "icc_profile", "xmp"}.isdisjoint(image.info)
    assert b"Marque" not in photo.content and b"chez moi" not in photo.content


def test_transparency_becomes_white() -> None:
    image = halves("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 400, 600))
    assert is_like(opened(read_photo(written(image, "PNG")).content).getpixel((200, 300)), WHITE)


def test_colours_of_a_profile_are_brought_to_srgb_and_a_false_profile_is_ignored() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (lab, b"ceci n'est pas un profil"):
        image = opened(read_photo(written(halves(), icc_profile=profile)).content)
        assert is_like(image.getpixel((200, 300)), RED)
        assert "icc_profile" not in image.info


def test_a_second_view_hidden_in_a_photo_changes_nothing() -> None:
    content = written(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (800, 600), "white")])
    assert is_like(opened(read_photo(content).content).getpixel((200, 300)), RED)


def test_a_large_photo_is_reduced() -> None:
    photo = read_photo(written(halves(size=(4800, 3600))))
    assert max(photo.width, photo.height) <= 2000
    assert photo.width / photo.height == pytest.approx(4 / 3, abs=0.01)


def moving(kind: str) -> bytes:
    return written(halves(), kind, save_all=True, append_images=[Image.new("RGB", (800, 600), "white")], duration=100)


REFUSED = {
    "svg": (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"></svg>', "svg"),
    "svg_bare": (b"<svg onload='alert(1)'>", "svg"),
    "executable": (b"MZ\x90\x00" + bytes(4096), "not_a_photo"),
    "elf": (b"\x7fELF" + bytes(4096), "not_a_photo"),
    "page": (b"<!DOCTYPE html><script>alert(1)</script>", "not_a_photo"),
    "gif": (written(halves(), "GIF"), "not_a_photo"),
    "tiff": (written(halves(), "TIFF"), "not_a_photo"),
    "pdf": (b"%PDF-1.7\n" + bytes(100), "not_a_photo"),
    "nothing": (b"", "not_a_photo"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
    "avif": (written(halves(), "AVIF"), "heic"),
    "truncated_jpeg": (written(halves(), quality=95)[:-2000], "corrupt"),
    "truncated_png": (written(halves(), "PNG")[:-300], "corrupt"),
    "truncated_webp": (written(halves(), "WEBP")[:-300], "corrupt"),
    "only_a_header": (written(halves())[:200], "corrupt"),
    "moving_png": (moving("PNG"), "animated"),
    "moving_webp": (moving("WEBP"), "animated"),
    "tiny": (written(halves(size=(199, 600))), "too_small"),
    "heavy": (b"\xff\xd8\xff" + bytes(12 * 1024 * 1024), "too_heavy"),
    "giant_png": (zeros_png(20_000, 10_000), "too_many_pixels"),
    "giant_jpeg": (written(Image.new("L", (8000, 5100))), "too_many_pixels"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_is_refused_by_its_content(name: str) -> None:
    content, code = REFUSED[name]
    with pytest.raises(PhotoRefused) as caught:
        read_photo(content)
    assert (caught.value.code, caught.value.permanent) == (code, True)


def test_a_photo_broken_anywhere_is_a_refusal_and_never_a_crash() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        whole = written(halves(size=(240, 200)), kind)
        for place in range(0, len(whole), max(len(whole) // 60, 1)):
            broken = whole[:place] + b"\xff\x00\xd9" + whole[place + 3 :]
            try:
                read_photo(broken)
            except PhotoRefused as error:
                assert error.code in {"corrupt", "not_a_photo", "too_many_pixels", "too_small"}


def endless_jpeg(scans: int) -> bytes:
    """Repeat the last scan of a progressive JPEG: each one costs a pass over the whole picture."""
    whole = written(Image.new("RGB", (4000, 3000), RED), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * scans + b"\xff\xd9"


def test_a_photo_that_would_be_read_a_thousand_times_over_is_refused() -> None:
    assert read_photo(endless_jpeg(3)).width == 2000
    with pytest.raises(PhotoRefused) as caught:
        read_photo(endless_jpeg(1000))
    assert caught.value.code == "corrupt"


def textured(size: tuple[int, int], mode: str) -> Image.Image:
    soft = Image.frombytes(mode, (20, 20), os.urandom(400 * len(mode)))
    return soft.resize(size, Image.Resampling.BILINEAR)


def costly(name: str) -> bytes:
    makers = {
        "giant_png": lambda: zeros_png(20_000, 10_000),
        "largest_jpeg": lambda: written(textured((7300, 5400), "RGB"), quality=60),
        "whole_jpeg": lambda: written(textured((3990, 3990), "RGB"), exif=_sideways()),
        "progressive_jpeg": lambda: written(textured((5600, 4200), "RGB"), quality=60, progressive=True),
        "largest_png": lambda: written(textured((5000, 4990), "RGB"), "PNG", compress_level=1),
        "transparent_png": lambda: written(textured((3990, 3100), "RGBA").quantize(64).convert("RGBA"), "PNG"),
        "palette_png": lambda: written(textured((3900, 3100), "RGB").quantize(32), "PNG"),
        "largest_webp": lambda: written(textured((2900, 2100), "RGB"), "WEBP", quality=50, method=0),
    }
    return makers[name]()


def _sideways() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="peaks are read from Linux's /proc")
@pytest.mark.parametrize(
    ("name", "most"),
    [("giant_png", 20), *[(each, MOST_MEMORY_MB) for each in (
        "largest_jpeg", "whole_jpeg", "progressive_jpeg", "largest_png", "transparent_png", "palette_png",
        "largest_webp")]],
)  # fmt: skip
def test_no_photo_takes_more_than_its_share_of_memory(name: str, most: int, tmp_path: Path) -> None:
    photo, small = tmp_path / "photo", tmp_path / "small"
    photo.write_bytes(costly(name))
    small.write_bytes(written(halves()))
    found = subprocess.run(
        [sys.executable, "-c", MEASURE, photo, small], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    said, peak = found.stdout.split()
    print(f"{name}: {photo.stat().st_size / 1e6:.1f} MB, {said}, peak +{peak} MB")
    assert said == "too_many_pixels" if name == "giant_png" else said[0].isdigit(), said
    assert int(peak) <= most


@pytest.mark.parametrize("size", [(1200, 627), (1080, 1080), (1080, 1920)])
def test_a_photo_fills_each_format_and_stays_light(size: tuple[int, int]) -> None:
    noisy = Image.frombytes("RGB", (500, 400), os.urandom(600_000)).resize((2000, 1600))
    content, media_type = encoded(fitted(noisy, *size))
    assert opened(content).size == size
    assert media_type == "image/jpeg"
    assert len(content) < 300_000
