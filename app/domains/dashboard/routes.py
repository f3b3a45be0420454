"""The home page, and its pieces that changed."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, g, make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import requires, workspace_id
from app.core.htmx import wants_piece
from app.domains.dashboard import pieces

blueprint = Blueprint("dashboard", __name__)
blueprints = (blueprint,)


@blueprint.get("/tableau-de-bord")
@requires("metrics.read")
def show() -> ResponseReturnValue:
    """Show the day: what to do first, four figures, the last campaigns and publications."""
    found = pieces.render_all(workspace_id())
    if wants_piece():
        return _changed(found)
    return render_template(
        "dashboard/show.html", pieces=found, workspace=g.workspace, today=clock.today(), mark=pieces.mark(found)
    )


def _changed(found: dict[str, str]) -> Response:
    known = pieces.unmark(request.args.get("vu", ""))
    changed = {name: html for name, html in found.items() if known.get(name) != pieces.digest(html)}
    if not changed:
        return Response(status=204)
    return make_response(render_template("dashboard/poll.htmx.html", pieces=changed, mark=pieces.mark(found)))


@blueprint.get("/style")
@requires("metrics.read")
def style() -> ResponseReturnValue:
    """Show every component in every state; in development only."""
    if current_app.config["SETTINGS"].app_env != "development":
        abort(404)
    return render_template("style/show.html")
