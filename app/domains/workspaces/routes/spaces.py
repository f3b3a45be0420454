"""A person's workspaces: go from one to another, open one more, leave one."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, signed_in, workspace_id
from app.core.errors import Conflict
from app.core.limits import limiter
from app.domains.accounts import sessions
from app.domains.workspaces import member_words as words
from app.domains.workspaces import members, presence, services
from app.domains.workspaces.forms import SpaceForm
from app.domains.workspaces.routes.pages import WELCOME, blueprint


def _page(form: SpaceForm, status: int = 200) -> ResponseReturnValue:
    mine = services.memberships(current_user.id)
    return render_template("workspaces/spaces.html", form=form, mine=mine, roles=words.ROLES), status


@blueprint.get("/espaces")
@signed_in
def spaces() -> ResponseReturnValue:
    """List her workspaces, and offer to open another."""
    return _page(SpaceForm())


@blueprint.post("/espaces")
@signed_in
@limiter.limit("20 per hour")
def create_space() -> ResponseReturnValue:
    """Open another, and go there."""
    form = SpaceForm()
    if not form.validate():
        return _page(form, 422)
    try:
        opened = services.open_another(current_user, form.business_name.data)
    except Conflict as refusal:
        form.business_name.errors = [refusal.message]
        return _page(form, 422)
    presence.choose(opened.id)
    return redirect(url_for(WELCOME), code=303)


@blueprint.post("/espaces/<int:workspace_id>/entree")
@signed_in
def enter_space(workspace_id: int) -> ResponseReturnValue:
    """Go to another workspace."""
    found = services.membership_of(current_user.id, workspace_id) or abort(404)
    presence.choose(found.workspace_id)
    flash(words.SWITCHED % {"name": found.workspace.name}, "good")
    return redirect(url_for(sessions.HOME), code=303)


@blueprint.get("/espace/depart")
@requires("workspace.read")
def confirm_departure() -> ResponseReturnValue:
    """Ask whether she means it."""
    return _departure()


@blueprint.post("/espace/depart")
@requires("workspace.read")
def create_departure() -> ResponseReturnValue:
    """Leave the present workspace."""
    try:
        members.leave(g.workspace, members.member(workspace_id(), current_user.id) or abort(404))
    except Conflict as refusal:
        return _departure(refusal.message, 409)
    flash(words.LEFT, "good")
    return redirect(url_for("workspaces.spaces"), code=303)


def _departure(refusal: str = "", status: int = 200) -> ResponseReturnValue:
    one = members.member(workspace_id(), current_user.id) or abort(404)
    last = one.role == "owner" and members.owner_count(workspace_id()) < 2
    said = refusal or (words.LAST_OWNER if last else "")
    return render_template("workspaces/departure.html", workspace=g.workspace, refusal=said), status
