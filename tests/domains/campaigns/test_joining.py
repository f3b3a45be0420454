"""A prospect one already has is put in a campaign from its own page."""

from __future__ import annotations

from typing import Any

import pytest

from app.core.db import db
from app.domains.campaigns import wording
from app.domains.campaigns.models import CampaignLead
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from tests.domains.campaigns.making import draft, launched
from tests.people import Person


def by_hand(person: Person) -> Lead:
    """Add a prospect to no campaign, as its form does."""
    answer = person.client.post("/prospects/nouveau", data={"name": "Chez Lise", "phone": "418 822-5555"})
    return db.session.get_one(Lead, int(answer.location.rpartition("/")[2]))


def held(lead: Lead) -> list[tuple[int, int]]:
    """Return the campaigns that hold a prospect, with its score there."""
    rows = db.session.query(CampaignLead).filter_by(lead_id=lead.id)
    return [(row.campaign_id, row.score) for row in rows]


def test_a_prospect_added_by_hand_joins_a_campaign_and_can_be_written_about(alice: Person) -> None:
    campaign, lead = launched(alice), by_hand(alice)
    page = alice.client.get(f"/prospects/{lead.id}").text
    url = f"/prospects/{lead.id}/campagnes"
    assert f'href="{url}"' in page
    assert "Rédiger une publication" not in page
    assert campaign.name in alice.client.get(url).text
    answer = alice.client.post(url, data={"campaign_id": campaign.id})
    assert (answer.status_code, answer.location) == (303, f"/prospects/{lead.id}")
    assert held(lead) == [(campaign.id, lead.score)]
    page = alice.client.get(answer.location).text
    assert wording.JOINED in page
    assert "Rédiger une publication" in page
    assert db.session.get_one(Lead, lead.id, populate_existing=True).industry == campaign.industry


def test_a_prospect_joins_once_and_only_what_is_offered(alice: Person, charlie: Person) -> None:
    campaign, another, unfinished, lead = launched(alice), launched(charlie), draft(alice), by_hand(alice)
    url = f"/prospects/{lead.id}/campagnes"
    tries: list[dict[str, Any]] = [
        {"campaign_id": another.id},
        {"campaign_id": unfinished.id},
        {},
        {"campaign_id": "x"},
    ]
    for given in tries:
        answer = alice.client.post(url, data=given)
        assert (answer.status_code, wording.CHOOSE_CAMPAIGN in answer.text) == (422, True)
    assert alice.client.post(url, data={"campaign_id": campaign.id}).status_code == 303
    assert alice.client.post(url, data={"campaign_id": campaign.id}).status_code == 422
    assert len(held(lead)) == 1
    assert "Aucune autre campagne lancée" in alice.client.get(url).text


def test_a_merged_prospect_joins_nothing(alice: Person) -> None:
    campaign, lead = launched(alice), by_hand(alice)
    other = leads.add(alice.workspace.id, "other", {"name": "Autre chose"}, alice.user.id)
    lead.merged_into_id = other.lead_ids[0]
    db.session.commit()
    assert "Ajouter à une campagne" not in alice.client.get(f"/prospects/{lead.id}").text
    answer = alice.client.post(f"/prospects/{lead.id}/campagnes", data={"campaign_id": campaign.id})
    assert (answer.status_code, held(lead)) == (409, [])


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_else_s_prospect_joins(alice: Person, charlie: Person, method: str) -> None:
    campaign, lead = launched(charlie), by_hand(alice)
    answer = charlie.client.open(f"/prospects/{lead.id}/campagnes", method=method, data={"campaign_id": campaign.id})
    assert (answer.status_code, held(lead)) == (404, [])
