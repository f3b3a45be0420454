"""The blueprint, and the scoped load that every door begins with."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, g, url_for

from app.core.access import may, workspace_id
from app.domains.campaigns import queries, wording
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.next_steps import step_of
from app.domains.campaigns.progress import Progress

blueprint = Blueprint("campaigns", __name__)
blueprint.app_template_global("campaign_state")(wording.state)
blueprint.app_template_global("campaign_tone")(wording.tone)
blueprint.app_template_global("campaign_trade")(wording.trade)
blueprint.app_template_global("campaign_place")(wording.place)


@blueprint.app_template_global("gallery_of")
def gallery_of(campaign: Campaign, *, state: str | None = None) -> str:
    """Return the address of the gallery with this campaign's publications alone, or those of them in a state."""
    return url_for("publishing.gallery", campaign_id=campaign.id, etat=state)


def load(campaign_id: int) -> Campaign:
    """Return a campaign of this workspace, or answer 404."""
    return queries.campaign(workspace_id(), campaign_id) or abort(404)


def page_of(campaign: Campaign) -> str:
    """Return the address of a campaign's page."""
    return url_for("campaigns.show", campaign_id=campaign.id)


def view(campaign_id: int) -> dict[str, Any]:
    """Return what the page of a campaign shows, in four queries; 404 when it is not of this workspace."""
    found = queries.campaign_with_search(workspace_id(), campaign_id) or abort(404)
    progress = Progress(*found, queries.metrics([campaign_id])[campaign_id])
    return {
        "campaign": found[0],
        "progress": progress,
        "metrics": progress.metrics,
        "leads": queries.campaign_leads(campaign_id, limit=queries.BEST).items if may("lead.read") else [],
        "contents": queries.latest_contents(campaign_id) if progress.metrics.contents else [],
        "workspace": g.workspace,
        "step": step_of(found[0], progress),
        "words": wording,
    }
