"""The register of incidents."""

from __future__ import annotations

from flask import Response, abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.domains.privacy import incident_words, incidents, wording
from app.domains.privacy.incident_forms import IncidentForm
from app.domains.privacy.models import Incident
from app.domains.privacy.routes.console import MANAGES, PDF, attached, blueprint


def _page(form: IncidentForm, row: Incident | None, status: int = 200) -> ResponseReturnValue:
    advice = incidents.advice(row) if row is not None else ""
    shown = {"form": form, "row": row, "advice": advice, "words": incident_words}
    return render_template("privacy/incident.html", **shown), status


def _save(row: Incident | None) -> ResponseReturnValue:
    form = IncidentForm()
    if not form.validate():
        return _page(form, row, 422)
    kept = incidents.keep(workspace_id(), current_user.id, row, **form.values())
    flash(wording.SAVED, "good")
    return redirect(url_for("privacy.show_incident", incident_id=kept.id), code=303)


@blueprint.get("/incidents")
@requires(MANAGES)
def list_incidents() -> ResponseReturnValue:
    """Show the register."""
    return render_template("privacy/incidents.html", rows=incidents.of_workspace(workspace_id()))


@blueprint.get("/incidents/nouveau")
@requires(MANAGES)
def new_incident() -> ResponseReturnValue:
    """Ask what happened."""
    return _page(IncidentForm(), None)


@blueprint.post("/incidents/nouveau")
@requires(MANAGES)
def create_incident() -> ResponseReturnValue:
    """Note it."""
    return _save(None)


@blueprint.get("/incidents/<int:incident_id>")
@requires(MANAGES)
def show_incident(incident_id: int) -> ResponseReturnValue:
    """Show one incident, and what its answers suggest."""
    row = incidents.incident_of(workspace_id(), incident_id) or abort(404)
    return _page(IncidentForm(obj=row), row)


@blueprint.post("/incidents/<int:incident_id>")
@requires(MANAGES)
def update_incident(incident_id: int) -> ResponseReturnValue:
    """Note what was learnt since."""
    return _save(incidents.incident_of(workspace_id(), incident_id) or abort(404))


@blueprint.get("/incidents/registre.csv")
@requires(MANAGES)
def export_incidents() -> Response:
    """Give the register as CSV."""
    return attached("".join(incidents.csv(incidents.of_workspace(workspace_id()))), "incidents", "text/csv")


@blueprint.get("/incidents/registre.pdf")
@requires(MANAGES)
def print_incidents() -> Response:
    """Give the register as PDF."""
    return attached(incidents.paper(g.workspace, incidents.of_workspace(workspace_id())), "incidents", PDF)
