"""A stranger looks at the demonstration, presses everything, and changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core.db import db
from app.domains.contents.models import Content
from app.domains.dashboard import demonstration, seeding
from tests.people import PASSWORD, Person
from tests.test_every_route import snapshot, walk

SIGN_UP = {"business_name": "Café de l’Été", "email": "zoe@exemple.ca", "password": PASSWORD}


def visit(client: FlaskClient) -> FlaskClient:
    answer = client.post("/demonstration")
    assert (answer.status_code, answer.location) == (303, "/tableau-de-bord")
    return client


def test_the_home_page_offers_a_look_only_where_there_is_something_to_see(client: FlaskClient) -> None:
    assert "Voir une démonstration" not in client.get("/").get_data(as_text=True)
    assert client.post("/demonstration").status_code == 404
    seeding.seed()
    assert "Voir une démonstration" in client.get("/").get_data(as_text=True)


def test_a_stranger_sees_what_an_owner_sees_and_that_it_is_invented(client: FlaskClient) -> None:
    seeding.seed()
    visit(client)
    page = client.get("/tableau-de-bord").get_data(as_text=True)
    assert "tout est inventé" in page
    assert "Approuver" in page
    for address in ("/campagnes", "/contenus", "/prospects", "/a-venir", "/resultats", "/profil", "/plus"):
        assert client.get(address).status_code == 200, address


def test_what_she_presses_is_refused_kindly(client: FlaskClient) -> None:
    seeding.seed()
    visit(client)
    content = db.session.scalars(db.select(Content).where(Content.state == "pending")).first()
    assert content is not None
    address = f"/contenus/{content.id}/approbation"
    page = client.post(address)
    assert page.status_code == 403
    assert "/inscription" in page.get_data(as_text=True)
    toast = client.post(address, headers={"HX-Request": "true"})
    assert "Créez votre compte" in toast.get_data(as_text=True)
    assert db.session.get_one(Content, content.id).state == "pending"


def test_nothing_of_hers_moves_whatever_she_sends(app: Flask, client: FlaskClient) -> None:
    seeding.seed()
    visit(client)
    before = snapshot()
    ids = {"workspace_id": 1, "user_id": 1}
    for rule, method, path in walk(app, _Ones(ids)):
        if rule.endpoint not in {"accounts.delete_session", "workspaces.create_account", "accounts.create_session"}:
            client.open(path, method=method)
    assert snapshot() == before


class _Ones(dict[str, object]):
    """Every row asked for is the first of its table."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> int:
        return 1


def test_she_leaves_for_an_account_of_her_own(client: FlaskClient) -> None:
    seeding.seed()
    visit(client)
    assert client.get("/inscription").status_code == 200
    assert client.get("/").status_code == 200
    assert client.post("/inscription", data=SIGN_UP).status_code == 303
    page = client.get("/tableau-de-bord").get_data(as_text=True)
    assert "tout est inventé" not in page
    assert "Café de l’Été" in page


def test_who_is_at_home_stays_there(alice: Person) -> None:
    seeding.seed()
    assert alice.client.post("/demonstration").status_code == 303
    assert alice.workspace.name in alice.client.get("/tableau-de-bord").get_data(as_text=True)


@pytest.mark.parametrize("is_older", [False, True])
def test_in_production_nobody_signs_in_to_what_strangers_look_at(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, is_older: bool
) -> None:
    if is_older:
        seeding.seed()
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], app_env="production"))
    seeding.seed()
    sent = {"email": demonstration.EMAIL, "password": demonstration.PASSWORD}
    assert client.post("/connexion", data=sent).status_code == 422
    visit(client)
