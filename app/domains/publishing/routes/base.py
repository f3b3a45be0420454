"""The blueprint, the scoped load, and what the page of a publication shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from flask import Blueprint, Flask, abort, current_app, g, request
from flask_login import current_user

from app.core import clock
from app.core.access import may, workspace_id
from app.core.forms import whole_number
from app.domains.contents import queries as contents
from app.domains.contents.models import Content
from app.domains.contents.services.decisions import Origin
from app.domains.publishing import approvals, fitting, network, page_words, presence, queries, wording
from app.domains.publishing.contest import winner
from app.domains.publishing.models import Delivery
from app.domains.publishing.networks import label_of
from app.domains.publishing.services.planning import leaves_at
from app.domains.publishing.states import DeliveryState
from app.providers.contracts import intentions_of

# A live piece asks again only while something is about to move.
NEAR = timedelta(minutes=10)

blueprint = Blueprint("publishing", __name__)
blueprint.record_once(lambda state: presence.init_app(cast(Flask, state.app)))
for name in ("account", "content_state", "content_tone", "deliveries_line", "delivery_line"):
    blueprint.app_template_global(name)(getattr(wording, name))
blueprint.app_template_global("network_label")(label_of)
blueprint.app_template_global("offered_networks")(network.offered_labels)
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


def seen_revision() -> int | None:
    """Return the revision the page showed, which alone may be approved; None where it says none."""
    said = request.form.get("revision", "")
    # Nonsense is no revision of any text.
    return (whole_number(said) or 0) if said else None


def choices(content: Content) -> list[tuple[str, str]]:
    """Return the intentions another version may be asked with."""
    if content.lead is None:
        return []
    ours, theirs = (intentions_of(trade).by_person for trade in (g.workspace.industry, content.lead.industry))
    return [(str(each), page_words.INTENTIONS[each]) for each in theirs if each in ours]


def is_moving(delivery: Delivery) -> bool:
    """Tell whether a delivery is about to change by itself."""
    soon = delivery.state == DeliveryState.SCHEDULED and delivery.scheduled_at - clock.now() < NEAR
    return soon or delivery.state == DeliveryState.SENDING


def version_of(deliveries: Sequence[Delivery]) -> str:
    """Return what changes whenever the piece of the deliveries does: a poll that brings no news moves nothing."""
    return ".".join(f"{each.state}-{each.scheduled_at.timestamp():.0f}-{each.reason}" for each in deliveries)


def is_barred(content: Content) -> bool:
    """Tell whether a blocking flag, of those kept with the text, still holds with the present profile."""
    return content.is_flawed and any(flag.blocking for flag in contents.present_flags(content, g.workspace))


def view(content: Content, **more: Any) -> dict[str, Any]:
    """Return what the page of a publication shows."""
    pending = content.state == "pending"
    variants = contents.variants(content)
    deliveries = queries.deliveries_of([each.id for each in variants])
    going = deliveries.get(content.id, [])
    return {
        "steps": approvals.steps_of(content, current_user.id),
        "content": content,
        "deliveries": going,
        "delivery": going[0] if going else None,
        "moving": any(map(is_moving, going)),
        "version": version_of(going),
        "position": queries.position(content) if pending else 0,
        "leaves_at": leaves_at(content) if pending else None,
        "misfits": fitting.misfits(content) if pending else [],
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
