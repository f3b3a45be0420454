"""The register of consents: read, taken away, noted by hand, withdrawn."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import clock, csv_files
from app.core.access import requires, workspace_id
from app.core.forms import whole_number
from app.domains.audit import services as audit
from app.domains.compliance.services import ConsentRefused
from app.domains.privacy import consent_words, consents
from app.domains.privacy.consent_forms import ConsentForm
from app.domains.privacy.routes.console import MANAGES, blueprint


def _load(consent_id: int) -> consents.Line:
    return consents.line_of(workspace_id(), consent_id) or abort(404)


def _asking(form: ConsentForm, error: str = "", status: int = 200) -> ResponseReturnValue:
    errors = [error] if error else form.email.errors
    return render_template("privacy/new_consent.html", form=form, errors=errors, today=clock.today()), status


@blueprint.get("/consentements")
@requires(MANAGES)
def list_consents() -> ResponseReturnValue:
    """Show the register, newest first; the filters are in the address."""
    asked, after = consents.read(request.args), whole_number(request.args.get("apres", ""))
    page = consents.page(workspace_id(), asked, after)
    return render_template("privacy/consents.html", page=page, asked=asked, after=after, words=consent_words)


@blueprint.get("/consentements/registre.csv")
@requires(MANAGES)
def export_consents() -> ResponseReturnValue:
    """Give the lines of the present filters as CSV, in pieces, whatever their number."""
    audit.note("export.consents", workspace_id())
    rows = map(consent_words.row, consents.every_line(workspace_id(), consents.read(request.args)))
    name = f'attachment; filename="consentements-{clock.today().isoformat()}.csv"'
    pieces = stream_with_context(csv_files.pieces(consent_words.HEADERS, rows))
    return pieces, {"Content-Type": "text/csv; charset=utf-8", "Content-Disposition": name}


@blueprint.get("/consentements/nouveau")
@requires(MANAGES)
def new_consent() -> ResponseReturnValue:
    """Ask who said yes, when and how."""
    return _asking(ConsentForm())


@blueprint.post("/consentements/nouveau")
@requires(MANAGES)
def create_consent() -> ResponseReturnValue:
    """Note an express consent."""
    form = ConsentForm()
    if not form.validate():
        return _asking(form, status=422)
    if consents.has_express(workspace_id(), form.email.data):
        return _asking(form, str(consent_words.ALREADY), 422)
    return _noted(form)


def _noted(form: ConsentForm) -> ResponseReturnValue:
    try:
        row = consents.note_express(workspace_id(), form.email.data, form.proof(current_user.id))
    except ConsentRefused as refused:
        return _asking(form, str(refused), 422)
    flash(consent_words.NOTED, "good")
    return redirect(url_for("privacy.show_consent", consent_id=row.id), code=303)


@blueprint.get("/consentements/<int:consent_id>")
@requires(MANAGES)
def show_consent(consent_id: int) -> ResponseReturnValue:
    """Show one consent with its whole proof."""
    return render_template("privacy/consent.html", line=_load(consent_id), words=consent_words)


@blueprint.post("/consentements/<int:consent_id>/retrait")
@requires(MANAGES)
def create_withdrawal(consent_id: int) -> ResponseReturnValue:
    """Note that the person takes her consent back."""
    consents.withdraw(_load(consent_id), by_id=current_user.id)
    flash(consent_words.WITHDRAWAL_NOTED, "good")
    return redirect(url_for("privacy.show_consent", consent_id=consent_id), code=303)
