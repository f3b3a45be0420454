"""The pictures of publications: drawn, stored under keys that never change, and their addresses."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from app.core.storage import StoredFile, store
from app.domains.contents.models import Content
from app.providers import registry
from app.providers.contracts import ImageMaker, Picture, PictureRequest

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
    picture_key, thumbnail_key = (_keep(workspace_id, owner, each) for each in (picture, small))
    return KeptPicture(picture_key, thumbnail_key, picture.alt_text)


def _keep(workspace_id: int, owner: str, picture: Picture) -> str:
    digest = hashlib.sha256(owner.encode() + b"\0" + picture.content).hexdigest()[:16]
    key = f"{FOLDER}/{workspace_id}/{digest}.{_ENDINGS[picture.media_type]}"
    store().put(key, picture.content, picture.media_type)
    return key


def copied(content: Content, owner: str) -> tuple[str, str]:
    """Store a publication's picture and thumbnail again for another owner; return their keys, empty ones without.

    Raises:
        StorageError: they could not be read or kept.
    """
    picture, thumbnail = (
        _again(key, content.workspace_id, owner) if key else "" for key in (content.picture_key, content.thumbnail_key)
    )
    return picture, thumbnail


def _again(key: str, workspace_id: int, owner: str) -> str:
    stored = store().get(key)
    digest = hashlib.sha256(owner.encode() + b"\0" + stored.content).hexdigest()[:16]
    copy = f"{FOLDER}/{workspace_id}/{digest}.{_ENDINGS[stored.media_type]}"
    store().put(copy, stored.content, stored.media_type)
    return copy


def picture_of(content: Content) -> StoredFile:
    """Return the picture of a publication.

    Raises:
        StorageError: it could not be read; NotStored when there is none.
    """
    return store().get(content.picture_key)


def is_of_workspace(key: str, workspace_id: int) -> bool:
    """Tell whether a key names a picture of this workspace."""
    return (
        re.fullmatch(rf"{FOLDER}/{workspace_id}/[\w-]+\.(?:{'|'.join(_ENDINGS.values())})", key, re.ASCII) is not None
    )


def image_address(content: Content) -> str:
    """Return the address of a publication's picture, for a signed-in member of its workspace."""
    return f"/images/{content.picture_key}" if content.picture_key else NO_PICTURE


def thumbnail_address(content: Content) -> str:
    """Return the address of a publication's thumbnail, 400 pixels wide."""
    return f"/images/{content.thumbnail_key}" if content.thumbnail_key else image_address(content)
