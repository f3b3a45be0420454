"""The month of « À venir », and a departure put elsewhere: by its date and hour, or onto another day."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.wrappers import Response

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.domains.contents.services import TextRefused
from app.domains.publishing import calendar, months, queries, queue_words, services
from app.domains.publishing.forms import PlanForm
from app.domains.publishing.models import Delivery
from app.domains.publishing.routes.base import blueprint, local_input, origin


def _load(delivery_id: int) -> Delivery:
    return queries.delivery(workspace_id(), delivery_id) or abort(404)


def last_move() -> dict[str, Any]:
    """Return what takes the last move back, as its redirection told; nothing once it is out of place."""
    number, before = whole_number(request.args.get("deplace", "")), request.args.get("avant", "")
    moved = queries.delivery(workspace_id(), number) if number else None
    with suppress(ValueError):
        datetime.strptime(before, "%Y-%m-%dT%H:%M")  # noqa: DTZ007  # only its shape is looked at
        if moved is not None and moved.state == "scheduled":
            return {"delivery": moved, "before": before}
    return {}


def _back(month: str, **arguments: Any) -> Response:
    """Lead back to where the gesture was made: the month it names, or the list."""
    if not month:
        return redirect(url_for("publishing.show_queue", **arguments), code=303)
    return redirect(url_for("publishing.show_month", mois=month, **arguments), code=303)


@blueprint.get("/a-venir/mois")
@requires("delivery.read")
def show_month() -> ResponseReturnValue:
    """Show a month: what went out, and what is planned."""
    month = months.month(workspace_id(), months.read_month(request.args.get("mois", "")))
    return render_template("publishing/month.html", month=month, words=queue_words, named=months.NAMED,
                           undo=last_move())  # fmt: skip


def _moment_page(delivery: Delivery, form: PlanForm) -> str:
    heading, month = queries.heading(delivery), request.args.get("mois", "")
    back = url_for("publishing.show_month", mois=month) if month else url_for("publishing.show_queue")
    return render_template("publishing/queue_move.html", delivery=delivery, heading=heading, form=form, back=back)


@blueprint.get("/a-venir/<int:delivery_id>/moment")
@requires("delivery.manage")
def edit_moment(delivery_id: int) -> ResponseReturnValue:
    """Ask for another moment."""
    return _moment_page(_load(delivery_id), PlanForm())


@blueprint.post("/a-venir/<int:delivery_id>/moment")
@requires("delivery.manage")
def update_moment(delivery_id: int) -> ResponseReturnValue:
    """Move a departure to a moment."""
    delivery, form = _load(delivery_id), PlanForm()
    before, month = local_input(delivery.scheduled_at), request.values.get("mois", "")
    try:
        if form.validate():
            leaves = services.move(delivery, form.utc(), current_user.id, origin())
            return _back(month and f"{calendar.local_day(leaves):%Y-%m}", deplace=delivery_id, avant=before)
    except TextRefused as refusal:
        form.moment.errors = [refusal.message]
    except Conflict as refusal:
        flash(refusal.message, "bad")
        return _back(month)
    return _moment_page(delivery, form), 422


@blueprint.post("/a-venir/<int:delivery_id>/jour")
@requires("delivery.manage")
def update_day(delivery_id: int) -> ResponseReturnValue:
    """Put a departure on another day, at its own hour."""
    delivery, day = _load(delivery_id), calendar.read_day(request.form.get("jour", ""))
    before, month = local_input(delivery.scheduled_at), request.form.get("mois", "")
    if day is None:
        flash(queue_words.BAD_MOMENT, "bad")
        return _back(month)
    try:
        services.move_to_day(delivery, day, current_user.id, origin())
    except Conflict as refusal:
        flash(refusal.message, "bad")
        return _back(month)
    return _back(month, deplace=delivery_id, avant=before)
