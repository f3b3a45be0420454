"""Many publications at once: chosen in the gallery, decided, taken back."""

from __future__ import annotations

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.core.htmx import wants_piece
from app.domains.contents import gallery as shelves
from app.domains.contents.states import ContentState
from app.domains.publishing import gallery_words
from app.domains.publishing.routes.base import blueprint, origin
from app.domains.publishing.routes.gallery import gallery_view, whole_page
from app.domains.publishing.services import bulk


def _chosen() -> dict[int, int | None]:
    """Return what was chosen, each with the revision its card showed; a box says « number » or « number-revision »."""
    ticked = {
        found: (whole_number(seen) or 0) if seen else None
        for raw in request.form.getlist("choisi")
        for number, _, seen in [raw.partition("-")]
        if (found := whole_number(number))
    }
    if request.form.get("tous") != "1":
        return ticked
    waiting = shelves.read(request.args).of_state(ContentState.PENDING)
    return {each: ticked.get(each) for each in shelves.ids(workspace_id(), waiting, limit=bulk.MOST)}


def _shown(batch: bulk.Batch) -> ResponseReturnValue:
    asked = shelves.read(request.args)
    if not wants_piece():
        return whole_page(asked, batch=batch)
    return make_response(render_template("publishing/list.htmx.html", **gallery_view(asked, batch=batch)))


def _nothing_chosen() -> ResponseReturnValue:
    if wants_piece():
        raise Conflict("nothing_chosen", gallery_words.NOTHING_CHOSEN)
    flash(gallery_words.NOTHING_CHOSEN, "bad")
    return show_bulk()


@blueprint.get("/contenus/lot")
@requires("content.read")
def show_bulk() -> ResponseReturnValue:
    """Lead back to the gallery: what was done to many is said once."""
    return redirect(url_for("publishing.gallery") + shelves.read(request.args).told())


@blueprint.post("/contenus/lot")
@requires("content.approve")
def create_bulk_decision() -> ResponseReturnValue:
    """Approve or reject what was chosen, and say what came of it."""
    verb, chosen = request.form.get("geste", ""), _chosen()
    if verb not in {bulk.APPROVE, bulk.REJECT}:
        abort(400)
    if not chosen:
        return _nothing_chosen()
    return _shown(bulk.decide_many(workspace_id(), chosen, verb, current_user.id, origin()))


@blueprint.delete("/contenus/lot")
@requires("content.approve")
def delete_bulk_decision() -> ResponseReturnValue:
    """Take the whole of it back, and say what could not be."""
    chosen = _chosen()
    if not chosen:
        return _nothing_chosen()
    return _shown(bulk.take_back(workspace_id(), list(chosen), current_user.id, origin()))
