"""Leave a prospect alone, or forget it."""

from __future__ import annotations

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.core.htmx import go_to, wants_piece
from app.domains.leads import services, wording
from app.domains.leads.models import Lead
from app.domains.leads.routes.base import blueprint, load

blueprint.app_template_global("reach_sentence")(wording.reach_sentence)


def _answer(lead: Lead, sentence: str) -> ResponseReturnValue:
    if wants_piece():
        return make_response(render_template("leads/silence.htmx.html", lead=lead, sentence=sentence))
    flash(sentence, "good")
    return redirect(url_for("campaigns.show_lead", lead_id=lead.id), code=303)


@blueprint.post("/prospects/<int:lead_id>/silence")
@requires("lead.write")
def create_silence(lead_id: int) -> ResponseReturnValue:
    """Contact a prospect no more."""
    lead = load(lead_id)
    services.silence(lead, by_id=current_user.id)
    return _answer(lead, wording.SILENCED)


@blueprint.delete("/prospects/<int:lead_id>/silence")
@requires("lead.write")
def delete_silence(lead_id: int) -> ResponseReturnValue:
    """Allow again to contact a prospect."""
    lead = load(lead_id)
    services.hear(lead, by_id=current_user.id)
    return _answer(lead, wording.HEARD)


@blueprint.get("/prospects/<int:lead_id>/oubli")
@requires("lead.write")
def confirm_oblivion(lead_id: int) -> ResponseReturnValue:
    """Ask before erasing a prospect."""
    return render_template("leads/oblivion.html", lead=load(lead_id), words=wording)


@blueprint.post("/prospects/<int:lead_id>/oubli")
@requires("lead.write")
def create_oblivion(lead_id: int) -> ResponseReturnValue:
    """Erase a prospect."""
    services.forget(load(lead_id), by_id=current_user.id)
    flash(wording.FORGOTTEN, "good")
    return go_to(url_for("leads.index"))
