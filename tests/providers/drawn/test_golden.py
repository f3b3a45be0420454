"""The posters look as they did when someone last looked at them.

After a wanted change, record them again, then look at every new one before keeping it:

    RECORD_GOLDEN=1 python -m pytest tests/providers/drawn/test_golden.py
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from app.providers.contracts import Picture, PictureRequest
from app.providers.drawn.compositions import COMPOSITIONS
from app.providers.drawn.maker import DrawnPictures
from app.providers.drawn.overlay import lay_over
from tests.providers.drawn.posters import INDUSTRIES

GOLDEN = Path(__file__).parent / "golden"
WIDE, TALL = (1200, 627), (1080, 1920)
LARGEST = (300, 300)
HEAVIEST = 15_000
# Another FreeType or zlib moves edges by a shade; a shape out of place moves far more.
MEAN_TOLERANCE = 1.5
FAR, FAR_SHARE = 60, 0.004


def _request(seed: int, size: tuple[int, int]) -> PictureRequest:
    return PictureRequest("Le Café Bleu", "Lévis", INDUSTRIES[seed % 4], "#1a2240", "#b93a12", seed, *size)


def _photo() -> Image.Image:
    photo = Image.new("RGB", (1600, 1200), (150, 190, 210))
    photo.paste((90, 120, 70), (0, 700, 1600, 1200))
    photo.paste((240, 200, 90), (700, 300, 1000, 600))
    return photo


def _small(picture: Picture) -> Image.Image:
    with Image.open(BytesIO(picture.content)) as opened:
        small = opened.convert("RGB")
    small.thumbnail(LARGEST, Image.Resampling.BOX, reducing_gap=None)
    return small


def _compare(drawn: Image.Image, name: str) -> None:
    path = GOLDEN / f"{name}.webp"
    if os.environ.get("RECORD_GOLDEN"):
        drawn.save(path, lossless=True, quality=100, method=6)
    assert path.stat().st_size < HEAVIEST
    with Image.open(path) as recorded:
        difference = ImageChops.difference(drawn, recorded.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) <= MEAN_TOLERANCE
    far = sum(difference.convert("L").histogram()[FAR:])
    assert far <= drawn.width * drawn.height * FAR_SHARE


@pytest.mark.parametrize("size", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize("seed", range(len(COMPOSITIONS)))
def test_each_composition_looks_as_recorded(seed: int, size: tuple[int, int]) -> None:
    name = f"{COMPOSITIONS[seed].__name__}-{'wide' if size == WIDE else 'tall'}"
    _compare(_small(DrawnPictures().make(_request(seed, size))), name)


@pytest.mark.parametrize(("name", "seed"), [("card", 1), ("band", 3)])
def test_the_brand_over_a_photo_looks_as_recorded(name: str, seed: int) -> None:
    _compare(_small(lay_over(_photo(), _request(seed, WIDE))), name)


def test_a_motif_gone_missing_is_noticed() -> None:
    drawn = _small(DrawnPictures().make(_request(2, WIDE)))
    drawn.paste((26, 34, 64), (220, 50, 270, 110))
    with pytest.raises(AssertionError):
        _compare(drawn, "panel-wide")
