"""The pictures of publications: drawn, stored under keys that never change, and their addresses."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.core.storage import StoredFile, store
from app.domains.contents.models import Content
from app.providers import registry
from app.providers.contracts import ImageMaker, PictureRequest

THUMBNAIL_WIDTH = 400
FOLDER = "contents"
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
# One transparent pixel: an empty address would ask for the page itself.
NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@dataclass(frozen=True)
class KeptPicture:
    """Where a picture and its thumbnail are, and what they show."""

    picture_key: str
    thumbnail_key: str
    alt_text: str


def draw(request: PictureRequest, *, workspace_id: int, owner: str) -> KeptPicture:
    """Draw and store one picture with its thumbnail; the same request and owner give the same keys.

    `owner` is salt: two publications never share a file, so that one may be deleted without the other.

    Raises:
        StorageError: the files could not be kept.
        ProviderError: no picture could be made.
    """
    # Loaded here: pages never draw, and need not carry Pillow.
    from app.providers.drawn.thumbnails import thumbnail

    maker: ImageMaker = registry.load("drawn", ImageMaker)
    picture = maker.make(request)
    small = thumbnail(picture.content, THUMBNAIL_WIDTH)
    keys = [_keep(workspace_id, owner, content, media_type)
            for content, media_type in ((picture.content, picture.media_type), (small.content, small.media_type))]  # fmt: skip
    return KeptPicture(keys[0], keys[1], picture.alt_text)


def _keep(workspace_id: int, owner: str, content: bytes, media_type: str) -> str:
    digest = hashlib.sha256(owner.encode() + b"\0" + content).hexdigest()[:16]
    key = f"{FOLDER}/{workspace_id}/{digest}.{_ENDINGS[media_type]}"
    store().put(key, content, media_type)
    return key


def picture_of(content: Content) -> StoredFile:
    """Return the picture of a publication.

    Raises:
        StorageError: it could not be read; NotStored when there is none.
    """
    return store().get(content.picture_key)


def is_of_workspace(key: str, workspace_id: int) -> bool:
    """Tell whether a key names a picture of this workspace."""
    return key.startswith(f"{FOLDER}/{workspace_id}/") and key.rpartition(".")[2] in _ENDINGS.values()


def image_address(content: Content) -> str:
    """Return the address of a publication's picture, for a signed-in member of its workspace."""
    return f"/images/{content.picture_key}" if content.picture_key else NO_PICTURE


def thumbnail_address(content: Content) -> str:
    """Return the address of a publication's thumbnail, 400 pixels wide."""
    return f"/images/{content.thumbnail_key}" if content.thumbnail_key else image_address(content)
