"""The browsers that show her what she is told: yes, no thanks, and no more."""

from __future__ import annotations

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.htmx import wants_piece
from app.domains.notifications import phone_words, phones

blueprint = Blueprint("phones", __name__)
# Where an offer was answered; from a closed list: an address that a form holds may come from anywhere.
PLACES = {"home": "/tableau-de-bord", "approve": "/contenus?etat=pending"}


@blueprint.post("/preferences/notifications/appareils")
@requires("workspace.read")
def create() -> ResponseReturnValue:
    """Keep the browser that said yes."""
    if not phones.public_key(g.workspace):
        abort(404)
    try:
        phones.add(current_user.id, workspace_id(), request.form)
    except phones.Unfit:
        flash(phone_words.UNFIT, "bad")
    else:
        flash(phone_words.TURNED_ON, "good")
    return redirect(_back(), code=303)


@blueprint.post("/preferences/notifications/appareils/refus")
@requires("workspace.read")
def decline() -> ResponseReturnValue:
    """Ask no more."""
    phones.decline(current_user.id, workspace_id())
    if wants_piece():
        return ""
    flash(phone_words.DECLINED, "good")
    return redirect(_back(), code=303)


@blueprint.delete("/preferences/notifications/appareils/<int:subscription_id>")
@requires("workspace.read")
def delete(subscription_id: int) -> ResponseReturnValue:
    """Send nothing more to one of her browsers."""
    row = phones.one(current_user.id, subscription_id) or abort(404)
    phones.remove(row)
    flash(phone_words.TURNED_OFF, "good")
    return redirect(_back(), code=303)


def _back() -> str:
    return PLACES.get(request.form.get("from", "")) or url_for("preferences.show")
