"""The register of requests."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.domains.privacy import requests, wording
from app.domains.privacy.forms import AnswerForm
from app.domains.privacy.models import PrivacyRequest
from app.domains.privacy.routes.console import MANAGES, blueprint


def _load(request_id: int) -> PrivacyRequest:
    return requests.request_of(workspace_id(), request_id) or abort(404)


@blueprint.get("/demandes")
@requires(MANAGES)
def list_requests() -> ResponseReturnValue:
    """Show what people asked."""
    rows = [(row, requests.days_left(row)) for row in requests.of_workspace(workspace_id())]
    return render_template("privacy/requests.html", rows=rows, words=wording)


@blueprint.get("/demandes/<int:request_id>")
@requires(MANAGES)
def show_privacy_request(request_id: int) -> ResponseReturnValue:
    """Show one request, and what may be done about it."""
    return _page(_load(request_id), AnswerForm())


@blueprint.post("/demandes/<int:request_id>")
@requires(MANAGES)
def close_request(request_id: int) -> ResponseReturnValue:
    """Note what was answered."""
    row, form = _load(request_id), AnswerForm()
    if not form.validate():
        return _page(row, form, 422)
    requests.close(row, form.answer.data, by_id=current_user.id, refused=request.form.get("geste") == "refuser")
    flash(wording.ANSWERED, "good")
    return redirect(url_for("privacy.list_requests"), code=303)


def _page(row: PrivacyRequest, form: AnswerForm, status: int = 200) -> ResponseReturnValue:
    shown = {"row": row, "days": requests.days_left(row), "form": form, "words": wording}
    return render_template("privacy/request.html", **shown), status
