"""A person's own photo in the place of a publication's picture, or a drawn one again."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.core.errors import Conflict
from app.core.storage import StorageError
from app.domains.contents import photos, services
from app.domains.contents.models import Content
from app.domains.publishing import page_words
from app.domains.publishing.forms import PhotoForm
from app.domains.publishing.routes.base import blueprint, load, origin


def _page(content: Content, form: PhotoForm, status: int = 200) -> ResponseReturnValue:
    return render_template("publishing/photo.html", content=content, form=form), status


def _back(content_id: int, said: str, tone: str) -> ResponseReturnValue:
    flash(said, tone)
    return redirect(url_for("publishing.show_content", content_id=content_id), code=303)


def _kept(content: Content, form: PhotoForm, upload: bytes) -> ResponseReturnValue:
    try:
        photos.use_photo(content, upload, current_user.id, with_brand=bool(form.brand.data), origin=origin())
    except services.TextRefused as refusal:
        form.photo.errors = [refusal.message]
        return _page(content, form, 422)
    except Conflict as refusal:
        return _back(content.id, refusal.message, "bad")
    except StorageError:
        form.photo.errors = [page_words.STORAGE_DOWN]
        return _page(content, form, 503)
    return _back(content.id, page_words.PHOTO_KEPT, "good")


@blueprint.get("/contenus/<int:content_id>/photo")
@requires("content.write")
def edit_photo(content_id: int) -> ResponseReturnValue:
    """Ask for a photo."""
    return _page(load(content_id), PhotoForm(brand=True))


@blueprint.post("/contenus/<int:content_id>/photo")
@requires("content.write")
def create_photo(content_id: int) -> ResponseReturnValue:
    """Show the photo, under the brand or alone."""
    content, form = load(content_id), PhotoForm()
    upload = request.files.get("photo")
    given = upload.read() if upload is not None else b""
    if not given:
        form.photo.errors = [page_words.PHOTO_NEEDED]
        return _page(content, form, 422)
    return _kept(content, form, given)


@blueprint.delete("/contenus/<int:content_id>/photo")
@requires("content.write")
def delete_photo(content_id: int) -> ResponseReturnValue:
    """Have a picture drawn again, another each time."""
    try:
        photos.use_drawing(load(content_id), current_user.id, origin=origin())
    except Conflict as refusal:
        return _back(content_id, refusal.message, "bad")
    except StorageError:
        return _back(content_id, page_words.STORAGE_DOWN, "bad")
    return _back(content_id, page_words.DRAWN_AGAIN, "good")
