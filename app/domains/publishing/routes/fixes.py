"""What the gate holds against a text is mended by one touch."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.core.errors import Conflict
from app.core.htmx import wants_piece
from app.domains.contents import services
from app.domains.publishing import page_words
from app.domains.publishing.routes.base import blueprint, load, origin, view


@blueprint.post("/contenus/<int:content_id>/corrections")
@requires("content.write")
def create_fix(content_id: int) -> ResponseReturnValue:
    """Mend one passage, or all that can be."""
    content, refusal = load(content_id), ""
    code, excerpt = request.form.get("code", ""), request.form.get("passage", "")
    try:
        services.fix(content, current_user.id, code=code, excerpt=excerpt, origin=origin())
    except Conflict as conflict:
        refusal = conflict.message
    if wants_piece():
        return render_template("publishing/thumb.htmx.html", **view(load(content_id), refusal=refusal))
    flash(refusal or page_words.FIXED, "bad" if refusal else "good")
    return redirect(url_for("publishing.show_content", content_id=content_id), code=303)
