"""What counts in the score of prospects."""

from __future__ import annotations

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires
from app.domains.leads import scoring, services, sheet_words
from app.domains.leads.forms import WeightsForm
from app.domains.leads.routes.base import blueprint


def _page(form: WeightsForm, status: int = 200) -> ResponseReturnValue:
    return render_template("leads/weights.html", form=form, usual=scoring.WEIGHTS), status


@blueprint.get("/profil/score")
@requires("lead.read")
def weights() -> ResponseReturnValue:
    """Show what counts, and how much."""
    return _page(WeightsForm(data=g.workspace.score_weights or scoring.WEIGHTS))


@blueprint.post("/profil/score")
@requires("profile.write")
def update_weights() -> ResponseReturnValue:
    """Keep what counts, and score every prospect again."""
    form = WeightsForm()
    if not form.validate():
        return _page(form, 422)
    changed = services.weigh(g.workspace, form.weights())
    flash(sheet_words.WEIGHED if changed else sheet_words.UNCHANGED, "good")
    return redirect(url_for("leads.weights"), code=303)


@blueprint.delete("/profil/score")
@requires("profile.write")
def reset_weights() -> ResponseReturnValue:
    """Go back to the usual weights."""
    services.weigh(g.workspace, scoring.WEIGHTS)
    flash(sheet_words.WEIGHED, "good")
    return redirect(url_for("leads.weights"), code=303)
