"""Put a person's own photo, or the drawn picture again, in the place of a publication's picture."""

from __future__ import annotations

import dataclasses

from app.core import clock
from app.core.background import after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import pictures, queries, wording
from app.domains.contents.judging import Subject
from app.domains.contents.models import Content
from app.domains.contents.pictures import KeptPicture
from app.domains.contents.picturing import DRAWN, PHOTO, MadePicture, drawn, dressed
from app.domains.contents.services.deciding import reopen
from app.domains.contents.services.decisions import UNSAID, Origin
from app.domains.contents.services.editing import LONGEST_ALT_TEXT, TextRefused
from app.domains.contents.services.storing import Change, replace_text
from app.domains.contents.states import ContentState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id
from app.providers.contracts import Picture, PictureRequest
from app.providers.errors import ProviderError

CAUSE = "photo"


def use_photo(
    content: Content, upload: bytes, by: int | None, *, with_brand: bool = True, origin: Origin = UNSAID
) -> None:
    """Show a person's photo, under the brand or alone, judge the publication again, and commit.

    An approved or rejected publication awaits a decision again, as after an edit of its text.

    Raises:
        TextRefused: the photo cannot be used; `field` is "photo".
        Conflict: published, changed meanwhile, or a demonstration.
        StorageError: the picture could not be kept.
    """
    workspace, subject = _open_to_change(content)
    request = pictures.request_for(subject, workspace, seed=content.id)
    # No transaction waits for a photo to be read.
    db.session.commit()
    _replace(content, _of_photo(upload, request, with_brand=with_brand), subject, by, origin)


def use_drawing(content: Content, by: int | None, *, origin: Origin = UNSAID) -> None:
    """Show a drawn picture again, another each time, judge the publication again, and commit.

    Raises:
        Conflict: published, changed meanwhile, or a demonstration.
        StorageError: the picture could not be kept.
    """
    workspace, subject = _open_to_change(content)
    request = pictures.request_for(subject, workspace, seed=int(clock.now().timestamp()))
    db.session.commit()
    _replace(content, MadePicture(drawn(request), DRAWN), subject, by, origin)


def _open_to_change(content: Content) -> tuple[Workspace, Subject]:
    if content.state == ContentState.PUBLISHED:
        raise Conflict(*wording.ALREADY[content.state])
    workspace = workspace_by_id(content.workspace_id)
    if workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
    return workspace, queries.subject_of(content, workspace)


def _of_photo(upload: bytes, request: PictureRequest, *, with_brand: bool) -> MadePicture:
    # Loaded here: pages never read photos, and need not carry Pillow.
    from app.providers.photos import fitting, reading

    try:
        photo = reading.read_photo(upload)
        if with_brand:
            picture = dressed(photo.content, request)
        else:
            content, media_type = fitting.fitted_bytes(photo.content, request.width, request.height)
            picture = Picture(content, media_type, request.width, request.height, "")
    except ProviderError as error:
        message = wording.PHOTO_ERRORS.get(error.code, wording.PHOTO_ERRORS["corrupt"])
        raise TextRefused("photo", error.code, message) from error
    told = dataclasses.replace(picture, alt_text=wording.photo_alt(request.name, request.city))
    return MadePicture(told, PHOTO, base=photo.content, is_branded=with_brand)


def _replace(content: Content, made: MadePicture, subject: Subject, by: int | None, origin: Origin) -> None:
    # The same photo twice is two files: the former ones are deleted below.
    owner = f"photo-{content.id}-{clock.now().timestamp()}"
    kept = pictures.keep(made, workspace_id=content.workspace_id, owner=owner)
    try:
        former = (content.picture_key, content.thumbnail_key)
        reopen(content, by, origin)
        replace_text(content, _change(content, kept, by, origin), subject)
    except Conflict:
        db.session.rollback()
        pictures.delete(kept.picture_key, kept.thumbnail_key)
        raise
    after_commit(lambda: pictures.delete(*former))
    db.session.commit()


def _change(content: Content, kept: KeptPicture, by: int | None, origin: Origin) -> Change:
    return Change(
        text=content.text,
        hashtags=content.hashtags,
        alt_text=kept.alt_text[:LONGEST_ALT_TEXT],
        writer=content.writer,
        cause=CAUSE,
        by=by,
        note=content.writer_note,
        model=content.model,
        prompt_version=content.prompt_version,
        origin=origin,
        picture={
            "picture_key": kept.picture_key,
            "thumbnail_key": kept.thumbnail_key,
            "picture_kind": kept.kind,
            "picture_note": kept.note,
        },
    )
