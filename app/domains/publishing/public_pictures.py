"""A publication's picture at an address anyone may fetch for an hour: Instagram comes for pictures itself.

The address holds the picture's key, signed with the site's secret: it opens that picture and nothing else, lists
nothing, and ends by itself. It is given to the network alone.
"""

from __future__ import annotations

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

from app.core import clock, storage

SECONDS = 3600
SALT = "public-picture"
# Instagram's shapes, width over height (k): between 4:5 and 1.91:1; our own 1200×627 is a hair too wide.
NARROWEST, WIDEST = 0.8, 1.91


def address(picture_key: str) -> str:
    """Return the public address of a picture, good for an hour."""
    settings = current_app.config["SETTINGS"]
    token = _signer().dumps([picture_key, int(clock.in_seconds(SECONDS).timestamp())])
    return f"{settings.public_url}/i/{token}.jpg"


def key_of(token: str) -> str | None:
    """Return the picture an address stands for; None once it is over, or where it is not ours."""
    try:
        key, until = _signer().loads(token)
    except (BadData, ValueError, TypeError):
        return None
    return str(key) if int(until) > clock.now().timestamp() else None


def jpeg(picture_key: str) -> bytes:
    """Return the picture as Instagram takes it: a JPEG of one of its shapes.

    Raises:
        StorageError: it could not be read.
        Refused: it is no picture.
    """
    # Loaded here: other pages never draw, and need not carry Pillow.
    from app.providers.photos.fitting import shaped_bytes

    return shaped_bytes(storage.store().get(picture_key).content, NARROWEST, WIDEST)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SETTINGS"].secret_key, salt=SALT)
