"""Prospects: those of a campaign, one of them, and the publication one asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import g

from app.api import campaigns
from app.api.base import blueprint, door
from app.api.fields import Count, Flag, Line, Moment, Schema, Texts
from app.api.paging import BestFirstQuery, page, page_of
from app.domains.campaigns import queries as campaign_queries
from app.domains.campaigns import services
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Writing
from app.domains.leads import queries
from app.domains.leads.models import Lead
from app.domains.leads.wording import attributions

TAGS = ["leads"]


class LeadSchema(Schema):
    """A prospect. `phone` is E.164; `source` and `licence` are those of the record it comes from.

    Whoever shows it, or passes it on, says each of its `attributions`. `contact_reason` says why one
    may contact it, or may not. One that was merged into another is still answered, for the program that
    kept its id: `merged_into_id` is the one to ask for instead, and lists show that one alone.
    """

    id = Count()
    name = Line()
    industry = Line()
    address = Line()
    city = Line()
    province = Line()
    postal_code = Line()
    phone = Line()
    email = Line()
    website = Line()
    score = Count()
    reasons = Texts()
    source = Line()
    licence = Line()
    attributions = Texts()
    contactable = Flag()
    contact_reason = Line()
    contact_nature = Line()
    state = Line()
    merged_into_id = Count(allow_none=True)
    created_at = Moment()


class WritingSchema(Schema):
    """An order to write one publication."""

    id = Count()
    campaign_id = Count()
    lead_id = Count()
    content_id = Count(allow_none=True)
    state = Line()
    ordered_at = Moment()


_FROM_RECORDS = ("source", "licence")
_COLUMNS = [name for name in LeadSchema().fields if name not in (*_FROM_RECORDS, "attributions")]


def load(lead_id: int) -> Lead | None:
    """Return a prospect of this workspace."""
    return queries.lead(g.workspace_id, lead_id)


@blueprint.get("/campaigns/<int:campaign_id>/leads", tags=TAGS)
@door("lead.read", campaigns.load)
@blueprint.arguments(BestFirstQuery, location="query")
@blueprint.response(200, page_of(LeadSchema))
def list_leads(campaign: Campaign, asked: dict[str, Any]) -> dict[str, Any]:
    """List the prospects of a campaign, best first."""
    found = campaign_queries.campaign_leads(campaign.id, after=asked["after"] or "", limit=asked["limit"])
    return page(_shown(found.items), found.next)


@blueprint.get("/leads/<int:lead_id>", tags=TAGS)
@door("lead.read", load)
@blueprint.response(200, LeadSchema)
def show_lead(lead: Lead) -> dict[str, Any]:
    """Return one prospect."""
    return _shown([lead])[0]


@blueprint.post("/leads/<int:lead_id>/contents", tags=TAGS)
@door("content.write", load)
@blueprint.response(202, WritingSchema)
def create_content(lead: Lead) -> Writing:
    """Order a publication for this prospect."""
    return services.write_for_lead(lead)[0]


def _shown(leads: Sequence[Lead]) -> list[dict[str, Any]]:
    ids = [lead.id for lead in leads]
    origins, sources = queries.origins(ids), queries.sources_of(ids)
    return [
        {name: getattr(lead, name) for name in _COLUMNS}
        | dict(zip(_FROM_RECORDS, origins.get(lead.id, ("", "")), strict=True))
        | {"attributions": attributions(sources.get(lead.id, []))}
        for lead in leads
    ]
