"""The posters look as they did when someone last looked at them.

RECORD_GOLDEN=1 records them again: look at every new one before keeping it.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from app.providers.contracts import PictureRequest
from app.providers.drawn.compositions import COMPOSITIONS
from app.providers.drawn.maker import DrawnPictures
from tests.providers.drawn.posters import INDUSTRIES

GOLDEN = Path(__file__).parent / "golden"
SMALL = (120, 63)
# Another FreeType or zlib moves edges by a shade; a shape out of place moves far more.
MEAN_TOLERANCE = 2.0
WORST_TOLERANCE = 90


@pytest.mark.parametrize("seed", range(len(COMPOSITIONS)))
def test_each_composition_looks_as_recorded(seed: int) -> None:
    request = PictureRequest("Le Café Bleu", "Lévis", INDUSTRIES[seed % 4], "#1a2240", "#b93a12", seed)
    with Image.open(BytesIO(DrawnPictures().make(request).content)) as picture:
        drawn = picture.convert("RGB").resize(SMALL, Image.Resampling.BOX)
    path = GOLDEN / f"{COMPOSITIONS[seed].__name__}.png"
    if os.environ.get("RECORD_GOLDEN"):
        drawn.save(path, optimize=True)
    with Image.open(path) as recorded:
        difference = ImageStat.Stat(ImageChops.difference(drawn, recorded.convert("RGB")))
    assert max(difference.mean) <= MEAN_TOLERANCE
    assert max(high for _, high in difference.extrema) <= WORST_TOLERANCE
