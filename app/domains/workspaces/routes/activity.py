"""The journal of activity: read with its filters, or taken away as a file."""

from __future__ import annotations

from datetime import date

from flask import Response, render_template, request, stream_with_context
from flask.typing import ResponseReturnValue

from app.core import clock, csv_files
from app.core.access import requires, workspace_id
from app.core.forms import whole_number
from app.domains.audit import services as audit
from app.domains.audit import wording
from app.domains.workspaces import trail
from app.domains.workspaces.routes.pages import blueprint


def _day(name: str) -> date | None:
    try:
        found = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    # A year that no calendar of the database reaches.
    return found if 2000 <= found.year <= 2100 else None


def _asked() -> trail.Asked:
    family = request.args.get("genre", "")
    return trail.Asked(
        by_id=whole_number(request.args.get("personne", "")),
        family=family if family in wording.FAMILIES else None,
        since=_day("du"),
        until=_day("au"),
    )


@blueprint.get("/activite")
@requires("audit.read")
def show_activity() -> ResponseReturnValue:
    """Show what was done in the workspace, newest first; the filters are in the address."""
    asked, after = _asked(), whole_number(request.args.get("apres", ""))
    return render_template("workspaces/activity.html", page=trail.page(workspace_id(), asked, after), asked=asked,
                           people=trail.people(workspace_id()), after=after, words=wording)  # fmt: skip


@blueprint.get("/activite.csv")
@requires("audit.read")
def export_activity() -> ResponseReturnValue:
    """Give the lines of the present filters as CSV, in pieces, whatever their number."""
    audit.note("export.audit", workspace_id())
    rows = map(wording.row, trail.every_line(workspace_id(), _asked()))
    answer = Response(stream_with_context(csv_files.pieces(wording.HEADERS, rows)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="activite-{clock.today().isoformat()}.csv"'
    return answer
