"""Cut a picture to a size, and write it light."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image, ImageFilter, ImageOps

from app.providers.errors import Refused

# LinkedIn and phones: a picture heavier than this is slow on a train.
MAX_BYTES = 300_000
QUALITIES = (90, 84, 76, 66, 54, 40, 25)
# What matters in a photo is rather above its middle.
CENTRE = (0.5, 0.42)
# Beyond this a picture looks soft; with less of it left, nobody knows what it showed.
MOST_ENLARGED, LEAST_SHOWN = 2.0, 0.5


def fitted(image: Image.Image, width: int, height: int) -> Image.Image:
    """Return the picture filling exactly this size; what stands out is cut away."""
    return ImageOps.fit(image, (width, height), Image.Resampling.LANCZOS, centering=CENTRE)


def framed(image: Image.Image, width: int, height: int) -> Image.Image:
    """Return the picture at this size, whole on a blurred ground of itself where filling would cut or blur too much."""
    cover = max(width / image.width, height / image.height)
    shown = (width * height) / (image.width * image.height * cover**2)
    if cover <= MOST_ENLARGED and shown >= LEAST_SHOWN:
        return fitted(image, width, height)
    # Blurred small, then enlarged: the same look for a hundredth of the work.
    small = fitted(image, max(width // 12, 1), max(height // 12, 1)).filter(ImageFilter.GaussianBlur(4))
    ground = small.resize((width, height), Image.Resampling.BICUBIC).point(lambda level: level * 0.8)
    whole = ImageOps.contain(image, (width, height), Image.Resampling.LANCZOS)
    ground.paste(whole, ((width - whole.width) // 2, int((height - whole.height) * CENTRE[1])))
    return ground


def fitted_bytes(content: bytes, width: int, height: int) -> tuple[bytes, str]:
    """Return one of our own pictures cut to a size, and its media type; raises Refused for what is no picture."""
    return encoded(fitted(_ours(content), width, height))


def framed_bytes(content: bytes, width: int, height: int) -> tuple[bytes, str]:
    """Return one of our own pictures framed at a size, and its media type; raises Refused for what is no picture."""
    return encoded(framed(_ours(content), width, height))


def shaped_bytes(content: bytes, narrowest: float, widest: float) -> bytes:
    """Return one of our own pictures as a JPEG whose width over its height is within these bounds.

    A little too wide, its sides are cut; too narrow, it is framed. Raises Refused for what is no picture.
    """
    image = _ours(content)
    shape = image.width / image.height
    if shape > widest:
        image = framed(image, max(int(image.height * widest), 1), image.height)
    elif shape < narrowest:
        image = framed(image, max(math.ceil(image.height * narrowest), 1), image.height)
    return encoded(image)[0]


def _ours(content: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
            return image.convert("RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused("a picture of ours cannot be read", code="picture_unreadable") from error


def encoded(image: Image.Image, *, most_bytes: int = MAX_BYTES) -> tuple[bytes, str]:
    """Encode as a JPEG that weighs less than `most_bytes` where quality allows, and return its media type."""
    content = b""
    for quality in QUALITIES:
        written = BytesIO()
        image.save(written, "JPEG", quality=quality, optimize=True)
        content = written.getvalue()
        if len(content) < most_bytes:
            break
    return content, "image/jpeg"
