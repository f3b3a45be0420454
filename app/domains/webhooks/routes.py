"""Pages of webhooks: the addresses, one of them with its log, and what may be done to each."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import once
from app.core.access import proved, requires, workspace_id
from app.core.forms import whole_number
from app.core.limits import limiter
from app.domains.webhooks import queries, services, wording
from app.domains.webhooks.forms import EndpointForm
from app.domains.webhooks.models import WebhookEndpoint

blueprint = Blueprint("webhooks", __name__, url_prefix="/profil/logiciels")
blueprints = (blueprint,)
SECRET = "webhook"  # noqa: S105  # a name


@blueprint.get("")
@requires("webhook.manage")
def index() -> ResponseReturnValue:
    """Show the addresses, and the form of one more."""
    return _list(EndpointForm(formdata=None))


@blueprint.post("")
@requires("webhook.manage")
@proved
def create() -> ResponseReturnValue:
    """Add an address."""
    form = EndpointForm()
    try:
        row, secret = services.add(workspace_id(), form.url.data or "", form.events.data)
    except services.Refused as error:
        form[error.field].errors = [error.message]
        return _list(form), 422
    once.keep(SECRET, secret)
    flash(wording.ADDED, "good")
    return _to(row)


@blueprint.get("/<int:endpoint_id>")
@requires("webhook.manage")
def show(endpoint_id: int) -> ResponseReturnValue:
    """Show one address and its log."""
    row = _row(endpoint_id)
    return _one(row, EndpointForm(formdata=None, obj=row))


@blueprint.post("/<int:endpoint_id>")
@requires("webhook.manage")
@proved
def update(endpoint_id: int) -> ResponseReturnValue:
    """Change it."""
    row, form = _row(endpoint_id), EndpointForm()
    try:
        services.change(row, url=form.url.data or "", events=form.events.data, active=form.active.data)
    except services.Refused as error:
        form[error.field].errors = [error.message]
        return _one(row, form), 422
    flash(wording.CHANGED, "good")
    return _to(row)


@blueprint.delete("/<int:endpoint_id>")
@requires("webhook.manage")
def delete(endpoint_id: int) -> ResponseReturnValue:
    """Take it away."""
    services.remove(_row(endpoint_id))
    flash(wording.REMOVED, "good")
    return redirect(url_for("webhooks.index"), code=303)


@blueprint.post("/<int:endpoint_id>/secret")
@requires("webhook.manage")
@proved
def rotate(endpoint_id: int) -> ResponseReturnValue:
    """Give it another secret."""
    row = _row(endpoint_id)
    once.keep(SECRET, services.rotate(row))
    flash(wording.ROTATED, "good")
    return _to(row)


@blueprint.post("/<int:endpoint_id>/essai")
@requires("webhook.manage")
@limiter.limit("20 per minute")
def try_out(endpoint_id: int) -> ResponseReturnValue:
    """Send a message that tells of nothing."""
    row = _row(endpoint_id)
    services.try_out(row)
    flash(wording.TRIED, "good")
    return _to(row)


@blueprint.post("/messages/<int:message_id>/rejeu")
@requires("webhook.manage")
def replay(message_id: int) -> ResponseReturnValue:
    """Send a message again."""
    message = queries.message(workspace_id(), message_id) or abort(404)
    services.replay(message)
    flash(wording.REPLAYED, "good")
    return redirect(url_for("webhooks.show", endpoint_id=message.endpoint_id), code=303)


def _row(endpoint_id: int) -> WebhookEndpoint:
    return queries.endpoint(workspace_id(), endpoint_id) or abort(404)


def _to(row: WebhookEndpoint) -> ResponseReturnValue:
    return redirect(url_for("webhooks.show", endpoint_id=row.id), code=303)


def _list(form: EndpointForm) -> str:
    rows = queries.endpoints(workspace_id())
    return render_template("webhooks/index.html", rows=rows, form=form, words=wording)


def _one(row: WebhookEndpoint, form: EndpointForm) -> str:
    page = queries.log(row, after=whole_number(request.args.get("apres", "")))
    shown = {"row": row, "form": form, "page": page, "secret": once.take(SECRET), "words": wording}
    return render_template("webhooks/show.html", **shown)
