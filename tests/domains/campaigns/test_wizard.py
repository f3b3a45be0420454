"""Three questions and a check: nothing asked twice, nothing lost, nothing doubled."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.leads.models import KnownPlace
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.domains.campaigns.making import draft, launched
from tests.people import Person

NEW = "/campagnes/nouvelle"


def count(model: type) -> int:
    """Count the rows of a table."""
    return db.session.scalar(select(func.count(model.id))) or 0


def test_alice_goes_through_the_wizard_and_launches(alice: Person) -> None:
    page = alice.client.post(NEW, data={"name": "  Cafés   de Lévis "})
    campaign = db.session.scalars(select(Campaign)).one()
    assert (page.status_code, page.location) == (303, f"/campagnes/{campaign.id}/metier")
    page = alice.client.post(page.location, data={"industry": "restaurant"})
    assert page.location == f"/campagnes/{campaign.id}/lieu"
    page = alice.client.post(page.location, data={"city": "trois rivieres", "province": "QC"})
    assert page.location == f"/campagnes/{campaign.id}/verification"
    check = alice.client.get(page.location).text
    assert "Vérifiez vos réponses" in check
    assert all(words in check for words in ("Cafés de Lévis", "Restaurants et cafés", "Trois-Rivières (Québec)"))
    page = alice.client.post(page.location)
    assert (page.status_code, page.location) == (303, f"/campagnes/{campaign.id}")
    shown = alice.client.get(page.location).text
    assert "Campagne lancée! Vous recevrez une notification quand les prospects seront prêts." in shown
    assert "Recherche de prospects" in shown


def test_reading_the_wizard_writes_nothing(alice: Person) -> None:
    assert alice.client.get(NEW).status_code == 200
    assert count(Campaign) == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "Donnez un nom"), ("   ", "Donnez un nom"), ("x" * 121, "120 caractères"), ("é" * 10_000, "120 caractères")],
)
def test_a_name_that_cannot_be_is_said_so_at_the_field_and_kept(alice: Person, name: str, message: str) -> None:
    page = alice.client.post(NEW, data={"name": name})
    assert page.status_code == 422
    assert message in page.text
    assert name.strip() in page.text
    assert 'aria-invalid="true"' in page.text
    assert count(Campaign) == 0


def test_a_forged_trade_is_refused(alice: Person) -> None:
    campaign = draft(alice)
    page = alice.client.post(f"/campagnes/{campaign.id}/metier", data={"industry": "casino"})
    assert page.status_code == 422
    assert "Choisissez un type de commerces" in page.text


def test_another_trade_needs_words_of_one_s_own(alice: Person) -> None:
    campaign = draft(alice)
    address = f"/campagnes/{campaign.id}/metier"
    page = alice.client.post(address, data={"industry": "other", "industry_words": " "})
    assert (page.status_code, "Dites lesquels" in page.text) == (422, True)
    page = alice.client.post(address, data={"industry": "other", "industry_words": "fleuriste"})
    assert page.status_code == 303
    assert "Fleuriste" in alice.client.get(page.location).text


def test_the_town_of_the_profile_is_proposed(alice: Person) -> None:
    alice.client.post(NEW, data={"name": "Cafés"})
    campaign = db.session.scalars(select(Campaign)).one()
    alice.client.post(f"/campagnes/{campaign.id}/metier", data={"industry": "dentist"})
    assert 'value="Lévis"' in alice.client.get(f"/campagnes/{campaign.id}/lieu").text


def test_another_province_is_told_that_quebec_comes_first(alice: Person) -> None:
    campaign = draft(alice)
    page = alice.client.post(f"/campagnes/{campaign.id}/lieu", data={"city": "Ottawa", "province": "ON"})
    assert page.status_code == 422
    assert "AstroGrowth sert le Québec pour l’instant" in page.text
    assert 'value="Ottawa"' in page.text
    assert "selected>Ontario" in page.text


def test_an_unknown_town_is_looked_up_once_then_refused(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = draft(alice)
    for _ in range(3):
        page = alice.client.post(f"/campagnes/{campaign.id}/lieu", data={"city": "Zzyzxville", "province": "QC"})
        assert page.status_code == 422
        assert "Nous ne trouvons pas" in page.text
    assert db.session.scalars(select(KnownPlace)).one().latitude is None


def test_nobody_to_look_a_town_up_is_said_honestly_and_nothing_is_lost(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = draft(alice)
    sandbox.state.behaviours.add(Behaviour("overpass", "504", times=-1, path="/api/interpreter"))
    page = alice.client.post(f"/campagnes/{campaign.id}/lieu", data={"city": "Zzyzxville", "province": "QC"})
    assert page.status_code == 422
    assert "OpenStreetMap ne répond pas" in page.text
    assert 'value="Zzyzxville"' in page.text
    assert count(KnownPlace) == 0
    assert db.session.get_one(Campaign, campaign.id).city == "Lévis"


def test_going_back_to_the_first_question_takes_the_same_draft_up(alice: Person) -> None:
    alice.client.post(NEW, data={"name": "Cafés"})
    assert 'value="Cafés"' in alice.client.get(NEW).text
    alice.client.post(NEW, data={"name": "Cafés de Lévis"})
    assert [row.name for row in db.session.scalars(select(Campaign))] == ["Cafés de Lévis"]
    alice.client.post(NEW, data={"name": "Une autre", "autre": "1"})
    assert count(Campaign) == 2


def test_a_name_sent_twice_opens_one_draft(alice: Person) -> None:
    for _ in range(2):
        alice.client.post(NEW, data={"name": "Cafés", "autre": "1"})
    assert count(Campaign) == 1


def test_a_campaign_launched_twice_searches_once(alice: Person) -> None:
    campaign = draft(alice)
    for _ in range(2):
        assert alice.client.post(f"/campagnes/{campaign.id}/verification").status_code == 303
    assert count(CampaignSearch) == 1


def test_an_unfinished_draft_is_not_launched(alice: Person) -> None:
    alice.client.post(NEW, data={"name": "Cafés"})
    campaign = db.session.scalars(select(Campaign)).one()
    assert alice.client.post(f"/campagnes/{campaign.id}/verification").status_code == 409
    assert alice.client.get(f"/campagnes/{campaign.id}/verification").location.endswith("/metier")
    assert alice.client.get(f"/campagnes/{campaign.id}").location.endswith("/metier")


def test_a_launched_campaign_s_questions_lead_to_its_page(alice: Person) -> None:
    campaign = launched(alice)
    for step in ("nom", "metier", "lieu", "verification"):
        assert alice.client.get(f"/campagnes/{campaign.id}/{step}").location == f"/campagnes/{campaign.id}"


def test_towns_are_proposed_as_one_types(alice: Person) -> None:
    assert "Trois-Rivières" in alice.client.get("/villes?q=trois").text
    assert "Lévis" in alice.client.get("/villes?city=lev", headers=alice.hx).text
    assert alice.client.get("/villes?q=%00%F0").status_code == 200


def test_bob_who_only_reads_cannot_begin_a_campaign(bob: Person) -> None:
    assert bob.client.get(NEW).status_code == 403
    assert bob.client.post(NEW, data={"name": "Cafés"}).status_code == 403
    assert bob.client.get("/campagnes").status_code == 200


def test_the_demonstration_is_not_launched(alice: Person) -> None:
    alice.workspace.is_demo = True
    campaign = draft(alice)
    assert "démonstration" in alice.client.get(f"/campagnes/{campaign.id}/verification").text
    page = alice.client.post(f"/campagnes/{campaign.id}/verification")
    assert page.status_code == 409
    assert db.session.get_one(Campaign, campaign.id).state == "draft"
