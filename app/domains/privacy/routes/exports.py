"""Files to take away: asked for, followed, fetched."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, requires, workspace_id
from app.core.htmx import render
from app.core.storage import StorageError
from app.domains.privacy import erasing_words, exporting
from app.domains.privacy.models import PrivacyExport
from app.domains.privacy.routes.console import MANAGES, attached, blueprint
from app.domains.privacy.states import Subject


def _load(export_id: int) -> PrivacyExport:
    return exporting.export_of(workspace_id(), export_id) or abort(404)


@blueprint.get("/exportations")
@requires(MANAGES)
def list_exports() -> ResponseReturnValue:
    """Show the files that were asked for."""
    rows = exporting.of_workspace(workspace_id())
    return render_template("privacy/exports.html", rows=rows, words=erasing_words)


@blueprint.post("/exportations")
@requires(MANAGES)
@proved
def create_export() -> ResponseReturnValue:
    """Have the workspace's own files made."""
    row = exporting.ask(workspace_id(), Subject.WORKSPACE, current_user.id)
    flash(erasing_words.EXPORT_ASKED, "good")
    return redirect(url_for("privacy.show_export", export_id=row.id), code=303)


@blueprint.get("/exportations/<int:export_id>")
@requires(MANAGES)
def show_export(export_id: int) -> ResponseReturnValue:
    """Show how far an export is, and its files."""
    row = _load(export_id)
    is_open = exporting.is_open(row)
    return render("privacy/export.html", "privacy/_export.html", row=row, is_open=is_open, words=erasing_words)


@blueprint.get("/exportations/<int:export_id>/<int:number>.zip")
@requires(MANAGES)
@proved
def fetch_export(export_id: int, number: int) -> ResponseReturnValue:
    """Give one file of an export."""
    try:
        content = exporting.part(_load(export_id), number) or abort(404)
    except StorageError:
        abort(503)
    answer: Response = attached(content, f"renseignements-{export_id}-{number}", exporting.PARTS)
    answer.headers["Cache-Control"] = "no-store"
    return answer
