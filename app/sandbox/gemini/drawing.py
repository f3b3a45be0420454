"""The pictures the image models give: a sky, hills and a sun, true to the size asked."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from random import Random

from PIL import Image, ImageDraw

# Pixels of one K; the others are reckoned.
PIXELS = {"1:1": (1024, 1024), "16:9": (1344, 768), "9:16": (768, 1344), "4:5": (896, 1152), "5:4": (1152, 896)}
# A sky's top and bottom, then three hills from the farthest.
LIGHTS = (
    ("#8fb3cf", "#f3dcc0", "#a9b7a5", "#7f9a86", "#56755f"),
    ("#51648c", "#e8b38f", "#8d7c8f", "#5f5a75", "#3c4259"),
    ("#c5d8dc", "#f5efe2", "#d6a261", "#b56c3e", "#7d4a33"),
    ("#dfe8ee", "#f7f4ef", "#c3d1d8", "#97aebb", "#66828f"),
    ("#a8c3b0", "#f1e7c9", "#94ab6d", "#6b8a52", "#4a6640"),
)
SCALES = {"1K": 1, "2K": 2, "4K": 4}


@lru_cache(maxsize=16)
def picture(ratio: str, size: str, seed: int) -> str:
    """Draw a PNG and give it in base64; the same seed gives the same picture."""
    draw = Random(seed)
    width, height = (side * SCALES[size] for side in _pixels(ratio))
    top, bottom, *hills = draw.choice(LIGHTS)
    image = _sky(width, height, top, bottom)
    canvas = ImageDraw.Draw(image)
    radius = min(width, height) // 8
    x, y = draw.randrange(radius, width - radius), draw.randrange(radius, max(height // 2, radius + 1))
    canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(250, 236, 190))
    for row, colour in enumerate(hills):
        canvas.polygon(_ridge(width, height, height * (55 + row * 14) // 100, draw), fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return base64.b64encode(out.getvalue()).decode()


def _pixels(ratio: str) -> tuple[int, int]:
    wide, high = (int(side) for side in ratio.split(":"))
    scale = 1024 / (wide * high) ** 0.5
    return PIXELS.get(ratio, (int(wide * scale) // 16 * 16, int(high * scale) // 16 * 16))


def _sky(width: int, height: int, top: str, bottom: str) -> Image.Image:
    ramp = Image.linear_gradient("L").resize((width, height))
    return Image.composite(Image.new("RGB", ramp.size, bottom), Image.new("RGB", ramp.size, top), ramp)


def _ridge(width: int, height: int, level: int, draw: Random) -> list[tuple[int, int]]:
    step = width // 8
    ridge = [(x, level + draw.randrange(-height // 14, height // 14)) for x in range(0, width + step, step)]
    return [(0, height), *ridge, (width, height)]
