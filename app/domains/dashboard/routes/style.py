"""The living page of style: every component, in every state."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import requires
from app.domains.campaigns.wording import TRADES
from app.domains.dashboard import wording
from app.domains.dashboard.starting import Step
from app.domains.publishing.charts import chart

blueprint = Blueprint("style", __name__)
SAMPLE_STEPS = [Step(name == "profile", *words) for name, words in wording.START.items()]


def _rising() -> list[tuple[date, int]]:
    return [(clock.today() - timedelta(days=27 - number), 2 + number * number // 19) for number in range(28)]


@blueprint.get("/style")
@requires("metrics.read")
def show() -> ResponseReturnValue:
    """Show every component in every state; never in production."""
    if current_app.config["SETTINGS"].app_env == "production":
        abort(404)
    return render_template("style/show.html", chart=chart(_rising()), steps=SAMPLE_STEPS, trades=TRADES)
