"""Small copies for lists: light enough for a slow network."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.providers.contracts import Picture

MAX_BYTES = 30_000
_QUALITIES = (80, 65, 50, 35, 20)


def thumbnail(content: bytes, width: int) -> Picture:
    """Return a WebP copy of a picture of ours, `width` pixels wide and under 30 kB."""
    with Image.open(BytesIO(content)) as picture:
        height = max(1, round(picture.height * width / picture.width))
        small = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    for quality in _QUALITIES:
        written = BytesIO()
        small.save(written, "WEBP", quality=quality, method=4)
        if written.tell() < MAX_BYTES:
            break
    return Picture(content=written.getvalue(), media_type="image/webp", width=width, height=height, alt_text="")
