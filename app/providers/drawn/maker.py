"""The picture that is always there: a poster in the brand's colours."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.providers.contracts import Picture, PictureRequest
from app.providers.drawn.poster import compose
from app.providers.drawn.wording import alternative_text
from app.providers.errors import Refused

# LinkedIn and phones: a picture heavier than this is slow on a train.
MAX_BYTES = 300_000
SMALLEST_SIDE, LARGEST_SIDE = 100, 4096


class DrawnPictures:
    """Draw pictures; satisfies ImageMaker."""

    def make(self, request: PictureRequest) -> Picture:
        """Draw one poster, the same for the same request; raises Refused for an impossible size."""
        check_size(request)
        content, media_type = _encoded(compose(request).written())
        return Picture(
            content=content,
            media_type=media_type,
            width=request.width,
            height=request.height,
            alt_text=alternative_text(request.name, request.city),
        )


def check_size(request: PictureRequest) -> None:
    """Raise Refused for a size no network asks for."""
    if not all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in (request.width, request.height)):
        raise Refused(f"no picture of {request.width}×{request.height}", code="picture_size")


def _encoded(picture: Image.Image) -> tuple[bytes, str]:
    """Encode as PNG, whose flat colours stay pure, or as JPEG when that weighs too much."""
    content = _saved(picture, "PNG", compress_level=6)
    if len(content) < MAX_BYTES:
        return content, "image/png"
    for quality in range(90, 20, -15):
        content = _saved(picture, "JPEG", quality=quality, optimize=True)
        if len(content) < MAX_BYTES:
            break
    return content, "image/jpeg"


def _saved(picture: Image.Image, kind: str, **options: int) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()
