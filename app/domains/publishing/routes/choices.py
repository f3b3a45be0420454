"""Choose, after one consent, the accounts to publish on."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.domains.publishing import connection_words as words
from app.domains.publishing import services
from app.domains.publishing.networks import NETWORKS, label_of
from app.domains.publishing.routes.base import blueprint
from app.providers.errors import ProviderError

HELD = "held_consent"


def _back(said: str, tone: str) -> ResponseReturnValue:
    session.pop(HELD, None)
    flash(said, tone)
    return redirect(url_for("publishing.profile"), code=303)


def _page(network_name: str, status: int = 200, error: str = "") -> ResponseReturnValue:
    try:
        found = services.choices(session.get(HELD, ""))
    except ProviderError as refusal:
        return _back(words.failure(refusal.code, label_of(network_name)), "bad")
    if not found:
        return _back(words.NOTHING_TO_CHOOSE.format(network=label_of(network_name)), "bad")
    ticked = services.ticked(g.workspace, network_name, found)
    shown = {"found": found, "ticked": ticked, "error": error, "key": services.account_key}
    return render_template("publishing/choose.html", **shown), status


def hold_consent(network_name: str, code: str, verifier: str) -> ResponseReturnValue:
    """Keep a consent in the person's session, sealed, and let her choose."""
    try:
        session[HELD] = services.hold(code, network_name, verifier)
    except ProviderError as refusal:
        return _back(words.failure(refusal.code, label_of(network_name)), "bad")
    return redirect(url_for("publishing.choose_accounts", network_name=network_name), code=303)


@blueprint.get("/connexions/<network_name>/comptes")
@requires("connection.manage")
def choose_accounts(network_name: str) -> ResponseReturnValue:
    """Show the accounts one consent opens."""
    return _page(network_name if network_name in NETWORKS else abort(404))


@blueprint.post("/connexions/<network_name>/comptes")
@requires("connection.manage")
def create_chosen(network_name: str) -> ResponseReturnValue:
    """Open the accounts she ticked."""
    label, chosen = label_of(network_name) if network_name in NETWORKS else abort(404), request.form.getlist("account")
    if not chosen:
        return _page(network_name, 422, words.TICK_ONE)
    try:
        opened = services.open_chosen(workspace_id(), session.get(HELD, ""), chosen)
    except ProviderError as refusal:
        return _back(words.failure(refusal.code, label), "bad")
    return _back(*words.chosen(opened))
