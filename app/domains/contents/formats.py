"""A publication's picture in the other shapes networks ask for: made when first asked for, then kept."""

from __future__ import annotations

from app.core.storage import store
from app.domains.contents import pictures
from app.domains.contents.judging import Subject
from app.domains.contents.models import Content
from app.domains.contents.pictures import BARE, BASE, SHAPES, sibling
from app.domains.contents.picturing import drawn, dressed
from app.domains.workspaces.models import Workspace
from app.providers.contracts import Picture, PictureRequest


def formats(content: Content, workspace: Workspace, subject: Subject) -> dict[str, str]:
    """Return the storage keys of a picture's other shapes: "square" 1080×1080 and "story" 1080×1920.

    Empty for a publication without a picture. No transaction is needed.

    Raises:
        StorageError: a file could not be read or kept.
        ProviderError: a shape could not be made.
    """
    if not content.picture_key:
        return {}
    # The picture's own name is the seed: its drawing in another shape stays the same from one day to the next.
    seed = int(content.picture_key.rpartition("/")[2].partition(".")[0][:12], 16)
    asked = {
        name: pictures.request_for(subject, workspace, seed=seed, size=size, occasion=content.occasion)
        for name, size in SHAPES.items()
    }
    return {name: _shape(content.picture_key, name, request) for name, request in asked.items()}


def _shape(picture_key: str, name: str, request: PictureRequest) -> str:
    for ending in ("jpg", "png"):
        if store().exists(key := sibling(picture_key, name, ending)):
            return key
    made = _made(picture_key, request)
    key = sibling(picture_key, name, pictures.ending_of(made))
    store().put(key, made.content, made.media_type)
    return key


def _made(picture_key: str, request: PictureRequest) -> Picture:
    # Loaded here: pages never draw, and need not carry Pillow.
    from app.providers.photos.fitting import framed_bytes

    width, height = request.width, request.height
    if store().exists(base := sibling(picture_key, BASE)):
        content, _ = framed_bytes(store().get(base).content, width, height)
        return dressed(content, request)
    if store().exists(bare := sibling(picture_key, BARE)):
        content, media_type = framed_bytes(store().get(bare).content, width, height)
        return Picture(content, media_type, width, height, "")
    return drawn(request)
