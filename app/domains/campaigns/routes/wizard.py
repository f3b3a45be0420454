"""Three questions and a check, one screen each. A GET writes nothing: the first answer opens the draft."""

from __future__ import annotations

import functools
from collections.abc import Callable

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.htmx import go_to
from app.domains.campaigns import queries, rules, services, wording
from app.domains.campaigns.forms import NameForm, PlaceForm, StepForm, TradeForm
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.routes.base import blueprint, load, page_of
from app.domains.campaigns.states import CampaignState
from app.domains.leads.services import PlaceError
from app.domains.workspaces.services import workspace_by_id

STEPS = 4
UNFINISHED = "draft_id"


def next_step(campaign: Campaign) -> str:
    """Return the address of the first question without an answer, or of the check page."""
    if not campaign.industry:
        return url_for("campaigns.trade", campaign_id=campaign.id)
    if campaign.latitude is None:
        return url_for("campaigns.place", campaign_id=campaign.id)
    return url_for("campaigns.check", campaign_id=campaign.id)


def of_draft(view: Callable[[Campaign], ResponseReturnValue]) -> Callable[[int], ResponseReturnValue]:
    """Give the view its draft; a campaign that is already launched is shown instead."""

    @functools.wraps(view)
    def with_draft(campaign_id: int) -> ResponseReturnValue:
        campaign = load(campaign_id)
        return view(campaign) if campaign.state == CampaignState.DRAFT else redirect(page_of(campaign), code=303)

    return with_draft


def _unfinished() -> Campaign | None:
    # The browser's Back brings here again: the draft it has just opened is taken up, not doubled.
    draft_id = session.get(UNFINISHED)
    if not isinstance(draft_id, int) or "autre" in request.values:
        return None
    found = queries.campaign(workspace_id(), draft_id)
    return found if found is not None and found.state == CampaignState.DRAFT else None


def _ask(step: int, template: str, form: StepForm, campaign: Campaign | None) -> ResponseReturnValue:
    status = 422 if form.errors else 200
    page = render_template(f"campaigns/{template}.html", step=step, step_count=STEPS, form=form, campaign=campaign,
                           words=wording, errors=form.errors)  # fmt: skip
    return page, status


@blueprint.get("/campagnes/nouvelle")
@requires("campaign.write")
def new() -> ResponseReturnValue:
    """Ask what to call it."""
    campaign = _unfinished()
    return _ask(1, "name", NameForm(name=campaign.name if campaign else ""), campaign)


@blueprint.post("/campagnes/nouvelle")
@requires("campaign.write")
def create() -> ResponseReturnValue:
    """Keep the name, and open the draft."""
    form, campaign = NameForm(), _unfinished()
    try:
        if campaign is None:
            campaign = services.open_draft(workspace_id(), form.name.data or "")
        else:
            services.rename(campaign, form.name.data or "")
    except rules.AnswerRefused as error:
        form.refuse(error.field, str(error))
        return _ask(1, "name", form, campaign)
    session[UNFINISHED] = campaign.id
    return go_to(next_step(campaign))


@blueprint.route("/campagnes/<int:campaign_id>/nom", methods=["GET", "POST"])
@requires("campaign.write")
@of_draft
def name(campaign: Campaign) -> ResponseReturnValue:
    """Ask again what to call it."""
    form = NameForm(name=campaign.name)
    if request.method == "POST":
        try:
            services.rename(campaign, form.name.data or "")
            return go_to(next_step(campaign))
        except rules.AnswerRefused as error:
            form.refuse(error.field, str(error))
    return _ask(1, "name", form, campaign)


@blueprint.route("/campagnes/<int:campaign_id>/metier", methods=["GET", "POST"])
@requires("campaign.write")
@of_draft
def trade(campaign: Campaign) -> ResponseReturnValue:
    """Ask what to look for."""
    form = TradeForm(industry=campaign.industry, industry_words=campaign.industry_words)
    if request.method == "POST":
        try:
            services.choose_trade(campaign, form.industry.data or "", form.industry_words.data or "")
            return go_to(next_step(campaign))
        except rules.AnswerRefused as error:
            form.refuse(error.field, str(error))
    return _ask(2, "trade", form, campaign)


@blueprint.route("/campagnes/<int:campaign_id>/lieu", methods=["GET", "POST"])
@requires("campaign.write")
@of_draft
def place(campaign: Campaign) -> ResponseReturnValue:
    """Ask where to look; the profile's town is proposed."""
    form = PlaceForm(city=campaign.city or workspace_by_id(workspace_id()).city, province=campaign.province)
    if request.method == "POST":
        try:
            services.choose_place(campaign, form.city.data or "", form.province.data or "")
            return go_to(next_step(campaign))
        except PlaceError as error:
            form.refuse(error.field, str(error))
    return _ask(3, "place", form, campaign)


@blueprint.get("/campagnes/<int:campaign_id>/verification")
@requires("campaign.write")
@of_draft
def check(campaign: Campaign) -> ResponseReturnValue:
    """Show the answers once more."""
    address = next_step(campaign)
    if address != request.path:
        return redirect(address, code=303)
    demo = workspace_by_id(workspace_id()).is_demo
    return render_template(
        "campaigns/check.html", step=STEPS, step_count=STEPS, campaign=campaign, demo=demo, words=wording
    )


@blueprint.post("/campagnes/<int:campaign_id>/verification")
@requires("campaign.write")
def launch(campaign_id: int) -> ResponseReturnValue:
    """Launch it, once."""
    campaign = load(campaign_id)
    if services.launch(campaign):
        flash(wording.LAUNCHED, "good")
    session.pop(UNFINISHED, None)
    return go_to(page_of(campaign))
