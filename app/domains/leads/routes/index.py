"""The workspace's prospects: sorted, filtered, fifty a page; all of it is in the address."""

from __future__ import annotations

from typing import Any

from flask import g, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.htmx import render, wants_piece
from app.domains.leads import filters, list_words, listing, maps, membership, queries
from app.domains.leads.routes.base import blueprint


@blueprint.get("/prospects")
@requires("lead.read")
def index() -> ResponseReturnValue:
    """List the prospects; a change of the filters gets the list alone, and the address that says it."""
    asked, after = filters.read(request.args), request.args.get("after", "")
    context = _view(asked, after)
    if not wants_piece():
        return render_template("leads/index.html", **context)
    answer = make_response(render_template("leads/list.htmx.html", **context))
    shown: dict[str, Any] = {**asked.query, "after": after or None}
    answer.headers["HX-Push-Url"] = url_for("leads.index", **shown)
    return answer


def _view(asked: filters.Filters, after: str) -> dict[str, Any]:
    page = listing.page(workspace_id(), asked, after=after)
    return {
        "page": page,
        "asked": asked,
        "after": after,
        "sources": queries.sources_of([lead.id for lead in page.leads]),
        "names": queries.shown_names(page.leads),
        "chains": listing.chain_sizes(workspace_id(), asked, page.leads),
        "campaigns": membership.campaigns(workspace_id()),
        "workspace": g.workspace,
        "words": list_words,
    }


@blueprint.get("/prospects/carte")
@requires("lead.read")
def show_map() -> ResponseReturnValue:
    """Draw the first prospects of the list, from where its page begins."""
    asked = filters.read(request.args)
    rows = listing.marks(workspace_id(), asked, after=request.args.get("after", ""), limit=maps.MOST_POINTS)
    points = listing.points([row.id for row in rows])
    return render("leads/map.html", "leads/_map.html", map=maps.draw(points), unplaced=len(rows) - len(points),
                  asked=asked)  # fmt: skip
