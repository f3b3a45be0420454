"""What a program learns of one prospect."""

from __future__ import annotations

import pytest

from app.core.db import db
from app.domains.leads import services
from app.domains.leads.models import Lead
from tests.domains.campaigns import making
from tests.people import Person

URL = "/api/v1/leads"


@pytest.fixture
def merged(alice: Person) -> tuple[int, int, int]:
    """Return a campaign, the prospect that was kept, and the one that was merged into it."""
    campaign = making.with_leads(alice, 2)
    kept, absorbed = (db.session.get_one(Lead, lead_id) for lead_id in making.lead_ids(campaign))
    services.merge(kept, absorbed, why="person")
    db.session.commit()
    return campaign.id, kept.id, absorbed.id


def test_a_merged_prospect_says_which_one_to_ask_for(alice: Person, merged: tuple[int, int, int]) -> None:
    campaign_id, kept, absorbed = merged
    assert alice.client.get(f"{URL}/{absorbed}", headers=alice.headers).json["merged_into_id"] == kept
    assert alice.client.get(f"{URL}/{kept}", headers=alice.headers).json["merged_into_id"] is None
    listed = alice.client.get(f"/api/v1/campaigns/{campaign_id}/leads", headers=alice.headers).json["items"]
    assert [lead["id"] for lead in listed] == [kept]


def test_nothing_is_written_for_a_merged_prospect(alice: Person, merged: tuple[int, int, int]) -> None:
    _, kept, absorbed = merged
    refused = alice.client.post(f"{URL}/{absorbed}/contents", headers=alice.headers)
    assert (refused.status_code, refused.json["code"]) == (409, "merged")
    assert alice.client.post(f"/prospects/{absorbed}/publications").status_code == 409
    assert alice.client.post(f"{URL}/{kept}/contents", headers=alice.headers).status_code == 202
