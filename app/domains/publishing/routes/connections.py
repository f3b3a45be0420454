"""Open and close the accounts publications leave by, and choose which of them receive what is approved."""

from __future__ import annotations

import secrets
from typing import Any

from flask import abort, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.db import allow_writes
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.core.htmx import go_to
from app.domains.publishing import accounts, network, services
from app.domains.publishing import connection_words as words
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import NETWORKS, label_of
from app.domains.publishing.results import Scope, has_approved
from app.domains.publishing.routes.base import blueprint
from app.domains.publishing.routes.choices import hold_consent
from app.providers.errors import ProviderError

STATE = "consent"


def _profile(said: str, tone: str) -> ResponseReturnValue:
    flash(said, tone)
    return redirect(url_for("publishing.profile"), code=303)


def _refuse_demo() -> None:
    if g.workspace.is_demo:
        raise Conflict("demo", words.DEMO)


def _load(connection_id: int) -> Connection:
    found = accounts.connection_by_id(workspace_id(), connection_id) or abort(404)
    _refuse_demo()
    return found


@blueprint.post("/connexions/<network_name>")
@requires("connection.manage")
def create_connection(network_name: str) -> ResponseReturnValue:
    """Send the person to a network for her consent."""
    if network_name not in NETWORKS:
        abort(404)
    _refuse_demo()
    if not network.is_offered(network_name):
        return _profile(words.NOT_OFFERED.format(network=label_of(network_name)), "bad")
    asked = {"network": network_name, "state": secrets.token_urlsafe(24), "verifier": secrets.token_urlsafe(48)}
    for_pages = request.form.get("pages") == "1" and NETWORKS[network_name].has_pages_apart
    # Whose reconnection it is: another account may come back.
    wanted = whole_number(request.form.get("compte", "")) or 0
    session[STATE] = asked | {"pages": "1" if for_pages else "", "wanted": wanted}
    address = services.begin_connection(asked["state"], network_name, asked["verifier"], for_pages=for_pages)
    return go_to(address)


@blueprint.get("/auth/<network_name>/callback")
@requires("connection.manage")
def finish_connection(network_name: str) -> ResponseReturnValue:
    """Come back from a network with a code, or with a refusal."""
    label = label_of(network_name) if network_name in NETWORKS else abort(404)
    allow_writes()
    asked = session.pop(STATE, None) or {}
    if not _is_expected(asked, network_name):
        return _profile(words.STATE_LOST.format(network=label), "bad")
    if "code" not in request.args:
        return _profile(*words.no_consent(request.args.get("error", ""), label, for_pages=bool(asked["pages"])))
    if network.has_several(network_name, for_pages=bool(asked["pages"])):
        return hold_consent(network_name, request.args["code"], asked["verifier"])
    return _open(network_name, asked["verifier"], asked["wanted"])


def _open(network_name: str, verifier: str, wanted_id: int) -> ResponseReturnValue:
    try:
        opened = services.finish_connection(workspace_id(), request.args["code"], network_name, verifier)
    except ProviderError as error:
        return _profile(words.failure(error.code, label_of(network_name)), "bad")
    wanted = accounts.connection_by_id(workspace_id(), wanted_id)
    if wanted is not None and wanted.id != opened.id:
        return _profile(words.another_came(opened, wanted), "bad")
    leaving = f" {words.LEAVING}" if opened.is_target and has_approved(Scope(workspace_id())) else ""
    return _profile(f"{words.opened(opened)}{leaving}", "good")


def _is_expected(asked: dict[str, Any], network_name: str) -> bool:
    """Tell whether a return is that of what this very session asked of this very network."""
    expected, given = asked.get("state", ""), request.args.get("state", "")
    return bool(
        expected
        and asked.get("network") == network_name
        and secrets.compare_digest(expected.encode(), given.encode())
    )  # fmt: skip


@blueprint.delete("/connexions/<network_name>")
@requires("connection.manage")
def delete_connections(network_name: str) -> ResponseReturnValue:
    """Close every account of a network."""
    found = accounts.connections(workspace_id(), network_name) or abort(404)
    _refuse_demo()
    for connection in found:
        services.disconnect(connection)
    return _profile(words.DISCONNECTED.format(network=label_of(network_name)), "good")


@blueprint.delete("/connexions/<int:connection_id>")
@requires("connection.manage")
def delete_connection(connection_id: int) -> ResponseReturnValue:
    """Close one account."""
    connection = _load(connection_id)
    held = services.disconnect(connection)
    return _profile(words.closed(connection, held), "good")


@blueprint.post("/connexions/<int:connection_id>/cible")
@requires("connection.manage")
def create_target(connection_id: int) -> ResponseReturnValue:
    """Have an account receive what is approved from now on."""
    connection = _load(connection_id)
    is_alone = not accounts.targets(workspace_id())
    services.target(connection)
    return _profile(words.ALONE_TARGETED if is_alone else words.TARGETED, "good")


@blueprint.delete("/connexions/<int:connection_id>/cible")
@requires("connection.manage")
def delete_target(connection_id: int) -> ResponseReturnValue:
    """Have an account receive nothing more."""
    try:
        services.untarget(_load(connection_id))
    except Conflict as refusal:
        return _profile(refusal.message, "bad")
    return _profile(words.UNTARGETED, "good")
