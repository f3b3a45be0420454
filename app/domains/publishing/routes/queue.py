"""« À venir »: what is planned, cancelling it, holding it."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.wrappers import Response

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.domains.publishing import access, accounts, best_hours, calendar, queries, queue_words, services, wording
from app.domains.publishing.models import Delivery
from app.domains.publishing.routes.base import blueprint, origin
from app.domains.publishing.routes.moves import last_move

blueprint.app_template_global("next_departure")(wording.next_departure)
blueprint.app_template_global("delivery_reason")(services.reason_of)


def _load(delivery_id: int) -> Delivery:
    return queries.delivery(workspace_id(), delivery_id) or abort(404)


def _back(**arguments: Any) -> Response:
    return redirect(url_for("publishing.show_queue", **arguments), code=303)


@blueprint.get("/a-venir")
@requires("delivery.read")
def show_queue() -> ResponseReturnValue:
    """Show what has yet to leave, by day."""
    after, since = request.args.get("apres", ""), calendar.read_day(request.args.get("du", ""))
    page = calendar.upcoming(workspace_id(), after=after, since=since)
    return render_template("publishing/queue.html", page=page, after=after, since=since, words=queue_words,
                           departure=calendar.next_departure(workspace_id()), undo=last_move(),
                           access=access.notices(workspace_id()),
                           several_accounts=len(accounts.connections(workspace_id())) > 1)  # fmt: skip


@blueprint.post("/a-venir/pause")
@requires("delivery.manage")
def create_pause() -> ResponseReturnValue:
    """Hold every departure."""
    services.pause(workspace_id())
    return _back()


@blueprint.delete("/a-venir/pause")
@requires("delivery.manage")
def delete_pause() -> ResponseReturnValue:
    """Let publications leave again."""
    if services.resume(workspace_id()):
        flash(queue_words.RESUMED, "good")
    return _back()


@blueprint.post("/a-venir/<int:delivery_id>/annulation")
@requires("content.approve")
def create_cancellation(delivery_id: int) -> ResponseReturnValue:
    """Cancel a departure; its publication awaits a decision again, unless it is out elsewhere."""
    delivery = _load(delivery_id)
    try:
        is_back = services.cancel(delivery, current_user.id, origin())
        flash(queue_words.CANCELLED if is_back else queue_words.CANCELLED_THERE, "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
    if request.form.get("retour") == "contenu":
        return redirect(url_for("publishing.show_content", content_id=delivery.content_id), code=303)
    return _back()


@blueprint.get("/a-venir/heures")
@requires("delivery.read")
def edit_hours() -> ResponseReturnValue:
    """Show the best hours, and ours where they are asked for."""
    is_ours = request.args.get("proposition") == "1"
    kept = best_hours.proposed(g.workspace.industry) if is_ours else g.workspace.best_hours
    return render_template("publishing/queue_hours.html", ticked=best_hours.ticked(kept), words=queue_words,
                           periods=best_hours.PERIODS, proposal=best_hours.proposal(g.workspace.industry),
                           is_ours=is_ours, is_on=bool(g.workspace.best_hours))  # fmt: skip


@blueprint.post("/a-venir/heures")
@requires("profile.write")
def update_hours() -> ResponseReturnValue:
    """Keep the best hours; none turns them off."""
    pairs = (text.partition("-") for text in request.form.getlist("heure"))
    kept = best_hours.hours_of((int(day), name) for day, _, name in pairs if day in tuple("0123456"))
    services.keep_best_hours(workspace_id(), kept)
    flash(queue_words.HOURS_KEPT if kept else queue_words.HOURS_OFF, "good")
    return redirect(url_for("publishing.edit_hours"), code=303)
