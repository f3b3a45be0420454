"""What came of the workspace's publications, and the two numbers a person may type."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.domains.audit import services as audit
from app.domains.publishing import link_words, queries, result_pages, services
from app.domains.publishing.models import Delivery
from app.domains.publishing.results import Scope
from app.domains.publishing.routes.base import blueprint


@blueprint.get("/resultats")
@requires("metrics.read")
def show_results() -> ResponseReturnValue:
    """Show the results of the workspace."""
    return result_pages.page(Scope(workspace_id()), g.workspace.name, "/resultats")


@blueprint.get("/resultats.csv")
@requires("metrics.read")
def export_results() -> ResponseReturnValue:
    """Give them as CSV."""
    audit.note("export.results", workspace_id())
    return result_pages.csv_file(Scope(workspace_id()))


@blueprint.get("/resultats.pdf")
@requires("metrics.read")
def print_results() -> ResponseReturnValue:
    """Give them on one page of paper."""
    return result_pages.pdf_file(Scope(workspace_id()), g.workspace.name)


def _page(delivery: Delivery, status: int = 200, **more: object) -> ResponseReturnValue:
    shown = {"delivery": delivery, "typed": services.is_typed(delivery), "given": {}, **more}
    return render_template("publishing/results_figures.html", **shown), status


def _load(delivery_id: int) -> Delivery:
    found = queries.delivery(workspace_id(), delivery_id) or abort(404)
    return found if found.state == "published" else abort(404)


@blueprint.get("/envois/<int:delivery_id>/chiffres")
@requires("content.write")
def edit_figures(delivery_id: int) -> ResponseReturnValue:
    """Ask for two numbers where the network does not give them."""
    return _page(_load(delivery_id))


@blueprint.post("/envois/<int:delivery_id>/chiffres")
@requires("content.write")
def update_figures(delivery_id: int) -> ResponseReturnValue:
    """Keep the two numbers."""
    delivery, given = _load(delivery_id), request.form
    reactions, comments = (whole_number(given.get(name, "").strip()) for name in ("mentions", "commentaires"))
    try:
        services.type_figures(delivery, -1 if reactions is None else reactions, -1 if comments is None else comments)
    except Conflict as refusal:
        return _page(delivery, 422, given=given, refusal=refusal.message)
    flash(link_words.FIGURES_TYPED, "good")
    return redirect(url_for("publishing.show_content", content_id=delivery.content_id), code=303)
