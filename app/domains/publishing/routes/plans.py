"""The day a publication may leave from."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.wrappers import Response

from app.core.access import requires
from app.core.errors import Conflict
from app.domains.contents import services
from app.domains.contents.models import Content
from app.domains.publishing import page_words
from app.domains.publishing.forms import PlanForm
from app.domains.publishing.routes.base import blueprint, load, origin


def _back(content: Content) -> Response:
    return redirect(url_for("publishing.show_content", content_id=content.id), code=303)


@blueprint.get("/contenus/<int:content_id>/date")
@requires("content.write")
def edit_plan(content_id: int) -> ResponseReturnValue:
    """Ask for a day and an hour."""
    content = load(content_id)
    return render_template("publishing/plan.html", content=content, form=PlanForm())


@blueprint.post("/contenus/<int:content_id>/date")
@requires("content.write")
def create_plan(content_id: int) -> ResponseReturnValue:
    """Note the day and the hour."""
    content, form = load(content_id), PlanForm()
    try:
        if form.validate():
            services.plan(content, form.utc(), current_user.id, origin())
            flash(page_words.PLANNED, "good")
            return _back(content)
    except services.TextRefused as refusal:
        form.moment.errors = [refusal.message]
    except Conflict as refusal:
        flash(refusal.message, "bad")
        return _back(content)
    return render_template("publishing/plan.html", content=content, form=form), 422


@blueprint.delete("/contenus/<int:content_id>/date")
@requires("content.write")
def delete_plan(content_id: int) -> ResponseReturnValue:
    """Take the day away."""
    content = load(content_id)
    try:
        services.plan(content, None, current_user.id, origin())
        flash(page_words.UNPLANNED, "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
    return _back(content)
