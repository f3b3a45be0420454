"""« À approuver partout »: every workspace of a person under one thumb; the address says which."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import signed_in
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.core.storage import NotStored, StorageError
from app.domains.contents import pictures
from app.domains.contents.models import Content
from app.domains.publishing import everywhere, services
from app.domains.publishing.routes.base import origin, seen_revision

blueprint = Blueprint("everywhere", __name__)


def _place(name: str) -> everywhere.Place | None:
    first, _dash, last = request.args.get(name, "").partition("-")
    workspace_id, content_id = whole_number(first), whole_number(last)
    return (workspace_id, content_id) if workspace_id is not None and content_id is not None else None


def _load(workspace_id: int, content_id: int) -> Content:
    return everywhere.load(current_user.id, workspace_id, content_id)


def _back(content: Content, **query: Any) -> ResponseReturnValue:
    decided = f"{content.workspace_id}-{content.id}"
    return redirect(url_for("everywhere.show", **({"decidee": decided} | query)), code=303)


@blueprint.get("/a-approuver")
@signed_in
def show() -> ResponseReturnValue:
    """Show what awaits her, workspace by workspace, and the way to take the last gesture back."""
    after, decided = _place("apres"), _place("decidee")
    return render_template("publishing/everywhere.html", page=everywhere.page(current_user.id, after), after=after,
                           decided=_load(*decided) if decided else None)  # fmt: skip


@blueprint.post("/a-approuver/<int:workspace_id>/<int:content_id>/approbation")
@signed_in
def create_approval(workspace_id: int, content_id: int) -> ResponseReturnValue:
    """Approve."""
    content = _load(workspace_id, content_id)
    try:
        services.approve(content, current_user.id, False, origin(), seen_revision())
    except Conflict as refusal:
        return _refused(content, refusal)
    return _back(content)


@blueprint.post("/a-approuver/<int:workspace_id>/<int:content_id>/rejet")
@signed_in
def create_rejection(workspace_id: int, content_id: int) -> ResponseReturnValue:
    """Reject."""
    content = _load(workspace_id, content_id)
    try:
        services.reject(content, current_user.id, origin())
    except Conflict as refusal:
        return _refused(content, refusal)
    return _back(content)


@blueprint.delete("/a-approuver/<int:workspace_id>/<int:content_id>/decision")
@signed_in
def delete_decision(workspace_id: int, content_id: int) -> ResponseReturnValue:
    """Take the last gesture back, while it can be."""
    content = _load(workspace_id, content_id)
    try:
        services.reopen(content, current_user.id, origin())
    except Conflict as refusal:
        flash(refusal.message, "bad")
    return _back(content, decidee=None)


@blueprint.get("/a-approuver/<int:workspace_id>/<int:content_id>/image")
@signed_in
def picture(workspace_id: int, content_id: int) -> ResponseReturnValue:
    """Give the picture of a publication of any workspace of hers."""
    try:
        stored = pictures.picture_of(_load(workspace_id, content_id))
    except NotStored:
        abort(404)
    except StorageError:
        abort(503)
    return Response(stored.content, mimetype=stored.media_type, headers={"Cache-Control": "private, max-age=600"})


def _refused(content: Content, refusal: Conflict) -> ResponseReturnValue:
    flash(refusal.message, "bad")
    if refusal.code == "near_duplicate":
        # Its own page says what it is near to, and lets her approve it all the same.
        address = url_for("publishing.show_content", content_id=content.id, espace=content.workspace_id, confirmer=1)
        return redirect(address, code=303)
    return _back(content, decidee=None)
