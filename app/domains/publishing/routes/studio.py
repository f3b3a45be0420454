"""The whole publication over the gallery: looked at, decided, and the next one comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.htmx import wants_piece
from app.domains.contents import gallery as shelves
from app.domains.contents import queries as contents
from app.domains.contents.models import Content
from app.domains.publishing import queries, services
from app.domains.publishing.routes.base import blueprint, load, origin, seen_revision, view

INSIDE = "studio-inside"


def asked_behind() -> shelves.Filters:
    """Return the filters of the gallery behind the dialog: the address of the page says them."""
    try:
        query = urlsplit(request.headers.get("HX-Current-URL", "")).query
    except ValueError:
        # No address at all: nothing narrows the gallery.
        query = ""
    return shelves.read(dict(parse_qsl(query)))


def dialog(content: Content, **more: Any) -> str:
    """Return a publication in its dialog, or its inside alone when the dialog is there already."""
    before, after = shelves.neighbours(content, asked_behind())
    inside = request.headers.get("HX-Target") == INSIDE
    piece = "publishing/studio.htmx.html" if inside else "publishing/whole.htmx.html"
    return render_template(piece, before=before, after=after, **view(content, **more))


def _gestures() -> dict[str, Callable[[Content], Any]]:
    by, whence, confirm = current_user.id, origin(), request.form.get("confirm") == "1"

    return {
        "approuver": lambda content: services.approve(content, by, confirm, whence, seen_revision()),
        "rejeter": lambda content: services.reject(content, by, whence),
        "rouvrir": lambda content: services.reopen(content, by, whence),
    }


@blueprint.post("/contenus/<int:content_id>/decision")
@requires("content.approve")
def create_decision(content_id: int) -> ResponseReturnValue:
    """Decide from the dialog: the next publication that waits comes, and the card behind changes."""
    content, verb = load(content_id), request.form.get("geste", "")
    gesture = _gestures().get(verb) or abort(400)
    try:
        gesture(content)
    except Conflict as refusal:
        said = {"refusal": refusal.message, "confirmable": refusal.code == "near_duplicate"}
        return dialog(load(content_id), **said)
    if not wants_piece():
        return redirect(url_for("publishing.show_content", content_id=content_id), code=303)
    return _following(content, verb)


def _following(content: Content, verb: str) -> str:
    deliveries = queries.deliveries_of([content.id]).get(content.id, [])
    decided = {"decided": content, "decided_deliveries": deliveries, "verb": verb}
    following = None if verb == "rouvrir" else shelves.next_to_decide(content, asked_behind())
    found = contents.content(workspace_id(), following) if following else None
    return dialog(found or content, **decided)
