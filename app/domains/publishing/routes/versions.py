"""The texts a publication has had, and the way back to one."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.core.errors import Conflict
from app.domains.contents import history, services
from app.domains.publishing import page_words
from app.domains.publishing.routes.base import blueprint, load, origin


@blueprint.get("/contenus/<int:content_id>/versions")
@requires("content.read")
def list_versions(content_id: int) -> ResponseReturnValue:
    """Show each text with what it changed in the one before it."""
    content = load(content_id)
    return render_template("publishing/versions.html", content=content, changes=history.changes(content.id))


@blueprint.post("/contenus/<int:content_id>/versions/<int:number>/retour")
@requires("content.write")
def restore_version(content_id: int, number: int) -> ResponseReturnValue:
    """Bring an earlier text back."""
    content = load(content_id)
    try:
        services.restore(content, number, current_user.id, origin())
        flash(page_words.RESTORED, "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
    return redirect(url_for("publishing.show_content", content_id=content_id), code=303)
