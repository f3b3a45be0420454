"""The console: who answers, what is overdue, and the way to everything else."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core import clock, retention
from app.core.access import requires
from app.domains.privacy import facts, officers, requests, wording
from app.domains.privacy.assessment import assessment as printed
from app.domains.privacy.calendar import RULES
from app.domains.privacy.forms import OfficerForm
from app.domains.privacy.sections import SECTIONS

blueprint = Blueprint("privacy", __name__, url_prefix="/reglages/confidentialite")
MANAGES = "workspace.manage"
PDF = "application/pdf"


def attached(content: bytes | str, name: str, mimetype: str) -> Response:
    """Answer with a file to keep."""
    dated = f"{name}-{clock.today().isoformat()}.{mimetype.rpartition('/')[2]}"
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{dated}"'})


@blueprint.get("")
@requires(MANAGES)
def show() -> ResponseReturnValue:
    """Show who answers, what is overdue, and what there is to do."""
    shown = {"officer": facts.officer(g.workspace), "worrying": requests.worrying(g.workspace_id)}
    return render_template("privacy/console.html", workspace=g.workspace, sections=SECTIONS, **shown)


@blueprint.get("/responsable")
@requires(MANAGES)
def edit_officer() -> ResponseReturnValue:
    """Ask who answers for personal information."""
    form = OfficerForm(obj=facts.officer_row(g.workspace_id))
    return render_template("privacy/officer.html", form=form)


@blueprint.post("/responsable")
@requires(MANAGES)
def update_officer() -> ResponseReturnValue:
    """Name the person who answers."""
    form = OfficerForm()
    if not form.validate():
        return render_template("privacy/officer.html", form=form), 422
    officers.name_officer(g.workspace_id, **form.values())
    flash(wording.SAVED, "good")
    return redirect(url_for("privacy.show"), code=303)


@blueprint.get("/conservation")
@requires(MANAGES)
def calendar() -> ResponseReturnValue:
    """Show what is kept, for how long, and what the last passes erased."""
    shown = {"rules": RULES, "runs": retention.runs(), "workspace": g.workspace}
    return render_template("privacy/calendar.html", **shown)


@blueprint.get("/destinations")
@requires(MANAGES)
def destinations() -> ResponseReturnValue:
    """Show where information goes."""
    found = facts.destinations(current_app.config["SETTINGS"])
    return render_template("privacy/destinations.html", destinations=found)


@blueprint.get("/evaluation.pdf")
@requires(MANAGES)
def assessment() -> ResponseReturnValue:
    """Give the assessment, filled in with the facts."""
    return attached(printed(g.workspace, current_app.config["SETTINGS"]), "evaluation", PDF)
