"""The one question of the home page."""

from __future__ import annotations

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires
from app.core.htmx import go_to
from app.domains.dashboard import survey, wording

blueprint = Blueprint("survey", __name__)


@blueprint.post("/question")
@requires("workspace.read")
def create_answer() -> ResponseReturnValue:
    """Keep an answer, or that she would rather not."""
    survey.answer(current_user, request.form.get("score", ""))
    flash(wording.THANKS, "good")
    return go_to(url_for("dashboard.show"))
