"""« Ajouter à mes contacts »."""

from __future__ import annotations

from flask import Response, abort
from flask.typing import ResponseReturnValue

from app.core.access import requires
from app.domains.leads import queries, vcards
from app.domains.leads.routes.base import blueprint, load


@blueprint.get("/prospects/<int:lead_id>.vcf")
@requires("lead.read")
def show_card(lead_id: int) -> ResponseReturnValue:
    """Give a prospect's card, unless nothing of it may be kept."""
    lead = load(lead_id)
    if not (lead.name or lead.domain or lead.email or lead.phone):
        abort(404)
    card = vcards.vcard(lead, queries.sources_of([lead.id]).get(lead.id, []))
    answer = Response(card, mimetype="text/vcard")
    answer.headers["Content-Disposition"] = f'attachment; filename="prospect-{lead.id}.vcf"'
    return answer
