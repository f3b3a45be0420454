"""The log of decisions: of a publication, of the workspace, and as a file."""

from __future__ import annotations

from flask import Response, render_template, request, stream_with_context
from flask.typing import ResponseReturnValue

from app.core import clock, csv_files
from app.core.access import requires, workspace_id
from app.core.forms import whole_number
from app.domains.audit import services as audit
from app.domains.contents import decision_words, journal
from app.domains.publishing.routes.base import blueprint, load


def _number(name: str) -> int | None:
    return whole_number(request.args.get(name, ""))


def _asked() -> journal.Asked:
    kind = request.args.get("geste", "")
    return journal.Asked(kind=kind if kind in decision_words.KINDS else None, by_id=_number("personne"))


@blueprint.get("/contenus/journal")
@requires("journal.read")
def show_journal() -> ResponseReturnValue:
    """Show the decisions of the workspace, newest first; the filters are in the address."""
    page = journal.page(workspace_id(), asked := _asked(), after=_number("apres"))
    return render_template("publishing/journal.html", page=page, asked=asked, words=decision_words,
                           people=journal.people(workspace_id()), after=_number("apres"))  # fmt: skip


@blueprint.get("/contenus/journal.csv")
@requires("journal.read")
def export_journal() -> ResponseReturnValue:
    """Give the decisions of the present filters as CSV, in pieces, whatever their number."""
    audit.note("export.decisions", workspace_id())
    rows = map(decision_words.row, journal.every_line(workspace_id(), _asked()))
    answer = Response(stream_with_context(csv_files.pieces(decision_words.HEADERS, rows)), mimetype="text/csv")
    name = f"decisions-{clock.today().isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@blueprint.get("/contenus/<int:content_id>/journal")
@requires("journal.read")
def show_decisions(content_id: int) -> ResponseReturnValue:
    """Show the decisions taken on one publication, newest first."""
    content, after = load(content_id), _number("apres")
    page = journal.page(workspace_id(), journal.Asked(content_id=content_id), after=after)
    return render_template("publishing/decisions.html", content=content, page=page, words=decision_words, after=after)
