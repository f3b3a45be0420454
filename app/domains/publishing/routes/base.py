"""The blueprint, the scoped load, and what the page of a publication shows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from flask import Blueprint, Flask, abort, current_app, g, request
from flask_login import current_user

from app.core import clock
from app.core.access import may, workspace_id
from app.core.errors import Conflict
from app.core.forms import whole_number
from app.domains.contents import queries as contents
from app.domains.contents.models import Content
from app.domains.contents.services.decisions import Origin
from app.domains.contents.wording import TEXT_CHANGED
from app.domains.publishing import approvals, page_words, presence, queries, wording
from app.domains.publishing.contest import winner
from app.domains.publishing.models import Delivery
from app.domains.publishing.services.planning import leaves_at
from app.domains.publishing.states import DeliveryState
from app.providers.contracts import intentions_of

# A live piece asks again only while something is about to move.
NEAR = timedelta(minutes=10)

blueprint = Blueprint("publishing", __name__)
blueprint.record_once(lambda state: presence.init_app(cast(Flask, state.app)))
for name in ("content_state", "content_tone", "delivery_line"):
    blueprint.app_template_global(name)(getattr(wording, name))
blueprint.app_template_global("held_line")(page_words.held_line)
blueprint.app_template_global("version_cause")(page_words.cause)
blueprint.app_template_global("writing_failed")(page_words.writing_failed)


@blueprint.app_template_filter("local_input")
def local_input(moment: datetime) -> str:
    """Write a moment as a field for days and hours reads it, at Québec's time."""
    return moment.astimezone(clock.QUEBEC).strftime("%Y-%m-%dT%H:%M")


blueprint.app_template_global("first_line")(approvals.first_line)


def load(content_id: int) -> Content:
    """Return a publication of this workspace, or answer 404."""
    return contents.content(workspace_id(), content_id) or abort(404)


def origin() -> Origin:
    """Return where the present gesture comes from, for the log of decisions."""
    return Origin("app", request.remote_addr or "")


def refuse_unseen(content: Content) -> None:
    """Refuse to approve another text, or another picture, than the page showed.

    Raises:
        Conflict: it changed since.
    """
    seen = request.form.get("revision", "")
    if seen and whole_number(seen) != content.revision:
        raise Conflict("changed", TEXT_CHANGED)


def choices(content: Content) -> list[tuple[str, str]]:
    """Return the intentions another version may be asked with."""
    if content.lead is None:
        return []
    ours, theirs = (intentions_of(trade).by_person for trade in (g.workspace.industry, content.lead.industry))
    return [(str(each), page_words.INTENTIONS[each]) for each in theirs if each in ours]


def is_moving(delivery: Delivery | None) -> bool:
    """Tell whether a delivery is about to change by itself."""
    if delivery is None:
        return False
    soon = delivery.state == DeliveryState.SCHEDULED and delivery.scheduled_at - clock.now() < NEAR
    return soon or delivery.state == DeliveryState.SENDING


def version_of(delivery: Delivery | None) -> str:
    """Return what changes whenever the piece of a delivery does: a poll that brings no news moves nothing."""
    if delivery is None:
        return ""
    return f"{delivery.state}-{delivery.scheduled_at.timestamp():.0f}-{delivery.reason}"


def is_barred(content: Content) -> bool:
    """Tell whether a blocking flag, of those kept with the text, still holds with the present profile."""
    if not any(flag["blocking"] for flag in content.flags):
        return False
    return any(flag.blocking for flag in contents.present_flags(content, g.workspace))


def view(content: Content, **more: Any) -> dict[str, Any]:
    """Return what the page of a publication shows."""
    pending = content.state == "pending"
    variants = contents.variants(content)
    deliveries = queries.delivery_of([each.id for each in variants])
    delivery = deliveries.get(content.id)
    return {
        "steps": approvals.steps_of(content, current_user.id),
        "content": content,
        "delivery": delivery,
        "moving": is_moving(delivery),
        "version": version_of(delivery),
        "position": queries.position(content) if pending else 0,
        "leaves_at": leaves_at(content) if pending else None,
        "undo_length": timedelta(seconds=current_app.config["SETTINGS"].undo_seconds),
        "may_decide": may("content.approve"),
        "barred": pending and is_barred(content),
        "workspace": g.workspace,
        "variants": variants,
        "winner": winner(deliveries, deliveries.keys()),
        "writing": contents.writing_about(content.id),
        "wishes": page_words.WISHES,
        "intentions": choices(content),
        **more,
    }
