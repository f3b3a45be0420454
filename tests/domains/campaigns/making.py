"""Campaigns at every point of their lives."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from app.core.db import db
from app.domains.campaigns import services
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.contents.models import Content
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.providers.contracts import FoundLead
from tests.people import Person


def draft(person: Person, name: str = "Cafés de Lévis", city: str = "Lévis", industry: str = "restaurant") -> Campaign:
    """Open a whole draft."""
    return services.create(person.workspace.id, services.Answers(name, industry, city))


def launched(person: Person, **options: str) -> Campaign:
    """Launch a campaign; nothing has run yet."""
    campaign = draft(person, **options)
    services.launch(campaign)
    return campaign


def with_leads(person: Person, count: int = 12, state: str = "publishing", **values: Any) -> Campaign:
    """Make a campaign whose prospects are found, as if the work had run."""
    campaign = draft(person)
    elements = [
        FoundLead("openstreetmap", f"node/{number}", f"Café {number}", "ODbL 1.0", "", date(2026, 11, 21),
                  phone=f"418 822-{1000 + number}", email="info@cafe.ca" if number % 2 else "")
        for number in range(count)
    ]  # fmt: skip
    stored = leads.store(person.workspace.id, "restaurant", elements, city="Lévis")
    found = dict(scores(stored.lead_ids))
    db.session.add_all(CampaignLead(campaign_id=campaign.id, lead_id=key, score=found[key]) for key in stored.lead_ids)
    campaign.state = state
    for name, value in values.items():
        setattr(campaign, name, value)
    db.session.commit()
    return campaign


def scores(lead_ids: list[int]) -> list[tuple[int, int]]:
    """Return the scores of prospects."""
    return [(row.id, row.score) for row in db.session.execute(select(Lead.id, Lead.score).where(Lead.id.in_(lead_ids)))]


def content(campaign: Campaign, lead_id: int, state: str = "pending") -> Content:
    """Add a publication to a campaign."""
    row = Content(workspace_id=campaign.workspace_id, campaign_id=campaign.id, lead_id=lead_id, state=state,
                  text="Un texte.",
                  hashtags=["Lévis"], alt_text="Une image.", quality={}, writer="offline")  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def search_of(campaign: Campaign) -> CampaignSearch:
    """Return a campaign's last search, as the database has it."""
    statement = select(CampaignSearch).where(CampaignSearch.campaign_id == campaign.id)
    return db.session.scalars(
        statement.order_by(CampaignSearch.id.desc()).execution_options(populate_existing=True)
    ).first()


def reread(campaign: Campaign) -> Campaign:
    """Return the campaign as the database has it."""
    db.session.rollback()
    return db.session.get_one(Campaign, campaign.id, populate_existing=True)


def lead_ids(campaign: Campaign) -> list[int]:
    """Return a campaign's prospects, best first."""
    statement = select(CampaignLead.lead_id).where(CampaignLead.campaign_id == campaign.id)
    return list(db.session.scalars(statement.order_by(CampaignLead.score.desc(), CampaignLead.lead_id)))
