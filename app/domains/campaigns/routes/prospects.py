"""The page of a prospect, with what was written for it."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.forms import whole_number
from app.core.htmx import wants_piece
from app.domains.campaigns import queries, services, wording
from app.domains.campaigns.routes.base import blueprint
from app.domains.leads import queries as leads
from app.domains.leads import sheet, sheet_words
from app.domains.leads import wording as lead_words
from app.domains.leads.forms import NewLeadForm


def _posts(lead_id: int) -> dict[str, Any]:
    contents = queries.contents_of_lead(workspace_id(), lead_id)
    campaigns = queries.campaigns_of_lead(workspace_id(), lead_id)
    # A prospect that has its publication is not being written about.
    writing = None if contents else queries.writing_of_lead(workspace_id(), lead_id)
    return {"contents": contents, "campaigns": campaigns, "writing": writing}


@blueprint.get("/prospects/<int:lead_id>")
@requires("lead.read")
def show_lead(lead_id: int) -> ResponseReturnValue:
    """Show what is known of a prospect, from where, and what was written for it."""
    found = sheet.sheet(workspace_id(), lead_id) or abort(404)
    return render_template(
        "leads/show.html", lead=found.lead, sheet=found, workspace=g.workspace, **_posts(lead_id),
        words=lead_words, sheet_words=sheet_words,
    )  # fmt: skip


@blueprint.get("/prospects/<int:lead_id>/publications")
@requires("lead.read")
def list_lead_posts(lead_id: int) -> ResponseReturnValue:
    """Show what was written for a prospect, and what is being."""
    lead = leads.lead(workspace_id(), lead_id) or abort(404)
    if not wants_piece():
        return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)
    return render_template("campaigns/_lead_posts.html", lead=lead, **_posts(lead_id))


@blueprint.post("/prospects/<int:lead_id>/publications")
@requires("campaign.write")
def create_lead_post(lead_id: int) -> ResponseReturnValue:
    """Have one publication written for this prospect."""
    lead = leads.lead(workspace_id(), lead_id) or abort(404)
    services.write_for_lead(lead)
    if wants_piece():
        return render_template("campaigns/_lead_posts.html", lead=lead, **_posts(lead_id))
    flash(wording.WRITING_ORDERED, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)


@blueprint.get("/prospects/nouveau")
@requires("lead.write")
def new_lead() -> ResponseReturnValue:
    """Ask for a business to add by hand."""
    return _new_page(_new_form(campaign_id=whole_number(request.args.get("campagne", "")) or 0))


@blueprint.post("/prospects/nouveau")
@requires("lead.write")
def create_lead() -> ResponseReturnValue:
    """Add a business by hand."""
    form = _new_form()
    if not form.validate():
        return _new_page(form, 422)
    stored = services.add_lead(g.workspace, form.campaign_id.data, form.clean_values(), current_user.id)
    flash(sheet_words.ADDED if stored.added else sheet_words.ALREADY_THERE, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=stored.lead_ids[0]), code=303)


def _new_form(**given: int) -> NewLeadForm:
    form = NewLeadForm(**given)
    form.campaign_id.choices = [(0, wording.NO_CAMPAIGN_CHOICE), *queries.campaign_names(workspace_id())]
    return form


def _new_page(form: NewLeadForm, status: int = 200) -> ResponseReturnValue:
    return render_template("leads/new.html", form=form), status
