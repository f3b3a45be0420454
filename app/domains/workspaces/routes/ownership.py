"""Hand a workspace over: one offers, the other takes it; both prove who they are."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, requires, workspace_id
from app.domains.workspaces import member_words as words
from app.domains.workspaces import members, ownership
from app.domains.workspaces.members import Member
from app.domains.workspaces.models import OwnershipOffer
from app.domains.workspaces.routes.pages import blueprint


def _load(user_id: int) -> Member:
    return members.member(workspace_id(), user_id) or abort(404)


def _offer() -> OwnershipOffer:
    """Return the offer that stands, if it is hers to take or to take back; 404 otherwise."""
    found = ownership.present(workspace_id())
    return found if found is not None and current_user.id in {found.from_id, found.to_id} else abort(404)


@blueprint.get("/membres/<int:user_id>/propriete")
@requires("member.manage")
@proved
def new_offer(user_id: int) -> ResponseReturnValue:
    """Say what a transfer changes, before it is offered."""
    return render_template("workspaces/offer.html", one=_load(user_id), workspace=g.workspace)


@blueprint.post("/membres/<int:user_id>/propriete")
@requires("member.manage")
@proved
def create_offer(user_id: int) -> ResponseReturnValue:
    """Offer the workspace to a member."""
    ownership.offer(workspace_id(), _load(user_id), current_user)
    flash(words.OFFERED, "good")
    return redirect(url_for("workspaces.list_members"), code=303)


@blueprint.get("/espace/propriete")
@requires("workspace.read")
def show_offer() -> ResponseReturnValue:
    """Show an offer to whom it is made, or to who made it."""
    found = _offer()
    other, is_mine = members.member(workspace_id(), found.from_id), found.to_id == current_user.id
    return render_template("workspaces/taking.html", offer=found, workspace=g.workspace, other=other, is_mine=is_mine)


@blueprint.post("/espace/propriete")
@requires("workspace.read")
@proved
def take_offer() -> ResponseReturnValue:
    """Become the owner."""
    ownership.take(workspace_id(), current_user)
    flash(words.TAKEN, "good")
    return redirect(url_for("workspaces.list_members"), code=303)


@blueprint.delete("/espace/propriete")
@requires("workspace.read")
def delete_offer() -> ResponseReturnValue:
    """Decline it, or take it back."""
    _offer()
    ownership.withdraw(workspace_id())
    flash(words.WITHDRAWN, "good")
    return redirect(url_for("publishing.plus"), code=303)
