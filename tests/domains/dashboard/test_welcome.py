"""From the sign-up to the first campaign: three questions, and a list that leaves once it is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.publishing.models import Connection
from app.domains.workspaces.models import Workspace
from tests.domains.contents import making
from tests.people import PASSWORD, Person, make_person

SIGN_UP = {"business_name": "Café de l’Été", "email": "zoe@exemple.ca", "password": PASSWORD}
START = 'id="start-title"'


def workspace() -> Workspace:
    return db.session.scalars(db.select(Workspace)).one()


def test_three_questions_make_the_profile_and_lead_to_the_first_campaign(client: FlaskClient) -> None:
    address = client.post("/inscription", data=SIGN_UP).location
    address = client.get(address).location
    for answer in ({"industry": "restaurant"}, {"city": "levis"}, {"form_of_address": "tu"}):
        page = client.get(address).get_data(as_text=True)
        assert "Étape" in page
        address = client.post(address, data=answer).location
    assert address == "/campagnes/nouvelle"
    assert "première campagne" in client.get(address).get_data(as_text=True)
    made = workspace()
    assert (made.industry, made.city, made.form_of_address) == ("restaurant", "Lévis", "tu")


@pytest.mark.parametrize("trade", ["dentist", "real_estate"])
def test_a_trade_that_always_says_vous_is_not_asked_how_it_speaks(client: FlaskClient, trade: str) -> None:
    client.post("/inscription", data=SIGN_UP)
    town = client.post("/bienvenue/metier", data={"industry": trade}).location
    assert "Étape 2 sur 2" in client.get(town).text.replace("\u00a0", " ")
    address = client.post(town, data={"city": "levis"}).location
    assert address == "/campagnes/nouvelle"
    assert "première campagne" in client.get(address).text
    assert workspace().form_of_address == "vous"


@pytest.mark.parametrize(
    ("step", "answer", "field"),
    [("metier", {}, "industry"), ("metier", {"industry": "other"}, "industry_words"), ("ville", {}, "city"),
     ("ville", {"city": "Atlantide"}, "city"), ("ton", {"form_of_address": "on"}, "form_of_address")],
)  # fmt: skip
def test_what_is_missing_is_said_at_its_field(
    client: FlaskClient, step: str, answer: dict[str, str], field: str
) -> None:
    client.post("/inscription", data=SIGN_UP)
    refused = client.post(f"/bienvenue/{step}", data=answer)
    assert refused.status_code == 422
    assert f'id="{field}-error"' in refused.get_data(as_text=True)
    assert workspace().city == ""


def test_the_list_of_first_steps_shortens_and_leaves(client: FlaskClient) -> None:
    client.post("/inscription", data=SIGN_UP)
    page = client.get("/tableau-de-bord").get_data(as_text=True)
    assert START in page
    assert "0 sur 4" in page
    made = workspace()
    made.city = "Lévis"
    db.session.add(Campaign(workspace_id=made.id, name="Cafés", industry="restaurant", city="Lévis"))
    db.session.commit()
    assert "2 sur 4" in client.get("/tableau-de-bord").get_data(as_text=True)
    making.content(made, state="approved")
    soon = clock.now() + timedelta(days=50)
    db.session.add(
        Connection(workspace_id=made.id, network="linkedin", account_urn="urn:li:person:1", account_name="Zoé",
                   sealed_access_token="-", scopes=[], expires_at=soon)
    )  # fmt: skip
    db.session.commit()
    assert START not in client.get("/tableau-de-bord").get_data(as_text=True)


def test_who_may_not_change_the_profile_is_not_asked(app: Flask, alice: Person) -> None:
    analyst = make_person(app, "analyste", workspace=alice.workspace, role="analyst")
    assert START not in analyst.client.get("/tableau-de-bord").get_data(as_text=True)
    assert analyst.client.get("/bienvenue/metier").status_code == 403
