"""What she wants to be told, how, and when not."""

from __future__ import annotations

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.domains.notifications import choices, forms, phones, wording
from app.domains.notifications.account_words import ALWAYS_SENT
from app.domains.notifications.kinds import CHOSEN, Channel

blueprint = Blueprint("preferences", __name__)


@blueprint.get("/preferences/notifications")
@requires("workspace.read")
def show() -> ResponseReturnValue:
    """Show the preferences."""
    return _page()


@blueprint.post("/preferences/notifications")
@requires("workspace.read")
def update() -> ResponseReturnValue:
    """Keep the preferences."""
    hours = forms.read_hours(request.form)
    if hours is None:
        return _page(error=wording.BAD_HOUR), 422
    choices.choose(current_user.id, workspace_id(), forms.read_kinds(request.form))
    choices.keep_quiet(current_user.id, workspace_id(), *hours)
    flash(wording.SAVED, "good")
    return redirect(url_for("preferences.show"), code=303)


def _page(error: str = "") -> str:
    choice = choices.choice_of(current_user.id, workspace_id())
    wanted = {kind: {way: choices.wants(choice, kind, way) for way in Channel} for kind in CHOSEN}
    subjects = [
        (title, [(kind, *wording.KINDS[kind], wanted[kind]) for kind in kinds]) for title, kinds in wording.SUBJECTS
    ]
    hours = (choice.quiet_from, choice.quiet_to) if choice is not None else (choices.QUIET_FROM, choices.QUIET_TO)
    shown = {"subjects": subjects, "hours": hours, "error": error}
    return render_template(
        "notifications/preferences.html",
        always=ALWAYS_SENT,
        phones=phones.of_person(current_user.id),
        push_key=phones.public_key(g.workspace),
        **shown,
    )
