"""Close one's own account, or change one's mind; of no workspace in particular."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, signed_in
from app.core.errors import Conflict
from app.domains.privacy import account_closing, erasing_words
from app.domains.workspaces import members

blueprint = Blueprint("account_closing", __name__, url_prefix="/securite/fermeture")


def _page(status: int = 200) -> ResponseReturnValue:
    shown = {"row": account_closing.waiting(current_user), "owned": members.owned_alone(current_user.id)}
    return render_template("privacy/account_closing.html", **shown), status


@blueprint.get("")
@signed_in
@proved
def confirm_closing() -> ResponseReturnValue:
    """Say what goes with the account, what keeps it here, or how long there is left to change one's mind."""
    return _page()


@blueprint.post("")
@signed_in
@proved
def create_closing() -> ResponseReturnValue:
    """Have the account erased in seven days."""
    try:
        account_closing.ask(current_user)
    except Conflict:
        return _page(409)
    flash(erasing_words.ACCOUNT_CLOSING)
    return redirect(url_for("account_closing.confirm_closing"), code=303)


@blueprint.delete("")
@signed_in
def delete_closing() -> ResponseReturnValue:
    """Keep the account."""
    account_closing.cancel(current_user)
    flash(erasing_words.ACCOUNT_KEPT, "good")
    return redirect(url_for("accounts.security"), code=303)
