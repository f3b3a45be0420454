"""Bring a file of prospects in: give it, confirm its columns, follow it, take it back."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import storage
from app.core.access import requires, workspace_id
from app.core.forms import whole_number
from app.core.htmx import render
from app.domains.leads import files, import_words, membership, queries, services
from app.domains.leads.forms import ImportForm, MappingForm, mapping_form
from app.domains.leads.models import LeadImport
from app.domains.leads.routes.base import blueprint


def load_import(import_id: int) -> LeadImport:
    """Return an import of this workspace, or answer 404."""
    return queries.lead_import(workspace_id(), import_id) or abort(404)


@blueprint.get("/importations/nouvelle")
@requires("lead.write")
def new_import() -> ResponseReturnValue:
    """Ask for a file, or for pasted lines."""
    return _new_page(ImportForm(campaign_id=whole_number(request.args.get("campagne", "")) or 0))


@blueprint.post("/importations/nouvelle")
@requires("lead.write")
def create_import() -> ResponseReturnValue:
    """Keep a file, and show what its columns seem to hold."""
    form = ImportForm()
    try:
        row = services.receive(workspace_id(), _upload(form), current_user.id)
    except (files.Unreadable, storage.StorageError) as error:
        form.file.errors = [_refusal(form, getattr(error, "code", ""))]
        return _new_page(form, 422)
    return redirect(url_for("leads.show_import", import_id=row.id), code=303)


@blueprint.get("/importations/<int:import_id>")
@requires("lead.write")
def show_import(import_id: int) -> ResponseReturnValue:
    """Show the columns to confirm, how far it is, or what it brought."""
    row = load_import(import_id)
    return _show(row, mapping_form(row))


@blueprint.post("/importations/<int:import_id>/lancement")
@requires("lead.write")
def launch_import(import_id: int) -> ResponseReturnValue:
    """Begin, with the columns a person confirmed."""
    row = load_import(import_id)
    form = mapping_form(row)
    if not form.validate():
        return _show(row, form, 422)
    services.confirm(row, form.mapping())
    return redirect(url_for("leads.show_import", import_id=row.id), code=303)


@blueprint.get("/importations/<int:import_id>/rejets.csv")
@requires("lead.write")
def show_rejects(import_id: int) -> ResponseReturnValue:
    """Give back the rows left aside."""
    row = load_import(import_id)
    kept = storage.store().get(row.rejects_key) if row.rejects_key else abort(404)
    answer = Response(kept.content, mimetype="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="rejets-{row.id}.csv"'
    return answer


@blueprint.delete("/importations/<int:import_id>")
@requires("lead.write")
def delete_import(import_id: int) -> ResponseReturnValue:
    """Take it back."""
    row = load_import(import_id)
    services.undo_import(row)
    flash(import_words.UNDONE, "good")
    return redirect(url_for("leads.index"), code=303)


def _upload(form: ImportForm) -> services.Upload:
    trade = membership.trade(workspace_id(), form.campaign_id.data)
    campaign_id = form.campaign_id.data if trade else None
    given = form.file.data
    if given is not None and given.filename:
        return services.Upload(given.filename, given.read(), campaign_id, trade or "other")
    pasted = (form.pasted.data or "").encode()
    return services.Upload(import_words.PASTED, pasted, campaign_id, trade or "other")


def _refusal(form: ImportForm, code: str) -> str:
    if code == "empty" and not (form.file.data and form.file.data.filename):
        return import_words.NOTHING_GIVEN
    return import_words.UNREADABLE.get(code, import_words.NOT_KEPT)


def _new_page(form: ImportForm, status: int = 200) -> ResponseReturnValue:
    form.campaign_id.choices = [(0, import_words.NO_CAMPAIGN), *membership.campaigns(workspace_id())]
    past = queries.lead_imports(workspace_id())
    return render_template("leads/imports/new.html", form=form, past=past, words=import_words), status


def _show(row: LeadImport, form: MappingForm, status: int = 200) -> ResponseReturnValue:
    page, piece = "leads/imports/show.html", "leads/imports/_progress.html"
    return render(page, piece, status=status, row=row, form=form, words=import_words)
