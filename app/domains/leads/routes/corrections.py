"""Correct a prospect by hand, and take a correction back."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.domains.leads import services, sheet_words
from app.domains.leads.forms import LeadForm
from app.domains.leads.models import Lead
from app.domains.leads.routes.base import blueprint, load


def _page(lead: Lead, form: LeadForm, status: int = 200) -> ResponseReturnValue:
    return render_template("leads/edit.html", lead=lead, form=form), status


@blueprint.get("/prospects/<int:lead_id>/corrections")
@requires("lead.write")
def edit_lead(lead_id: int) -> ResponseReturnValue:
    """Show what can be corrected."""
    lead = load(lead_id)
    return _page(lead, LeadForm(obj=lead))


@blueprint.post("/prospects/<int:lead_id>/corrections")
@requires("lead.write")
def create_corrections(lead_id: int) -> ResponseReturnValue:
    """Keep what was corrected."""
    lead, form = load(lead_id), LeadForm()
    if not form.validate():
        return _page(lead, form, 422)
    changed = services.edit(lead, form.clean_values(), current_user.id)
    flash(sheet_words.SAVED if changed else sheet_words.UNCHANGED, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)


@blueprint.delete("/prospects/<int:lead_id>/corrections/<name>")
@requires("lead.write")
def delete_correction(lead_id: int, name: str) -> ResponseReturnValue:
    """Give a field back to the sources."""
    lead = load(lead_id)
    services.give_back(lead, name, current_user.id)
    flash(sheet_words.GIVEN_BACK, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)
