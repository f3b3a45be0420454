"""The prospects of the present filters, as files."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, request, stream_with_context
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import requires, workspace_id
from app.domains.audit import services as audit
from app.domains.leads import filters, spreadsheets
from app.domains.leads.routes.base import blueprint
from app.domains.leads.services import exporting

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _file(pieces: Iterator[str] | Iterator[bytes], name: str, mimetype: str) -> Response:
    answer = Response(stream_with_context(pieces), mimetype=mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _name(extension: str) -> str:
    return f"prospects-{clock.today().isoformat()}.{extension}"


@blueprint.get("/prospects/export.csv")
@requires("lead.read")
def export_csv() -> ResponseReturnValue:
    """Give the list as CSV, in pieces, whatever its length."""
    audit.note("export.leads", workspace_id())
    found = exporting.exported(workspace_id(), filters.read(request.args), "csv")
    return _file(spreadsheets.csv_pieces(found), _name("csv"), "text/csv")


@blueprint.get("/prospects/export.xlsx")
@requires("lead.read")
def export_xlsx() -> ResponseReturnValue:
    """Give the list as an Excel file."""
    audit.note("export.leads", workspace_id())
    found = exporting.exported(workspace_id(), filters.read(request.args), "xlsx")
    return _file(spreadsheets.xlsx_pieces(found), _name("xlsx"), EXCEL)
