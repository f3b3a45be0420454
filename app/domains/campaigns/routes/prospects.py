"""The page of a prospect, with what was written for it."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.domains.campaigns import queries, services, wording
from app.domains.campaigns.routes.base import blueprint
from app.domains.leads import queries as leads
from app.domains.leads import wording as lead_words


@blueprint.get("/prospects/<int:lead_id>")
@requires("lead.read")
def show_lead(lead_id: int) -> ResponseReturnValue:
    """Show what is known of a prospect, from where, and what was written for it."""
    lead = leads.lead(workspace_id(), lead_id) or abort(404)
    records = leads.records(lead.id)
    return render_template(
        "leads/show.html", lead=lead, records=records, facts=leads.provenance(lead, records), workspace=g.workspace,
        contents=queries.contents_of_lead(workspace_id(), lead.id),
        campaigns=queries.campaigns_of_lead(workspace_id(), lead.id), words=lead_words,
    )  # fmt: skip


@blueprint.post("/prospects/<int:lead_id>/publications")
@requires("campaign.write")
def create_lead_post(lead_id: int) -> ResponseReturnValue:
    """Have one publication written for this prospect."""
    lead = leads.lead(workspace_id(), lead_id) or abort(404)
    services.write_for_lead(lead)
    flash(wording.WRITING_ORDERED, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)
