"""Programs open, launch, pause, search and delete campaigns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.domains.campaigns import making
from tests.people import Person

URL = "/api/v1/campaigns"
ANSWERS = {"name": "Dentistes", "industry": "dentist", "city": "trois-rivieres", "province": "QC"}


def post(person: Person, **answers: Any) -> Any:
    return person.client.post(URL, json=ANSWERS | answers, headers=person.headers)


def test_a_launched_campaign_finds_prospects_and_writes_for_the_best(
    alice: Person, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    created = post(alice, launch=True)
    assert created.status_code == 201
    assert created.json["state"] == "scraping"
    assert created.json["city"] == "Trois-Rivières"
    run_jobs()
    # Writing leaves at most 20 s to the visits of sites.
    with clock.frozen_at(clock.in_seconds(21)):
        run_jobs()
    found = alice.client.get(f"{URL}/{created.json['id']}", headers=alice.headers).json
    assert found["state"] == "publishing"
    assert found["metrics"]["leads"] >= 20
    assert found["metrics"]["contents"] == 10
    assert found["metrics"]["engagement"] == {"total": 0, "change_7d": 0}
    assert found["launched_at"].endswith("Z")
    leads = alice.client.get(f"{URL}/{found['id']}/leads?limit=5", headers=alice.headers).json
    lead = leads["items"][0]
    assert lead["source"] == "openstreetmap" and lead["licence"]
    assert all(isinstance(sentence, str) for sentence in lead["reasons"])
    assert alice.client.get(f"/api/v1/leads/{lead['id']}", headers=alice.headers).json == lead
    totals = alice.client.get("/api/v1/metrics", headers=alice.headers).json
    assert totals["leads"] == found["metrics"]["leads"] and totals["contents"] == 10


def test_a_draft_waits_until_it_is_launched_and_a_pause_is_taken_back(alice: Person) -> None:
    draft = post(alice).json
    assert draft["state"] == "draft"
    for method, path, state in (
        ("PUT", "launch", "scraping"),
        ("PUT", "launch", "scraping"),
        ("PUT", "pause", "paused"),
        ("DELETE", "pause", "scraping"),
        ("PUT", "pause", "paused"),
        ("PUT", "launch", "scraping"),
    ):
        answer = alice.client.open(f"{URL}/{draft['id']}/{path}", method=method, headers=alice.headers)
        assert (answer.status_code, answer.json["state"]) == (200, state)


def test_answers_at_fault_are_named_in_french(alice: Person) -> None:
    answer = post(alice, name=" ", industry="plombier", city="Ville-qui-n’existe-pas-du-tout-9", launch=False)
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    assert {"name", "industry"} <= answer.json["errors"].keys()
    assert post(alice, province="ON").json["errors"]["province"] == "AstroGrowth sert le Québec pour l’instant."
    assert post(alice, industry="other").json["errors"].keys() == {"industry_words"}
    assert db.session.query(Campaign).count() == 0


def test_a_town_nobody_can_look_up_now_is_no_fault_of_the_program(alice: Person, sandbox: RunningSandbox) -> None:
    sandbox.state.behaviours.add(Behaviour("overpass", "504", times=-1, path="/api/interpreter"))
    answer = post(alice, city="Saint-Nulle-Part-des-Monts")
    assert answer.status_code == 503
    assert answer.json["code"] == "place_unavailable"
    assert "Retry-After" in answer.headers


def test_a_search_more_is_ordered_once(alice: Person) -> None:
    campaign = making.launched(alice)
    asked = [alice.client.post(f"{URL}/{campaign.id}/searches", headers=alice.headers) for _ in range(2)]
    assert [answer.status_code for answer in asked] == [202, 202]
    assert asked[0].json["id"] == asked[1].json["id"]
    draft = making.draft(alice, name="Autre")
    refused = alice.client.post(f"{URL}/{draft.id}/searches", headers=alice.headers)
    assert (refused.status_code, refused.json["code"]) == (409, "draft")


def test_a_deleted_campaign_is_gone(alice: Person) -> None:
    campaign_id = making.with_leads(alice, 3).id
    assert alice.client.delete(f"{URL}/{campaign_id}", headers=alice.headers).status_code == 204
    assert alice.client.get(f"{URL}/{campaign_id}", headers=alice.headers).status_code == 404


def test_a_post_is_ordered_for_one_prospect(alice: Person) -> None:
    campaign = making.with_leads(alice, 2)
    lead_id = making.lead_ids(campaign)[0]
    ordered = alice.client.post(f"/api/v1/leads/{lead_id}/contents", headers=alice.headers)
    assert ordered.status_code == 202
    assert ordered.json["lead_id"] == lead_id and ordered.json["campaign_id"] == campaign.id
    again = alice.client.post(f"/api/v1/leads/{lead_id}/contents", headers=alice.headers)
    assert (again.status_code, again.json["code"]) == (409, "has_content")
