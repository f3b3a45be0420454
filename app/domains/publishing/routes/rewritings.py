"""Another text is asked for: a version to keep beside the first, or the same one said otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.core.errors import Conflict
from app.core.forms import stripped
from app.core.htmx import wants_piece
from app.domains.contents import queries as contents
from app.domains.contents import services
from app.domains.contents.models import Content
from app.domains.publishing import page_words
from app.domains.publishing.routes.base import blueprint, load, view
from app.providers.contracts import Intention, Wish


def _order(content_id: int, verb: Callable[[Content], Any]) -> ResponseReturnValue:
    content, refusal = load(content_id), ""
    try:
        verb(content)
    except Conflict as conflict:
        refusal = conflict.message
    if wants_piece():
        return _piece(content, refusal=refusal)
    flash(refusal or page_words.ORDERED, "bad" if refusal else "good")
    return redirect(url_for("publishing.show_content", content_id=content_id), code=303)


def _piece(content: Content, **more: Any) -> ResponseReturnValue:
    writing = contents.writing_about(content.id)
    return render_template("publishing/_writing.html", content=content, writing=writing, **more)


@blueprint.post("/contenus/<int:content_id>/reecritures")
@requires("content.write")
def create_rewriting(content_id: int) -> ResponseReturnValue:
    """Have the text said otherwise."""
    wish = request.form.get("souhait", "")
    if wish not in set(Wish):
        # What is not hers is not found, whatever she sends.
        load(content_id)
        abort(400)
    return _order(content_id, lambda content: services.order_rewriting(content, current_user.id, Wish(wish)))


@blueprint.post("/contenus/<int:content_id>/variantes")
@requires("content.write")
def create_variant(content_id: int) -> ResponseReturnValue:
    """Have another version written beside this one."""
    wanted, offer = request.form.get("intention", ""), stripped(request.form.get("offre", ""))
    intention = wanted if wanted in set(Intention) else ""
    by = current_user.id
    return _order(content_id, lambda content: services.order_variant(content, by, intention, offer))


@blueprint.get("/contenus/<int:content_id>/redaction")
@requires("content.read")
def show_writing(content_id: int) -> ResponseReturnValue:
    """Show where the text that was asked for stands; once it is there, the card that shows it."""
    content = load(content_id)
    writing = contents.writing_about(content.id)
    if writing is None or writing.state != "done" or not writing.content_id:
        return _piece(content)
    card = make_response(render_template("publishing/thumb.htmx.html", **view(load(writing.content_id))))
    address = url_for("publishing.show_content", content_id=writing.content_id)
    card.headers |= {"HX-Retarget": "#thumb", "HX-Reswap": "outerHTML", "HX-Push-Url": address}
    return card
