"""Two prospects that may be one: reunite them, keep them apart, or part them again."""

from __future__ import annotations

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.domains.leads import services, sheet, sheet_words
from app.domains.leads.models import Lead
from app.domains.leads.routes.base import blueprint, load


def _back(lead: Lead, sentence: str) -> ResponseReturnValue:
    flash(sentence, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)


@blueprint.post("/prospects/<int:lead_id>/doublons/<int:pair_id>")
@requires("lead.write")
def create_merge(lead_id: int, pair_id: int) -> ResponseReturnValue:
    """Reunite the other prospect of a proposal with this one."""
    lead = load(lead_id)
    services.reunite(lead, sheet.pair(lead, pair_id) or abort(404), current_user.id)
    return _back(lead, sheet_words.MERGED)


@blueprint.delete("/prospects/<int:lead_id>/doublons/<int:pair_id>")
@requires("lead.write")
def delete_pair(lead_id: int, pair_id: int) -> ResponseReturnValue:
    """Say that they are two."""
    lead = load(lead_id)
    services.set_apart(sheet.pair(lead, pair_id) or abort(404))
    return _back(lead, sheet_words.APART)


@blueprint.delete("/prospects/<int:lead_id>/reunions/<int:merge_id>")
@requires("lead.write")
def delete_merge(lead_id: int, merge_id: int) -> ResponseReturnValue:
    """Part again two prospects that were reunited."""
    lead = load(lead_id)
    services.undo_merge(sheet.merge(lead, merge_id) or abort(404), current_user.id)
    return _back(lead, sheet_words.PARTED)
