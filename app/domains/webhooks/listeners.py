"""What happens, written down for programs in the very transaction it happens in."""

from __future__ import annotations

from sqlalchemy import delete

from app.core import events
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState
from app.domains.webhooks.models import WebhookMessage
from app.domains.webhooks.services import note
from app.domains.webhooks.states import Event

_OF_DELIVERY = {
    DeliveryState.PUBLISHED: Event.CONTENT_PUBLISHED,
    DeliveryState.REFUSED: Event.DELIVERY_REFUSED,
    DeliveryState.UNCONFIRMED: Event.DELIVERY_UNCONFIRMED,
}


def register() -> None:
    """Listen."""
    events.on_inline("leads.ready", note_leads)
    events.on_inline("content.ready", note_ready)
    events.on_inline("content.approved", note_approved)
    events.on_inline("content.rejected", note_rejected)
    events.on_inline("delivery.ended", note_published)
    events.on_inline("delivery.needs_person", note_trouble)
    events.on_inline("lead.forgotten", forget)


def note_leads(campaign_id: int) -> None:
    """Tell that a campaign's prospects are ready."""
    note(Event.LEADS_READY, db.session.get_one(Campaign, campaign_id).workspace_id, campaign_id)


def note_ready(content_id: int) -> None:
    """Tell that a publication is written."""
    _of_content(Event.CONTENT_READY, content_id)


def note_approved(content_id: int) -> None:
    """Tell that a publication is approved."""
    _of_content(Event.CONTENT_APPROVED, content_id)


def note_rejected(content_id: int) -> None:
    """Tell that a publication is rejected."""
    _of_content(Event.CONTENT_REJECTED, content_id)


def note_published(delivery_id: int) -> None:
    """Tell that a publication is out."""
    _of_delivery(delivery_id, DeliveryState.PUBLISHED)


def note_trouble(delivery_id: int) -> None:
    """Tell that a delivery was refused, or that nobody knows."""
    _of_delivery(delivery_id, DeliveryState.REFUSED, DeliveryState.UNCONFIRMED)


def forget(lead_id: int) -> None:
    """Delete what was told of a prospect's publications, in the present transaction."""
    told = delete(WebhookMessage).where(WebhookMessage.lead_id == lead_id)
    db.session.execute(told.execution_options(synchronize_session=False))


def _of_content(event: Event, content_id: int) -> None:
    content = db.session.get_one(Content, content_id)
    note(event, content.workspace_id, content_id, content.lead_id)


def _of_delivery(delivery_id: int, *states: DeliveryState) -> None:
    delivery = db.session.get_one(Delivery, delivery_id)
    if delivery.state in states:
        content = db.session.get_one(Content, delivery.content_id)
        note(_OF_DELIVERY[DeliveryState(delivery.state)], delivery.workspace_id, delivery_id, content.lead_id)
