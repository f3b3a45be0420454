"""Close one's own account, or change one's mind; of no workspace in particular."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, signed_in
from app.core.errors import Conflict
from app.domains.privacy import erasing_words, leaving
from app.domains.workspaces import members

blueprint = Blueprint("leaving", __name__, url_prefix="/securite/fermeture")


def _page(status: int = 200) -> ResponseReturnValue:
    shown = {"row": leaving.waiting(current_user), "owned": members.owned_alone(current_user.id)}
    return render_template("privacy/leaving.html", **shown), status


@blueprint.get("")
@signed_in
@proved
def confirm_leaving() -> ResponseReturnValue:
    """Say what goes with the account, what keeps it here, or how long there is left to change one's mind."""
    return _page()


@blueprint.post("")
@signed_in
@proved
def create_leaving() -> ResponseReturnValue:
    """Have the account erased in seven days."""
    try:
        leaving.ask(current_user)
    except Conflict:
        return _page(409)
    flash(erasing_words.LEAVING)
    return redirect(url_for("leaving.confirm_leaving"), code=303)


@blueprint.delete("")
@signed_in
def delete_leaving() -> ResponseReturnValue:
    """Keep the account."""
    leaving.cancel(current_user)
    flash(erasing_words.STAYING, "good")
    return redirect(url_for("accounts.security"), code=303)
