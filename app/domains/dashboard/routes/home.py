"""The home page, and its pieces that changed."""

from __future__ import annotations

from flask import Blueprint, Response, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import clock
from app.core.access import requires, workspace_id
from app.core.htmx import wants_piece
from app.domains.dashboard import pieces, survey
from app.domains.notifications import phones

blueprint = Blueprint("dashboard", __name__)


@blueprint.get("/tableau-de-bord")
@requires("metrics.read")
def show() -> ResponseReturnValue:
    """Show the day: what to do first, four figures, the last campaigns and publications."""
    found = pieces.render_all(workspace_id())
    if wants_piece():
        return _changed(found)
    key = phones.key_to_offer(current_user.id, g.workspace)
    shown = {"workspace": g.workspace, "today": clock.today(), "mark": pieces.mark(found), "push_key": key}
    asks = survey.is_due(current_user, g.workspace)
    return render_template("dashboard/show.html", pieces=found, asks=asks, **shown)


def _changed(found: dict[str, str]) -> Response:
    known = pieces.unmark(request.args.get("vu", ""))
    changed = {name: html for name, html in found.items() if known.get(name) != pieces.digest(html)}
    if not changed:
        return Response(status=204)
    return make_response(render_template("dashboard/poll.htmx.html", pieces=changed, mark=pieces.mark(found)))
