"""Have the sources of a prospect read again: its own site, or what may only be shown."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.domains.leads import services, sheet_words
from app.domains.leads.routes.base import blueprint, load


@blueprint.post("/prospects/<int:lead_id>/visites")
@requires("lead.write")
def create_visit(lead_id: int) -> ResponseReturnValue:
    """Have its site visited again."""
    lead = load(lead_id)
    found = services.look_again(lead)
    flash(sheet_words.VISIT_ORDERED if found else sheet_words.NO_SITE, "good" if found else "bad")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)


@blueprint.post("/prospects/<int:lead_id>/relectures")
@requires("lead.write")
def create_reading(lead_id: int) -> ResponseReturnValue:
    """Show again what its source does not let us keep."""
    lead = load(lead_id)
    try:
        known = services.refresh(lead, current_user.id)
        flash(sheet_words.REFRESHED if known else sheet_words.GONE, "good" if known else "bad")
    except services.NotRefreshed:
        flash(sheet_words.NOT_REFRESHED, "bad")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)
