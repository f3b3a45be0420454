"""The gallery, and the page of a publication."""

from __future__ import annotations

from typing import Any

from flask import make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import may, requires, workspace_id
from app.core.htmx import wants_piece
from app.domains.contents import gallery as shelves
from app.domains.leads import membership
from app.domains.publishing import gallery_words, queries, wording
from app.domains.publishing.routes.base import blueprint, load, view
from app.domains.publishing.routes.studio import dialog

FOLLOWING = "gallery-more"
blueprint.app_template_global("content_badge")(wording.state_words)
blueprint.app_template_global("excerpt")(gallery_words.excerpt)


@blueprint.get("/contenus")
@requires("content.read")
def gallery() -> ResponseReturnValue:
    """Show the publications; a change of the filters gets the list alone, and its last row the following ones."""
    asked, after = shelves.read(request.args), request.args.get("apres", "")
    if not wants_piece():
        return render_template("publishing/gallery.html", **gallery_view(asked, after), **_choices())
    if request.headers.get("HX-Target") == FOLLOWING:
        return render_template("publishing/following.htmx.html", **_shelf(asked, after))
    answer = make_response(render_template("publishing/list.htmx.html", **gallery_view(asked, after)))
    answer.headers["HX-Push-Url"] = url_for("publishing.gallery") + asked.told()
    return answer


def gallery_view(asked: shelves.Filters, after: str = "", **more: Any) -> dict[str, Any]:
    """Return what the list of the gallery shows, in three queries."""
    counts = shelves.counts(workspace_id(), asked)
    total = counts[asked.state] if asked.state else sum(counts.values())
    return {**_shelf(asked, after), "counts": counts, "total": total, "tabs": wording.TABS, "after": after, **more}


def whole_page(asked: shelves.Filters, **more: Any) -> str:
    """Return the gallery as a page, with what was just done to many."""
    return render_template("publishing/gallery.html", **gallery_view(asked), **_choices(), **more)


def _shelf(asked: shelves.Filters, after: str) -> dict[str, Any]:
    page = shelves.shelf(workspace_id(), asked, after=after)
    return {
        "page": page,
        "asked": asked,
        "deliveries": queries.deliveries_of([row.id for row in page]),
        "may_decide": may("content.approve"),
        "words": gallery_words,
    }


def _choices() -> dict[str, Any]:
    return {"campaigns": membership.campaigns(workspace_id())}


@blueprint.get("/contenus/<int:content_id>")
@requires("content.read")
def show_content(content_id: int) -> ResponseReturnValue:
    """Show a publication, to be decided with a thumb; a gesture of the gallery gets the whole of it in a dialog."""
    content = load(content_id)
    if wants_piece():
        return dialog(content)
    return render_template("publishing/show.html", **view(content))


@blueprint.get("/contenus/<int:content_id>/envoi")
@requires("content.read")
def show_delivery(content_id: int) -> ResponseReturnValue:
    """Show where its delivery stands; nothing, while that is what the page shows already."""
    shown = view(load(content_id))
    if shown["moving"] and request.args.get("vu") == shown["version"]:
        return "", 204
    return render_template("publishing/delivery.htmx.html", **shown)
