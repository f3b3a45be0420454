"""Put a prospect one already has in a campaign."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.domains.campaigns import queries, services, wording
from app.domains.campaigns.forms import JoiningForm
from app.domains.campaigns.routes.base import blueprint
from app.domains.leads import queries as leads
from app.domains.leads.models import Lead


@blueprint.get("/prospects/<int:lead_id>/campagnes")
@requires("lead.write")
def new_joining(lead_id: int) -> ResponseReturnValue:
    """Ask which campaign a prospect is for."""
    lead = leads.lead(workspace_id(), lead_id) or abort(404)
    return _page(lead, _form(lead))


@blueprint.post("/prospects/<int:lead_id>/campagnes")
@requires("lead.write")
def create_joining(lead_id: int) -> ResponseReturnValue:
    """Put a prospect in a campaign."""
    lead = leads.lead(workspace_id(), lead_id) or abort(404)
    form = _form(lead)
    if not form.validate():
        return _page(lead, form, 422)
    services.put_in(lead, form.campaign_id.data)
    flash(wording.JOINED, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)


def _form(lead: Lead) -> JoiningForm:
    form = JoiningForm()
    form.campaign_id.choices = queries.joinable(workspace_id(), lead.id)
    return form


def _page(lead: Lead, form: JoiningForm, status: int = 200) -> ResponseReturnValue:
    return render_template("campaigns/joining.html", lead=lead, form=form), status
