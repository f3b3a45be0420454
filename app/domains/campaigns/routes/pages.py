"""The list of campaigns, and the page of one, which moves by itself."""

from __future__ import annotations

from flask import Response, g, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.forms import whole_number
from app.core.htmx import wants_piece
from app.domains.campaigns import queries, wording
from app.domains.campaigns.routes.base import blueprint, load, view
from app.domains.campaigns.routes.wizard import next_step
from app.domains.campaigns.states import CampaignState


@blueprint.get("/campagnes")
@requires("campaign.read")
def index() -> ResponseReturnValue:
    """List the campaigns, newest first."""
    after = whole_number(request.args.get("after", ""))
    page = queries.campaigns(workspace_id(), after=after)
    metrics = queries.metrics([campaign.id for campaign in page.items])
    return render_template("campaigns/index.html", page=page, metrics=metrics, after=after, workspace=g.workspace)


@blueprint.get("/campagnes/<int:campaign_id>")
@requires("campaign.read")
def show(campaign_id: int) -> ResponseReturnValue:
    """Show one campaign; a poll gets only what changed since the mark it sends."""
    context = view(campaign_id)
    if context["campaign"].state == CampaignState.DRAFT:
        return redirect(next_step(context["campaign"]), code=303)
    if not wants_piece():
        return render_template("campaigns/show.html", **context)
    if request.args.get("vu") == context["progress"].mark:
        return Response(status=204)
    return make_response(render_template("campaigns/progress.htmx.html", **context))


@blueprint.get("/campagnes/<int:campaign_id>/suppression")
@requires("campaign.delete")
def confirm_deletion(campaign_id: int) -> ResponseReturnValue:
    """Ask before deleting, where there is no script for a dialog."""
    campaign = load(campaign_id)
    metrics = queries.metrics([campaign.id])[campaign.id]
    return render_template("campaigns/deletion.html", campaign=campaign, metrics=metrics, words=wording)
