"""Cut a picture to a size, and write it light."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

# LinkedIn and phones: a picture heavier than this is slow on a train.
MAX_BYTES = 300_000
QUALITIES = (90, 84, 76, 66, 54, 40, 25)
# What matters in a photo is rather above its middle.
CENTRE = (0.5, 0.42)


def fitted(image: Image.Image, width: int, height: int) -> Image.Image:
    """Return the picture filling exactly this size; what stands out is cut away."""
    return ImageOps.fit(image, (width, height), Image.Resampling.LANCZOS, centering=CENTRE)


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
