"""A publication is rewritten; a question about a delivery is answered."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.htmx import go_to
from app.domains.contents import services as contents
from app.domains.contents.models import Content
from app.domains.contents.trial import Trial, Typed, tried
from app.domains.publishing import queries, services, wording
from app.domains.publishing.forms import ContentForm
from app.domains.publishing.routes.base import blueprint, load, origin


def _trial(content: Content, form: ContentForm) -> Trial:
    typed = Typed(form.text.data or "", form.tags(), content.alt_text)
    return tried(g.workspace, content, typed, has_picture=bool(content.picture_key))


def _page(content: Content, form: ContentForm, status: int = 200, **more: Any) -> ResponseReturnValue:
    shown = {"content": content, "form": form, "trial": _trial(content, form), **more}
    return render_template("publishing/edit.html", **shown), status


@blueprint.get("/contenus/<int:content_id>/modifier")
@requires("content.write")
def edit_content(content_id: int) -> ResponseReturnValue:
    """Show the text to rewrite."""
    content = load(content_id)
    return _page(content, ContentForm(text=content.text, hashtags=" ".join(f"#{tag}" for tag in content.hashtags)))


@blueprint.post("/contenus/<int:content_id>/modifier")
@requires("content.write")
def update_content(content_id: int) -> ResponseReturnValue:
    """Keep the text as typed, or only judge it."""
    content, form = load(content_id), ContentForm()
    if "verifier" in request.form:
        return _page(content, form)
    try:
        contents.edit(content, form.text.data or "", form.tags(), current_user.id, origin=origin())
    except contents.TextRefused as refusal:
        form[refusal.field].errors = [refusal.message]
        return _page(content, form, 422)
    except Conflict as refusal:
        return _page(load(content_id), form, 409, refusal=refusal.message)
    flash(wording.EDITED_FLAWED, "wait") if content.is_flawed else flash(wording.EDITED, "good")
    return go_to(url_for("publishing.show_content", content_id=content_id))


@blueprint.post("/contenus/<int:content_id>/apercu")
@requires("content.write")
def try_text(content_id: int) -> ResponseReturnValue:
    """Judge the text as it is typed, and keep nothing."""
    content = load(content_id)
    return render_template("publishing/_trial.html", trial=_trial(content, ContentForm()), content=content)


@blueprint.post("/envois/<int:delivery_id>/reponse")
@requires("delivery.manage")
def answer(delivery_id: int) -> ResponseReturnValue:
    """Take the owner's word: does she see it on her profile?"""
    delivery = queries.delivery(workspace_id(), delivery_id) or abort(404)
    said = request.form.get("reponse", "")
    if said not in {"oui", "non"}:
        abort(400)
    try:
        services.resolve(delivery, said == "oui", current_user.id, origin())
        flash(wording.ANSWERED[said], "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
    return redirect(url_for("publishing.show_content", content_id=delivery.content_id), code=303)
