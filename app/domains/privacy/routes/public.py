"""What anybody may read: the operator's policy and terms, and each workspace's own policy."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.domains.privacy import facts
from app.domains.workspaces.models import Workspace

blueprint = Blueprint("policy", __name__)


def load(code: str) -> Workspace:
    """Return the workspace of a public page, or answer 404."""
    return facts.workspace_of(code) or abort(404)


@blueprint.get("/confidentialite")
def show() -> ResponseReturnValue:
    """Show the operator's policy."""
    settings = current_app.config["SETTINGS"]
    shown = {"operator": facts.operator(settings), "destinations": facts.destinations(settings)}
    return render_template("privacy/policy.html", at_home=current_user.is_authenticated, **shown)


@blueprint.get("/conditions")
def terms() -> ResponseReturnValue:
    """Show the terms."""
    shown = {"operator": facts.operator(current_app.config["SETTINGS"])}
    return render_template("privacy/terms.html", at_home=current_user.is_authenticated, **shown)


@blueprint.get("/confidentialite/<code>")
def show_workspace(code: str) -> ResponseReturnValue:
    """Show a workspace's policy."""
    workspace, settings = load(code), current_app.config["SETTINGS"]
    shown = {"operator": facts.operator(settings), "destinations": facts.destinations(settings)}
    return render_template(
        "privacy/workspace_policy.html", workspace=workspace, officer=facts.officer(workspace), **shown
    )
