"""A person's own publications: from scratch, from a template, from a copy."""

from __future__ import annotations

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.core.htmx import go_to
from app.core.storage import StorageError
from app.domains.contents import services
from app.domains.contents.models import Content
from app.domains.contents.starters import starter, starters_for
from app.domains.contents.trial import Trial, Typed, tried
from app.domains.publishing import page_words
from app.domains.publishing.forms import OwnContentForm
from app.domains.publishing.routes.base import blueprint, load


def _trial(form: OwnContentForm) -> Trial:
    return tried(g.workspace, None, Typed(form.text.data or "", form.tags()))


def _page(
    form: OwnContentForm, status: int = 200, refusal: str = "", followed: Content | None = None
) -> ResponseReturnValue:
    starters = starters_for(g.workspace.industry)
    shown = {"form": form, "trial": _trial(form), "refusal": refusal, "starters": starters, "followed": followed}
    return render_template("publishing/own.html", **shown), status


@blueprint.get("/contenus/nouvelle")
@requires("content.write")
def new_content() -> ResponseReturnValue:
    """Show an empty page, or one begun from a template."""
    if followed := whole_number(request.args.get("suite", "")):
        return _sequel(load(followed))
    begun = starter(request.args.get("modele", ""))
    return _page(OwnContentForm(title=begun.title, text=begun.text, hashtags=begun.hashtags))


def _sequel(content: Content) -> ResponseReturnValue:
    form = OwnContentForm(
        title=page_words.sequel(content.heading), text="", hashtags=" ".join(f"#{tag}" for tag in content.hashtags)
    )
    return _page(form, followed=content)


def _keep(form: OwnContentForm) -> ResponseReturnValue:
    given = (form.title.data or "", form.text.data or "", form.tags())
    try:
        content = services.write_own(workspace_id(), current_user.id, *given)
    except services.TextRefused as refusal:
        form[refusal.field].errors = [refusal.message]
        return _page(form, 422)
    except Conflict as refusal:
        return _page(form, 409, refusal.message)
    except StorageError:
        return _page(form, 503, page_words.STORAGE_DOWN)
    flash(page_words.OWN_KEPT, "good")
    return go_to(url_for("publishing.show_content", content_id=content.id))


@blueprint.post("/contenus/nouvelle")
@requires("content.write")
def create_content() -> ResponseReturnValue:
    """Keep it, to be decided on like any other, or only judge it."""
    form = OwnContentForm()
    if "verifier" in request.form:
        return _page(form)
    return _keep(form) if form.validate() else _page(form, 422)


@blueprint.post("/contenus/nouvelle/apercu")
@requires("content.write")
def try_own_text() -> ResponseReturnValue:
    """Judge the text as it is typed, and keep nothing."""
    return render_template("publishing/_trial.html", trial=_trial(OwnContentForm()), content=None)


@blueprint.post("/contenus/<int:content_id>/copie")
@requires("content.write")
def copy_content(content_id: int) -> ResponseReturnValue:
    """Copy a publication into a draft."""
    try:
        copy = services.duplicate(load(content_id), current_user.id)
    except (Conflict, StorageError) as refusal:
        flash(refusal.message if isinstance(refusal, Conflict) else page_words.STORAGE_DOWN, "bad")
        return redirect(url_for("publishing.show_content", content_id=content_id), code=303)
    flash(page_words.COPIED, "good")
    return redirect(url_for("publishing.show_content", content_id=copy.id), code=303)


@blueprint.post("/contenus/<int:content_id>/soumission")
@requires("content.write")
def submit_content(content_id: int) -> ResponseReturnValue:
    """Have a draft await a decision."""
    try:
        services.submit(load(content_id))
        flash(page_words.SUBMITTED, "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
    return redirect(url_for("publishing.show_content", content_id=content_id), code=303)
