"""The pictures of publications: drawn, stored under keys that never change, and their addresses."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from app.core.discarding import discard
from app.core.storage import StoredFile, store
from app.domains.contents.judging import Subject
from app.domains.contents.models import Content
from app.domains.contents.picturing import DRAWN, MadePicture, drawn
from app.domains.workspaces.models import Workspace
from app.providers.contracts import Picture, PictureRequest

THUMBNAIL_WIDTH = 400
FOLDER = "contents"
# What lies under the brand of a picture that was not drawn; BARE where no brand was wanted.
BASE, BARE = "base", "bare"
SIZE = (1200, 627)
# The other shapes networks ask for, in pixels.
SHAPES = {"square": (1080, 1080), "story": (1080, 1920)}
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
# One transparent pixel: an empty address would ask for the page itself.
NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@dataclass(frozen=True)
class KeptPicture:
    """Where a picture and its thumbnail are, and what they show."""

    picture_key: str
    thumbnail_key: str
    alt_text: str
    kind: str = DRAWN
    note: str = ""


def draw(request: PictureRequest, *, workspace_id: int, owner: str) -> KeptPicture:
    """Draw and store one picture with its thumbnail; the same request and owner give the same keys.

    `owner` is salt: two publications never share a file, so that one may be deleted without the other.

    Raises:
        StorageError: the files could not be kept.
        ProviderError: no picture could be made.
    """
    return keep(MadePicture(drawn(request), DRAWN), workspace_id=workspace_id, owner=owner)


def request_for(
    subject: Subject,
    workspace: Workspace,
    *,
    seed: int,
    size: tuple[int, int] = SIZE,
    occasion: str = "",
) -> PictureRequest:
    """Return what the picture of a publication shows: its prospect, in the colours of its author."""
    lead = subject.lead
    return PictureRequest(
        name=lead.name,
        city=lead.city,
        industry=lead.industry,
        primary_colour=workspace.primary_colour,
        accent_colour=workspace.accent_colour,
        seed=seed,
        width=size[0],
        height=size[1],
        category=lead.category,
        cuisine=lead.cuisine,
        occasion=occasion,
    )


def keep(made: MadePicture, *, workspace_id: int, owner: str) -> KeptPicture:
    """Store a picture made for `owner` with its thumbnail, and what lies under its brand.

    Raises:
        StorageError: the files could not be kept.
        ProviderError: the picture cannot be made small.
    """
    # Loaded here: pages never draw, and need not carry Pillow.
    from app.providers.drawn.thumbnails import thumbnail

    small = thumbnail(made.picture.content, THUMBNAIL_WIDTH)
    picture_key, thumbnail_key = (_keep(workspace_id, owner, each) for each in (made.picture, small))
    if made.base:
        store().put(sibling(picture_key, BASE if made.is_branded else BARE), made.base, "image/jpeg")
    return KeptPicture(picture_key, thumbnail_key, made.picture.alt_text, made.kind, made.note)


def sibling(picture_key: str, name: str, ending: str = "jpg") -> str:
    """Return the key of a file that goes with a picture, and is deleted with it."""
    return f"{picture_key.rpartition('.')[0]}-{name}.{ending}"


def files_of(picture_key: str) -> list[str]:
    """Return the keys of all that may be stored with a picture, itself first; most were never made."""
    if picture_key.endswith(".webp"):
        return [picture_key]
    others = [sibling(picture_key, name) for name in (BASE, BARE, *SHAPES)]
    return [picture_key, *others, *(sibling(picture_key, name, "png") for name in SHAPES)]


def ending_of(picture: Picture) -> str:
    """Return the ending of a picture's key."""
    return _ENDINGS[picture.media_type]


def _keep(workspace_id: int, owner: str, picture: Picture) -> str:
    digest = hashlib.sha256(owner.encode() + b"\0" + picture.content).hexdigest()[:16]
    key = f"{FOLDER}/{workspace_id}/{digest}.{ending_of(picture)}"
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
    for name in (BASE, BARE) if picture else ():
        if store().exists(sibling(content.picture_key, name)):
            under = store().get(sibling(content.picture_key, name))
            store().put(sibling(picture, name), under.content, under.media_type)
    return picture, thumbnail


def _again(key: str, workspace_id: int, owner: str) -> str:
    stored = store().get(key)
    digest = hashlib.sha256(owner.encode() + b"\0" + stored.content).hexdigest()[:16]
    copy = f"{FOLDER}/{workspace_id}/{digest}.{_ENDINGS[stored.media_type]}"
    store().put(copy, stored.content, stored.media_type)
    return copy


def delete(*keys: str) -> None:
    """Delete pictures that no publication shows any more, with all that goes with them; a failure is only noted."""
    discard(*(each for kept in keys if kept for each in files_of(kept)))


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
