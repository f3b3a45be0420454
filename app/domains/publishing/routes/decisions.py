"""The thumb: an approval or a rejection is made, or taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import abort, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import requires, workspace_id
from app.core.errors import Conflict
from app.core.htmx import wants_piece
from app.domains.contents import queries as contents
from app.domains.contents.decision_words import FIRST_KEPT
from app.domains.contents.models import Content
from app.domains.contents.services.seconding import approvals_needed
from app.domains.publishing import presence, queries, services, wording
from app.domains.publishing.queries import deliveries_of
from app.domains.publishing.routes.base import blueprint, load, origin, seen_revision, view

CARD = "card"


def _decide(content_id: int, verb: Callable[[Content], Any], said: str) -> ResponseReturnValue:
    content = load(content_id)
    try:
        made = verb(content)
    except Conflict as refusal:
        return _refused(load(content_id), refusal)
    if wants_piece():
        return _card(content, just_decided=True) if _from_gallery() else _following(content)
    # Of two approvals, the first approves nothing yet.
    flash(FIRST_KEPT if isinstance(made, services.Decision) and made.is_first else said, "good")
    return redirect(url_for("publishing.show_content", content_id=content_id), code=303)


def _from_gallery() -> bool:
    return request.headers.get("HX-Target", "").endswith(f"-{CARD}")


def _card(content: Content, **more: Any) -> ResponseReturnValue:
    deliveries = deliveries_of([content.id]).get(content.id, [])
    return render_template("publishing/card.htmx.html", content=content, deliveries=deliveries, may_decide=True, **more)


def _following(content: Content) -> ResponseReturnValue:
    """Bring the next card by itself, with the way to take the last gesture back."""
    needs_two = approvals_needed(g.workspace) > 1
    # What waits for somebody else's approval is not asked of her again.
    following = contents.next_pending(workspace_id(), content.id, not_first_by=current_user.id if needs_two else None)
    key = presence.notices_key() if content.state != "rejected" else ""
    if following is None or content.state == "pending" and content.first_approved_at is None:
        return _thumb(content, just_decided=True, push_key=key)
    deliveries = deliveries_of([content.id]).get(content.id, [])
    return _thumb(following, previous=content, previous_deliveries=deliveries, push_key=key)


def _thumb(content: Content, **more: Any) -> ResponseReturnValue:
    response = make_response(render_template("publishing/thumb.htmx.html", **view(content, **more)))
    # The address follows the card, so that a reload shows the same one.
    response.headers["HX-Push-Url"] = url_for("publishing.show_content", content_id=content.id)
    return response


def _refused(content: Content, refusal: Conflict) -> ResponseReturnValue:
    confirmable = refusal.code == "near_duplicate"
    if wants_piece():
        said = {"refusal": refusal.message, "confirmable": confirmable}
        if _from_gallery():
            return _card(content, **said)
        return _thumb(content, **said)
    flash(refusal.message, "bad")
    confirm = "1" if confirmable else None
    return redirect(url_for("publishing.show_content", content_id=content.id, confirmer=confirm), code=303)


@blueprint.post("/contenus/<int:content_id>/approbation")
@requires("content.approve")
def create_approval(content_id: int) -> ResponseReturnValue:
    """Approve."""
    confirm = request.form.get("confirm") == "1"

    def approved(content: Content) -> services.Decision:
        return services.approve(content, current_user.id, confirm, origin(), seen_revision())

    return _decide(content_id, approved, wording.APPROVED)


@blueprint.post("/envois/<int:delivery_id>/approbation")
@requires("content.approve")
def create_late_approval(delivery_id: int) -> ResponseReturnValue:
    """Approve again what has become too late."""
    delivery = queries.delivery(workspace_id(), delivery_id) or abort(404)
    try:
        made = services.approve_again(delivery, current_user.id, origin())
        flash(FIRST_KEPT if made.is_first else wording.APPROVED_AGAIN, "good")
    except Conflict as refusal:
        flash(refusal.message, "bad")
    if request.form.get("retour") == "a-venir":
        return redirect(url_for("publishing.show_queue"), code=303)
    return redirect(url_for("publishing.show_content", content_id=delivery.content_id), code=303)


@blueprint.delete("/contenus/<int:content_id>/approbation")
@requires("content.approve")
def delete_approval(content_id: int) -> ResponseReturnValue:
    """Take an approval back, while it can be."""
    return _decide(content_id, lambda content: services.reopen(content, current_user.id, origin()), wording.REOPENED)


@blueprint.post("/contenus/<int:content_id>/rejet")
@requires("content.approve")
def create_rejection(content_id: int) -> ResponseReturnValue:
    """Reject."""
    return _decide(content_id, lambda content: services.reject(content, current_user.id, origin()), wording.REJECTED)


@blueprint.delete("/contenus/<int:content_id>/rejet")
@requires("content.approve")
def delete_rejection(content_id: int) -> ResponseReturnValue:
    """Take a rejection back."""
    return _decide(content_id, lambda content: services.reopen(content, current_user.id, origin()), wording.REOPENED)
