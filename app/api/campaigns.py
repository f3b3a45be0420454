"""Campaigns: open, launch, pause, search again, delete."""

from __future__ import annotations

from typing import Any

from flask import g

from app.api.base import blueprint, door
from app.api.campaign_schemas import CampaignSchema, NewCampaignSchema, SearchSchema, shown, shown_page
from app.api.paging import PageQuery, page_of
from app.core.errors import Conflict
from app.domains.campaigns import queries, services, wording
from app.domains.campaigns.models import Campaign, CampaignSearch

TAGS = ["campaigns"]


def load(campaign_id: int) -> Campaign | None:
    """Return a campaign of this workspace."""
    return queries.campaign(g.workspace_id, campaign_id)


@blueprint.get("/campaigns", tags=TAGS)
@door("campaign.read")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, page_of(CampaignSchema))
def list_campaigns(asked: dict[str, Any]) -> dict[str, Any]:
    """List the campaigns, newest first."""
    return shown_page(queries.campaigns(g.workspace_id, **asked))


@blueprint.post("/campaigns", tags=TAGS)
@door("campaign.write")
@blueprint.arguments(NewCampaignSchema)
@blueprint.response(201, CampaignSchema)
def create_campaign(given: dict[str, Any]) -> dict[str, Any]:
    """Open a campaign, and launch it when asked."""
    launch = given.pop("launch")
    if launch and g.workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
    campaign = services.create(g.workspace_id, services.Answers(**given))
    if launch:
        services.launch(campaign)
    return shown(campaign)


@blueprint.get("/campaigns/<int:campaign_id>", tags=TAGS)
@door("campaign.read", load)
@blueprint.response(200, CampaignSchema)
def show_campaign(campaign: Campaign) -> dict[str, Any]:
    """Return a campaign with its figures."""
    return shown(campaign)


@blueprint.delete("/campaigns/<int:campaign_id>", tags=TAGS)
@door("campaign.delete", load)
@blueprint.response(204)
def delete_campaign(campaign: Campaign) -> None:
    """Delete a campaign and what only it held."""
    services.delete(campaign)


@blueprint.put("/campaigns/<int:campaign_id>/launch", tags=TAGS)
@door("campaign.write", load)
@blueprint.response(200, CampaignSchema)
def launch_campaign(campaign: Campaign) -> dict[str, Any]:
    """Launch a draft, or take a paused campaign up; nothing changes for one under way."""
    services.start(campaign)
    return shown(campaign)


@blueprint.put("/campaigns/<int:campaign_id>/pause", tags=TAGS)
@door("campaign.write", load)
@blueprint.response(200, CampaignSchema)
def pause_campaign(campaign: Campaign) -> dict[str, Any]:
    """Stop searching and writing."""
    services.pause(campaign)
    return shown(campaign)


@blueprint.delete("/campaigns/<int:campaign_id>/pause", tags=TAGS)
@door("campaign.write", load)
@blueprint.response(200, CampaignSchema)
def resume_campaign(campaign: Campaign) -> dict[str, Any]:
    """Take a paused campaign up where it was."""
    services.resume(campaign)
    return shown(campaign)


@blueprint.post("/campaigns/<int:campaign_id>/searches", tags=TAGS)
@door("campaign.write", load)
@blueprint.response(202, SearchSchema)
def create_search(campaign: Campaign) -> CampaignSearch:
    """Look for more prospects."""
    return services.search_more(campaign)
