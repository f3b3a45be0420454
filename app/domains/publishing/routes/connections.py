"""Open and close the connection to LinkedIn."""

from __future__ import annotations

import secrets

from flask import abort, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.db import allow_writes
from app.core.errors import Conflict
from app.core.htmx import go_to
from app.domains.publishing import network, queries, services, wording
from app.domains.publishing.routes.base import blueprint
from app.providers.errors import ProviderError

STATE = "linkedin_state"


def _profile(said: str, tone: str) -> ResponseReturnValue:
    flash(said, tone)
    return redirect(url_for("publishing.profile", _anchor="linkedin"), code=303)


@blueprint.post("/connexions/linkedin")
@requires("connection.manage")
def create_connection() -> ResponseReturnValue:
    """Send the person to LinkedIn for her consent."""
    if g.workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
    if not network.is_offered():
        return _profile(wording.NOT_OFFERED, "bad")
    session[STATE] = secrets.token_urlsafe(24)
    return go_to(services.begin_connection(session[STATE]))


@blueprint.get("/auth/linkedin/callback")
@requires("connection.manage")
def finish_connection() -> ResponseReturnValue:
    """Come back from LinkedIn with a code, or with a refusal."""
    allow_writes()
    expected, given = session.pop(STATE, ""), request.args.get("state", "")
    if not expected or not secrets.compare_digest(expected.encode(), given.encode()):
        return _profile(wording.STATE_LOST, "bad")
    if "code" not in request.args:
        return _profile(*wording.no_consent(request.args.get("error", "")))
    try:
        services.finish_connection(workspace_id(), request.args["code"])
    except ProviderError as error:
        return _profile(wording.connection_failure(error.code), "bad")
    return _profile(wording.CONNECTED, "good")


@blueprint.delete("/connexions/linkedin")
@requires("connection.manage")
def delete_connection() -> ResponseReturnValue:
    """Close the connection."""
    connection = queries.connection(workspace_id()) or abort(404)
    if g.workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
    services.disconnect(connection)
    return _profile(wording.DISCONNECTED, "good")
