"""What one does to a campaign, each a noun: a search, a try, publications, a pause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires
from app.core.htmx import go_to, wants_piece
from app.domains.campaigns import services, wording
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.routes.base import blueprint, load, page_of, view


def _act(campaign_id: int, verb: Callable[[Campaign], Any], sentence: str) -> ResponseReturnValue:
    campaign = load(campaign_id)
    verb(campaign)
    if wants_piece():
        return make_response(render_template("campaigns/gesture.htmx.html", sentence=sentence, **view(campaign_id)))
    flash(sentence, "good")
    return redirect(page_of(campaign), code=303)


@blueprint.post("/campagnes/<int:campaign_id>/recherches")
@requires("campaign.write")
def create_search(campaign_id: int) -> ResponseReturnValue:
    """Look for more prospects."""
    return _act(campaign_id, services.search_more, wording.SEARCHING_MORE)


@blueprint.post("/campagnes/<int:campaign_id>/essais")
@requires("campaign.write")
def create_try(campaign_id: int) -> ResponseReturnValue:
    """Try again what waits or failed."""
    return _act(campaign_id, services.retry, wording.RETRIED)


@blueprint.post("/campagnes/<int:campaign_id>/publications")
@requires("campaign.write")
def create_posts(campaign_id: int) -> ResponseReturnValue:
    """Have publications written for the next best prospects."""
    return _act(campaign_id, services.write_posts, wording.WRITING_ORDERED)


@blueprint.post("/campagnes/<int:campaign_id>/pause")
@requires("campaign.write")
def create_pause(campaign_id: int) -> ResponseReturnValue:
    """Stop it."""
    return _act(campaign_id, services.pause, wording.PAUSED)


@blueprint.delete("/campagnes/<int:campaign_id>/pause")
@requires("campaign.write")
def delete_pause(campaign_id: int) -> ResponseReturnValue:
    """Take it up again."""
    return _act(campaign_id, services.resume, wording.RESUMED)


@blueprint.delete("/campagnes/<int:campaign_id>")
@requires("campaign.delete")
def delete(campaign_id: int) -> ResponseReturnValue:
    """Delete it for good."""
    services.delete(load(campaign_id))
    flash(wording.DELETED, "good")
    return go_to(url_for("campaigns.index"))
