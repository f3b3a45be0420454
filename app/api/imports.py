"""Files of prospects: sent whole, understood by their headers, brought in by a worker."""

from __future__ import annotations

from typing import Any

from flask import abort, g, request

from app.api import campaigns, wording
from app.api.base import blueprint, door
from app.api.fields import Count, Line, Schema
from app.core.errors import problem
from app.domains.campaigns.models import Campaign
from app.domains.leads import files, import_words, queries, services
from app.domains.leads.models import LeadImport

TAGS = ["leads"]


class ImportSchema(Schema):
    """An import: its state, and how many rows became what."""

    id = Count()
    campaign_id = Count(allow_none=True)
    state = Line()
    rows = Count()
    added = Count()
    known = Count()
    rejected = Count()


def load(import_id: int) -> LeadImport | None:
    """Return an import of this workspace."""
    return queries.lead_import(g.workspace_id, import_id)


@blueprint.post("/campaigns/<int:campaign_id>/leads/import", tags=TAGS)
@door("lead.write", campaigns.load)
@blueprint.response(202, ImportSchema)
def import_leads(campaign: Campaign) -> dict[str, Any]:
    """Keep a file, and bring its prospects into a campaign."""
    given = request.files.get("file") or next(iter(request.files.values()), None)
    if given is None:
        abort(problem(422, code="file_needed", title=wording.FILE_NEEDED, errors={"file": wording.FILE_NEEDED}))
    upload = services.Upload(given.filename or "prospects.csv", given.read(), campaign.id, campaign.industry)
    try:
        row = services.receive(g.workspace_id, upload, g.user_id)
    except files.Unreadable as error:
        told = import_words.UNREADABLE[error.code]
        abort(problem(422, code=f"file_{error.code}", title=told, errors={"file": told}))
    services.confirm(row, row.mapping)
    return shown(row)


@blueprint.get("/imports/<int:import_id>", tags=TAGS)
@door("lead.read", load)
@blueprint.response(200, ImportSchema)
def show_import(row: LeadImport) -> dict[str, Any]:
    """Return one import."""
    return shown(row)


def shown(row: LeadImport) -> dict[str, Any]:
    """Return what the API says of an import."""
    counts = {name: row.counts.get(name, 0) for name in ("rows", "added", "known", "rejected")}
    return {"id": row.id, "campaign_id": row.campaign_id, "state": row.state, **counts}
