"""The operator's page, and the numbers Prometheus reads."""

from __future__ import annotations

import hmac

from flask import Blueprint, Response, abort, current_app, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.htmx import go_to
from app.core.limits import limiter
from app.domains.operations import exposition, retrying, screen, wording
from app.domains.operations.access import operators_only
from app.domains.privacy import incident_words, kept_incidents

blueprint = Blueprint("operations", __name__)
blueprints = (blueprint,)


@blueprint.get("/exploitation")
@operators_only
def show() -> ResponseReturnValue:
    """Show how the installation does: queues, failures, services, workspaces, weeks."""
    return render_template("operations/show.html", screen=screen.read(), words=wording)


@blueprint.post("/exploitation/<kind>/<int:row_id>/reprise")
@operators_only
def create_retry(kind: str, row_id: int) -> ResponseReturnValue:
    """Try again one row that failed."""
    if retrying.retry(kind, row_id):
        flash(wording.RETRIED, "good")
    else:
        flash(wording.NOTHING_LEFT)
    return go_to(url_for("operations.show"))


@blueprint.get("/exploitation/incidents")
@operators_only
def list_kept_incidents() -> ResponseReturnValue:
    """Show the incidents of the workspaces that are closed."""
    return render_template("operations/incidents.html", rows=kept_incidents.every(), words=incident_words)


@blueprint.get("/exploitation/incidents.csv")
@operators_only
def export_kept_incidents() -> ResponseReturnValue:
    """Give them as CSV, as the CAI may ask for them."""
    name = f'attachment; filename="incidents-{clock.today().isoformat()}.csv"'
    content = "".join(kept_incidents.csv(kept_incidents.every()))
    return content, {"Content-Type": "text/csv; charset=utf-8", "Content-Disposition": name}


@blueprint.get("/metrics")
@limiter.exempt
def metrics() -> ResponseReturnValue:
    """Answer Prometheus, which shows METRICS_TOKEN; without one, development alone answers."""
    settings = current_app.config["SETTINGS"]
    if not settings.metrics_token and settings.app_env == "production":
        abort(404)
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.metrics_token and not hmac.compare_digest(shown.encode(), settings.metrics_token.encode()):
        abort(401)
    return Response(exposition.text(), content_type=exposition.MEDIA_TYPE)
