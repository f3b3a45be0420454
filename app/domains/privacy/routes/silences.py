"""The do-not-contact list."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.domains.privacy import silence_words, silences
from app.domains.privacy.routes.console import MANAGES, blueprint

LONGEST = 254


def _page(typed: str = "", errors: tuple[str, ...] = (), status: int = 200) -> ResponseReturnValue:
    why = silences.reasons(workspace_id(), typed) if typed else frozenset()
    shown = {"rows": silences.newest(workspace_id()), "typed": typed, "why": sorted(why), "errors": errors}
    return render_template("privacy/silences.html", words=silence_words, **shown), status


@blueprint.get("/ne-plus-contacter")
@requires(MANAGES)
def list_silences() -> ResponseReturnValue:
    """Show the list, and whether somebody is on it."""
    return _page(request.args.get("q", "")[:LONGEST])


@blueprint.post("/ne-plus-contacter")
@requires(MANAGES)
def create_silence() -> ResponseReturnValue:
    """Call and write to somebody no more."""
    typed = request.form.get("q", "")[:LONGEST]
    if not silences.add(workspace_id(), typed, current_user.id):
        return _page("", (silence_words.NEITHER,), 422)
    flash(silence_words.ADDED, "good")
    return redirect(url_for("privacy.list_silences"), code=303)
