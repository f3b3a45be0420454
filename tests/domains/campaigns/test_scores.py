"""A campaign's list follows the score of its prospects, whatever changed it."""

from __future__ import annotations

from sqlalchemy import select

from app.core.db import db
from app.domains.campaigns import services
from app.domains.campaigns.models import CampaignLead
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from tests.domains.campaigns.making import draft
from tests.domains.leads.found import found
from tests.people import Person


def test_a_fact_learned_elsewhere_moves_the_prospect_in_the_campaign(alice: Person) -> None:
    campaign = draft(alice)
    stored = leads.store(alice.workspace.id, "restaurant", [found("node/1", phone="418 822-5555")])
    db.session.add(CampaignLead(campaign_id=campaign.id, lead_id=stored.lead_ids[0], score=31))
    db.session.commit()
    leads.store(alice.workspace.id, "restaurant", [found("node/1", phone="418 822-5555", email="info@cafebleu.ca")])
    db.session.commit()
    assert db.session.scalar(select(CampaignLead.score).where(CampaignLead.lead_id == stored.lead_ids[0])) == 77


def test_what_she_brought_herself_outlives_the_campaign(alice: Person) -> None:
    campaign = draft(alice)
    found_one = leads.store(alice.workspace.id, "restaurant", [found("node/1", phone="418 822-5555")]).lead_ids
    hers = leads.add(alice.workspace.id, "restaurant", {"name": "Chez Lise"}, alice.user.id).lead_ids
    services.join(campaign.id, [*found_one, *hers])
    db.session.get_one(Lead, hers[0]).state = "written"
    db.session.commit()
    services.delete(campaign)
    assert [(lead.name, lead.state) for lead in db.session.query(Lead)] == [("Chez Lise", "ready")]
