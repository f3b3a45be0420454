"""Let go of a prospect that is being forgotten: its pictures, and its name in what was announced."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from app.core.background import after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import DomainEvent
from app.domains.campaigns import wording
from app.domains.campaigns.models import CampaignLead
from app.domains.campaigns.services import deleting
from app.domains.contents.models import Content, Writing
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState


def release(lead_id: int) -> None:
    """Forget what was written and announced of a prospect, in the present transaction.

    Raises:
        Conflict: one of its publications is on its way out.
    """
    sending = exists().where(
        Delivery.content_id == Content.id, Content.lead_id == lead_id, Delivery.state == DeliveryState.SENDING
    )
    if db.session.scalar(select(sending)):
        raise Conflict("sending", wording.SENDING_NOW)
    rows = db.session.execute(select(Content.picture_key, Content.thumbnail_key).where(Content.lead_id == lead_id))
    pictures = [key for row in rows for key in row if key]
    after_commit(lambda: deleting.delete_pictures(pictures))
    announced = select(DomainEvent).where(
        DomainEvent.name == "leads.ready",
        DomainEvent.subject_id.in_(select(CampaignLead.campaign_id).where(CampaignLead.lead_id == lead_id)),
    )
    for event in db.session.scalars(announced):
        others = [one for one in event.payload.get("leads", []) if one.get("id") != lead_id]
        event.payload = {**event.payload, "leads": others}


def has_publication(lead: Any) -> ColumnElement[bool]:
    """Tell, in SQL, whether something was written of a prospect, or is being written."""
    written = exists().where(Content.lead_id == lead.id)
    return or_(written, exists().where(Writing.lead_id == lead.id, Writing.ended_at.is_(None)))
