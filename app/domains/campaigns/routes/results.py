"""What came of one campaign's publications."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.domains.audit import services as audit
from app.domains.campaigns.routes.base import blueprint, load, page_of
from app.domains.publishing import result_pages
from app.domains.publishing.results import Scope


@blueprint.get("/campagnes/<int:campaign_id>/resultats")
@requires("metrics.read")
def show_results(campaign_id: int) -> ResponseReturnValue:
    """Show its results."""
    campaign = load(campaign_id)
    return result_pages.page(Scope(workspace_id(), campaign.id), campaign.name, f"{page_of(campaign)}/resultats")


@blueprint.get("/campagnes/<int:campaign_id>/resultats.csv")
@requires("metrics.read")
def export_results(campaign_id: int) -> ResponseReturnValue:
    """Give them as CSV."""
    campaign = load(campaign_id)
    audit.note("export.results", workspace_id())
    return result_pages.csv_file(Scope(workspace_id(), campaign.id))


@blueprint.get("/campagnes/<int:campaign_id>/resultats.pdf")
@requires("metrics.read")
def print_results(campaign_id: int) -> ResponseReturnValue:
    """Give them on one page of paper."""
    campaign = load(campaign_id)
    return result_pages.pdf_file(Scope(workspace_id(), campaign.id), campaign.name)
