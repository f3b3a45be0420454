"""A prospect merged into another leaves every list and every count."""

from __future__ import annotations

from sqlalchemy import select

from app.core.db import db
from app.domains.campaigns import queries
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.services.settling import lead_count
from app.domains.dashboard.queries import overview
from tests.domains.leads.listed import lead
from tests.people import Person


def _campaign(person: Person) -> Campaign:
    kept = lead(person, "Gardé")
    absorbed = lead(person, "Absorbé", merged_into_id=kept.id)
    campaign = Campaign(workspace_id=person.workspace.id, name="Cafés", industry="restaurant", city="Lévis",
                        state="publishing", wizard_step=4)  # fmt: skip
    db.session.add(campaign)
    db.session.flush()
    db.session.add_all(CampaignLead(campaign_id=campaign.id, lead_id=row.id) for row in (kept, absorbed))
    db.session.commit()
    return campaign


def test_the_campaign_neither_shows_nor_counts_it(alice: Person) -> None:
    campaign = _campaign(alice)
    assert db.session.scalars(select(CampaignLead)).all()[1:]
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    assert "Gardé" in page
    assert "Absorbé" not in page
    assert queries.metrics([campaign.id])[campaign.id].leads == lead_count(campaign.id) == 1


def test_programs_are_not_given_it_either(alice: Person) -> None:
    campaign = _campaign(alice)
    answer = alice.client.get(f"/api/v1/campaigns/{campaign.id}/leads", headers=alice.headers).json
    assert [row["name"] for row in answer["items"]] == ["Gardé"]
    assert alice.client.get(f"/api/v1/campaigns/{campaign.id}", headers=alice.headers).json["metrics"]["leads"] == 1


def test_the_home_page_does_not_count_it(alice: Person) -> None:
    _campaign(alice)
    found = overview(alice.workspace.id).leads
    assert (found.total, found.change) == (1, 1)
