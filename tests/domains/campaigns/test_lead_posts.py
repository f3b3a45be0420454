"""A publication is ordered from its prospect's page, and appears there by itself."""

from __future__ import annotations

from collections.abc import Callable

from app.core.db import db
from app.domains.campaigns.models import CampaignLead
from app.domains.leads.models import Lead
from tests.domains.contents import making
from tests.people import Person

Drain = Callable[..., int]


def prospect(person: Person) -> Lead:
    campaign, lead = making.campaign(person.workspace), making.lead(person.workspace)
    db.session.add(CampaignLead(campaign_id=campaign.id, lead_id=lead.id, score=50))
    db.session.commit()
    return lead


def test_the_text_appears_where_it_was_ordered(alice: Person, run_jobs: Drain) -> None:
    lead = prospect(alice)
    url = f"/prospects/{lead.id}/publications"
    assert f'hx-post="{url}"' in alice.client.get(f"/prospects/{lead.id}").text
    ordered = alice.client.post(url, headers=alice.hx).text
    assert "en cours de rédaction" in ordered
    assert f'hx-get="{url}"' in ordered
    run_jobs()
    there = alice.client.get(url, headers=alice.hx).text
    assert "hx-get" not in there
    assert "/contenus/" in there


def test_without_script_the_page_says_it_is_under_way(alice: Person) -> None:
    lead = prospect(alice)
    answer = alice.client.post(f"/prospects/{lead.id}/publications")
    assert answer.status_code == 303
    assert "en cours de rédaction" in alice.client.get(answer.location).text


def test_a_stranger_orders_nothing(alice: Person, charlie: Person) -> None:
    lead = prospect(alice)
    assert charlie.client.post(f"/prospects/{lead.id}/publications", headers=charlie.hx).status_code == 404
    assert charlie.client.get(f"/prospects/{lead.id}/publications", headers=charlie.hx).status_code == 404
