"""The one picture an address stands for, to whoever holds it."""

from __future__ import annotations

from flask import Response, abort
from flask.typing import ResponseReturnValue

from app.core import storage
from app.core.limits import limiter
from app.domains.publishing import public_pictures
from app.domains.publishing.routes.base import blueprint
from app.providers.errors import Refused


@blueprint.get("/i/<token>.jpg")
@limiter.limit("60 per minute")
def public_picture(token: str) -> ResponseReturnValue:
    """Serve a picture to the network that was given its address."""
    key = public_pictures.key_of(token) or abort(404)
    try:
        content = public_pictures.jpeg(key)
    except (storage.StorageError, Refused):
        abort(404)
    return Response(content, content_type="image/jpeg", headers={"X-Robots-Tag": "noindex"})
