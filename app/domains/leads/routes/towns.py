"""Town suggestions."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import signed_in
from app.domains.leads import places
from app.domains.leads.routes.base import blueprint


@blueprint.get("/villes")
@signed_in
def towns() -> ResponseReturnValue:
    """Propose towns for the letters typed (`q`, or the field's own name, `city` or `ville`)."""
    words = request.args.get("q") or request.args.get("city") or request.args.get("ville") or ""
    return render_template("leads/_towns.html", towns=places.suggest(words[:120]))
