"""The pictures of publications; their pages are the publishing domain's."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.storage import NotStored, StorageError, store
from app.domains.contents import pictures, wording
from app.domains.contents.gate import wording as gate_words
from app.domains.contents.gate.flags import kept_flag
from app.domains.contents.preview import fold
from app.domains.contents.quality import kept_parts

blueprint = Blueprint("contents", __name__)
blueprints = (blueprint,)
blueprint.app_template_global("image_address")(pictures.image_address)
blueprint.app_template_global("thumbnail_address")(pictures.thumbnail_address)
blueprint.app_template_global("written_by")(wording.written_by)
blueprint.app_template_global("pictured_by")(wording.pictured_by)


@blueprint.app_template_global("fix_label")
def fix_label(flag: dict[str, Any]) -> str:
    """Name the touch that mends a fault kept with its text; empty where a person must choose."""
    return gate_words.button(kept_flag(flag))


@blueprint.app_template_filter("kept_flag")
def said_flag(flag: dict[str, Any]) -> str:
    """Say a fault kept with its text in the reader's language."""
    return kept_flag(flag).said


blueprint.app_template_global("kept_parts")(kept_parts)
blueprint.app_template_filter("fold")(fold)


@blueprint.get("/images/<path:key>")
@requires("content.read")
def image(key: str) -> ResponseReturnValue:
    """Give one picture of this workspace; its key changes when its bytes do."""
    if not pictures.is_of_workspace(key, workspace_id()):
        abort(404)
    try:
        stored = store().get(key)
    except NotStored:
        abort(404)
    except StorageError:
        abort(503)
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(stored.content, mimetype=stored.media_type, headers=headers)
