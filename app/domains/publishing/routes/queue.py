"""« À venir »: what is planned, moving it, holding it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.wrappers import Response

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.domains.contents.services import TextRefused
from app.domains.publishing import best_hours, calendar, queries, queue_words, services, wording
from app.domains.publishing.forms import PlanForm
from app.domains.publishing.models import Delivery
from app.domains.publishing.routes.base import blueprint, local_input, origin

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
                           departure=calendar.next_departure(workspace_id()), undo=_undo())  # fmt: skip


def _undo() -> dict[str, Any]:
    """Return what takes the last move back, as its redirection told; nothing once it is out of place."""
    number, before = whole_number(request.args.get("deplace", "")), request.args.get("avant", "")
    moved = queries.delivery(workspace_id(), number) if number else None
    with suppress(ValueError):
        datetime.strptime(before, "%Y-%m-%dT%H:%M")  # noqa: DTZ007  # only its shape is looked at
        if moved is not None and moved.state == "scheduled":
            return {"delivery": moved, "before": before}
    return {}


@blueprint.get("/a-venir/mois")
@requires("delivery.read")
def show_month() -> ResponseReturnValue:
    """Show a month of what is planned."""
    month = calendar.month(workspace_id(), calendar.read_month(request.args.get("mois", "")))
    return render_template("publishing/month.html", month=month, words=queue_words, named=calendar.NAMED)


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


@blueprint.get("/a-venir/<int:delivery_id>/moment")
@requires("delivery.manage")
def edit_moment(delivery_id: int) -> ResponseReturnValue:
    """Ask for another moment."""
    return _moment_page(_load(delivery_id), PlanForm())


def _moment_page(delivery: Delivery, form: PlanForm) -> str:
    heading = queries.heading(delivery)
    return render_template("publishing/queue_move.html", delivery=delivery, heading=heading, form=form)


@blueprint.post("/a-venir/<int:delivery_id>/moment")
@requires("delivery.manage")
def update_moment(delivery_id: int) -> ResponseReturnValue:
    """Move a departure."""
    delivery, form = _load(delivery_id), PlanForm()
    before = local_input(delivery.scheduled_at)
    try:
        if form.validate():
            services.move(delivery, form.utc(), current_user.id, origin())
            return _back(deplace=delivery_id, avant=before)
    except TextRefused as refusal:
        form.moment.errors = [refusal.message]
    except Conflict as refusal:
        flash(refusal.message, "bad")
        return _back()
    return _moment_page(delivery, form), 422


@blueprint.post("/a-venir/<int:delivery_id>/annulation")
@requires("content.approve")
def create_cancellation(delivery_id: int) -> ResponseReturnValue:
    """Cancel a departure; its publication awaits a decision again."""
    try:
        services.cancel(_load(delivery_id), current_user.id, origin())
        flash(queue_words.CANCELLED, "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
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
