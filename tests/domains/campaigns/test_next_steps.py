"""The page of a campaign, and the home page, end on one thing to do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.publishing.models import Connection
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import put
from tests.people import Person
from tests.statements import statements


@pytest.fixture
def campaign(alice: Person) -> Campaign:
    now = clock.now()
    found: Campaign = put(
        making.campaign(alice.workspace), state="completed", launched_at=now - timedelta(days=20),
        completed_at=now - timedelta(days=1),
    )  # fmt: skip
    return found


def step(alice: Person, address: str) -> str:
    page = alice.client.get(address).text
    return " ".join(page.replace("\u00a0", " ").split())


def test_a_completed_campaign_shows_the_way_to_its_results_then_elsewhere(alice: Person, campaign: Campaign) -> None:
    showing.connection(alice.workspace)
    here = f"/campagnes/{campaign.id}"
    for address in (here, "/tableau-de-bord"):
        page = step(alice, address)
        assert "« Cafés de Lévis » est terminée. Voyez ce qu’elle a donné." in page, address
        assert f'href="{here}/resultats"' in page
    put(campaign, completed_at=clock.now() - timedelta(days=15))
    for address in (here, "/tableau-de-bord"):
        page = step(alice, address)
        assert "Votre dernière campagne (à Lévis) date du" in page, address
        assert "Essayez une autre ville ou un autre métier." in page
    put(making.campaign(alice.workspace), launched_at=clock.now())
    for address in (here, "/tableau-de-bord"):
        assert "Essayez une autre ville" not in step(alice, address), address


def test_a_campaign_under_way_without_a_connection_asks_for_one(alice: Person, campaign: Campaign) -> None:
    put(campaign, state="publishing", completed_at=None)
    page = step(alice, f"/campagnes/{campaign.id}")
    assert "Sans connexion, rien ne part." in page
    making.content(alice.workspace, campaign_id=campaign.id)
    page = step(alice, f"/campagnes/{campaign.id}")
    assert "1 publication attend votre pouce" in page and "Sans connexion" not in page


def test_nothing_is_asked_in_a_demonstration_nor_of_whoever_may_not(
    alice: Person, bob: Person, campaign: Campaign
) -> None:
    put(campaign, completed_at=clock.now() - timedelta(days=15))
    assert "Que faire maintenant" not in step(bob, f"/campagnes/{campaign.id}")
    put(alice.workspace, is_demo=True)
    assert "Que faire maintenant" not in step(alice, f"/campagnes/{campaign.id}")


def test_it_costs_the_same_whatever_went_out(alice: Person, campaign: Campaign) -> None:
    account: Connection = showing.connection(alice.workspace)

    def cost(address: str) -> int:
        with statements() as seen:
            assert alice.client.get(address).status_code == 200
        return len(seen)

    def send(count: int) -> Any:
        for content in showing.several(alice.workspace, count, state="published"):
            content.campaign_id = campaign.id
            showing.delivery(content, account, "published", published_at=clock.now(), urn=f"urn:li:share:{content.id}")
        db.session.commit()

    send(1)
    addresses = (f"/campagnes/{campaign.id}", "/tableau-de-bord", "/resultats", "/a-venir/mois")
    before = [cost(address) for address in addresses]
    send(60)
    assert [cost(address) for address in addresses] == before
