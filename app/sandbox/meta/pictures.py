"""Pictures: sent whole, or fetched at a public address as the Graph does."""

from __future__ import annotations

import io

import requests
from PIL import Image, UnidentifiedImageError

LARGEST_BYTES = 8 * 1024 * 1024
AGENT = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"
# An Instagram picture is between 4:5 and 1.91:1 (k).
NARROWEST, WIDEST = 4 / 5, 1.91
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif"}


def fetched(address: str) -> bytes:
    """Fetch what is at an address, without a session and without following anybody; empty where it fails."""
    try:
        with requests.get(
            address, headers={"User-Agent": AGENT}, timeout=5, stream=True, allow_redirects=False
        ) as answer:
            if answer.status_code != 200 or not answer.headers.get("Content-Type", "").startswith("image/"):
                return b""
            return answer.raw.read(LARGEST_BYTES + 1, decode_content=True) or b""
    except (requests.RequestException, ValueError):
        return b""


def media_type_of(content: bytes) -> str:
    """Give the media type of a picture that can be read, or nothing."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            return FORMATS.get(image.format or "", "")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return ""


def suits_instagram(content: bytes) -> bool:
    """Tell whether a picture is a JPEG of the right shape and weight."""
    if len(content) > LARGEST_BYTES or media_type_of(content) != "image/jpeg":
        return False
    with Image.open(io.BytesIO(content)) as image:
        return NARROWEST <= image.width / image.height <= WIDEST
