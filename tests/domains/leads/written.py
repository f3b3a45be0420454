"""A publication about a prospect, announced in its campaign."""

from __future__ import annotations

from app.core import storage
from app.core.db import db
from app.core.events import DomainEvent
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from tests.people import Person


def written(person: Person, lead: Lead) -> Content:
    """Write a publication about a prospect, with its picture."""
    campaign = Campaign(workspace_id=person.workspace.id, name="Lévis", industry="restaurant", state="publishing")
    db.session.add(campaign)
    db.session.flush()
    content = Content(workspace_id=person.workspace.id, campaign_id=campaign.id, lead_id=lead.id, state="pending",
                      text=f"Bonjour {lead.name}", hashtags=[], alt_text="a", quality={}, writer="offline",
                      picture_key=f"contents/{person.workspace.id}/cafe.png")  # fmt: skip
    announced = {"campaign_id": campaign.id, "leads": [{"id": lead.id, "name": lead.name}, {"id": 0, "name": "Autre"}]}
    db.session.add_all([
        content, CampaignLead(campaign_id=campaign.id, lead_id=lead.id),
        DomainEvent(name="leads.ready", subject_id=campaign.id, workspace_id=person.workspace.id, payload=announced),
    ])  # fmt: skip
    db.session.commit()
    storage.store().put(content.picture_key, b"png", "image/png")
    return content
