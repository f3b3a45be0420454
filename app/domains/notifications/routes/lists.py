"""What a person was told."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import may, requires, tied, workspace_id
from app.core.forms import whole_number
from app.domains.notifications import queries, reading, wording

blueprint = Blueprint("notifications", __name__)


@blueprint.get("/notifications")
@requires("workspace.read")
def index() -> ResponseReturnValue:
    """Show what she was told, newest first."""
    after = whole_number(request.args.get("apres", ""))
    return render_template("notifications/index.html", page=queries.page(current_user.id, workspace_id(), after))


@blueprint.get("/notifications/nouvelles")
def show_fresh() -> ResponseReturnValue:
    """Answer a page that asks whether anything is new; a lost session never takes it away from its reader."""
    if not may("workspace.read"):
        return "", 401
    seen = {name: whole_number(request.args.get(name, "")) or 0 for name in ("seen_id", "seen_count")}
    fresh = queries.fresh(current_user.id, workspace_id(), **seen)
    return render_template("notifications/fresh.htmx.html", fresh=fresh) if fresh else ("", 204)


tied(show_fresh, "workspace.read")


@blueprint.post("/notifications/lecture")
@requires("workspace.read")
def create_reading_of_all() -> ResponseReturnValue:
    """Mark everything as read."""
    reading.mark_all_read(current_user.id, workspace_id())
    flash(wording.ALL_READ, "good")
    return redirect(url_for("notifications.index"), code=303)


@blueprint.post("/notifications/<int:notification_id>/lecture")
@requires("workspace.read")
def create_reading(notification_id: int) -> ResponseReturnValue:
    """Mark one as read, and go where it leads."""
    row = queries.one(current_user.id, workspace_id(), notification_id) or abort(404)
    reading.mark_read(row)
    return redirect(queries.place(row), code=303)
