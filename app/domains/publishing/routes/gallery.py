"""The gallery, and the page of a publication."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import may, requires, workspace_id
from app.core.forms import whole_number
from app.core.htmx import render
from app.domains.contents import queries as contents
from app.domains.contents.states import ContentState
from app.domains.publishing import queries, wording
from app.domains.publishing.routes.base import blueprint, load, view


def _number(name: str) -> int | None:
    return whole_number(request.args.get(name, ""))


@blueprint.get("/contenus")
@requires("content.read")
def gallery() -> ResponseReturnValue:
    """Show the publications, newest first; the filters are in the address."""
    state, campaign_id = request.args.get("etat", ""), _number("campaign_id")
    state = state if state in set(ContentState) else ""
    page = contents.gallery(workspace_id(), state=state or None, campaign_id=campaign_id, after=_number("apres"))
    return render_template(
        "publishing/gallery.html", page=page, state=state, campaign_id=campaign_id, tabs=wording.TABS,
        counts=contents.counts(workspace_id(), campaign_id), may_decide=may("content.approve"),
        deliveries=queries.delivery_of([row.id for row in page]),
    )  # fmt: skip


@blueprint.get("/contenus/<int:content_id>")
@requires("content.read")
def show_content(content_id: int) -> ResponseReturnValue:
    """Show a publication, to be decided with a thumb; a gesture gets the whole of it in a dialog."""
    return render("publishing/show.html", "publishing/whole.htmx.html", **view(load(content_id)))


@blueprint.get("/contenus/<int:content_id>/envoi")
@requires("content.read")
def show_delivery(content_id: int) -> ResponseReturnValue:
    """Show where its delivery stands; nothing, while that is what the page shows already."""
    shown = view(load(content_id))
    if shown["moving"] and request.args.get("vu") == shown["version"]:
        return "", 204
    return render_template("publishing/delivery.htmx.html", **shown)
