"""The profile in three questions, one screen each, two where a trade always says « vous »; then the first campaign."""

from __future__ import annotations

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires
from app.core.htmx import go_to
from app.domains.dashboard import wording
from app.domains.dashboard.forms import Question, TownForm, TradeForm, VoiceForm
from app.domains.workspaces import services as workspaces
from app.providers.contracts import FORMAL_TRADES

# Each question is at an address of its own, and on a page of that name.
QUESTIONS = ("trade", "town", "voice")
blueprint = Blueprint("welcoming", __name__, url_prefix="/bienvenue")


def _answer(form: Question) -> ResponseReturnValue:
    last = len(QUESTIONS)
    steps = last - 1 if form.step < last and g.workspace.industry in FORMAL_TRADES else last
    if request.method == "POST" and form.validate():
        workspaces.update_profile(g.workspace, **form.data)
        if form.step < steps:
            return go_to(url_for(f"welcoming.{QUESTIONS[form.step]}"))
        flash(wording.WELCOMED, "good")
        return go_to(url_for("campaigns.new"))
    page = render_template(
        f"welcome/{QUESTIONS[form.step - 1]}.html", form=form, step=form.step, step_count=steps, words=wording
    )
    return page, 422 if form.errors else 200


@blueprint.get("")
@requires("profile.write")
def show() -> ResponseReturnValue:
    """Begin with the first question."""
    return redirect(url_for("welcoming.trade"), code=303)


@blueprint.route("/metier", methods=["GET", "POST"])
@requires("profile.write")
def trade() -> ResponseReturnValue:
    """Ask what the business does."""
    # A new workspace is of no trade yet: « autre » is what the column holds, not what she chose.
    chosen = g.workspace.industry if g.workspace.city or g.workspace.industry != "other" else None
    form = TradeForm(industry=chosen, industry_words=g.workspace.industry_words)
    return _answer(form)


@blueprint.route("/ville", methods=["GET", "POST"])
@requires("profile.write")
def town() -> ResponseReturnValue:
    """Ask where it is."""
    return _answer(TownForm(city=g.workspace.city))


@blueprint.route("/ton", methods=["GET", "POST"])
@requires("profile.write")
def voice() -> ResponseReturnValue:
    """Ask how it speaks to its readers."""
    return _answer(VoiceForm(form_of_address=g.workspace.form_of_address))
