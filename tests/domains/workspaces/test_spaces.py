"""Several workspaces for one person: she goes from one to another, and no page of one ever acts on another."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.core.db import db
from app.domains.workspaces import services
from app.domains.workspaces.models import Membership, Workspace
from tests.people import Person


@pytest.fixture
def second(app: Flask, alice: Person) -> Workspace:
    """Alice's other workspace, « Chez Second »."""
    workspace = services.open_workspace(alice.user, "Chez Second")
    db.session.commit()
    return workspace


@pytest.fixture
def guarded(app: Flask) -> Iterator[None]:
    """Ask every form for its token, as outside of tests."""
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


def enter(client: FlaskClient, workspace: Workspace, token: str = "") -> None:
    answer = client.post(f"/espaces/{workspace.id}/entree", data={"csrf_token": token})
    assert answer.location == "/tableau-de-bord"


def token_on(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).get_data(as_text=True))
    assert found is not None
    return found[1]


def test_she_goes_from_one_to_the_other_and_back(alice: Person, second: Workspace) -> None:
    assert "Chez Alice" in alice.client.get("/plus").get_data(as_text=True)
    page = alice.client.get("/espaces").get_data(as_text=True)
    assert "Chez Second" in page
    enter(alice.client, second)
    assert "Bonjour, Chez Second" in alice.client.get("/tableau-de-bord").get_data(as_text=True)
    enter(alice.client, alice.workspace)
    assert "Bonjour, Chez Alice" in alice.client.get("/tableau-de-bord").get_data(as_text=True)


def test_nobody_enters_a_workspace_that_is_not_hers(alice: Person, charlie: Person) -> None:
    assert charlie.client.post(f"/espaces/{alice.workspace.id}/entree").status_code == 404
    with charlie.client.session_transaction() as session:
        session["workspace"] = alice.workspace.id
    assert "Chez Alice" not in charlie.client.get("/plus").get_data(as_text=True)


def test_a_form_of_one_workspace_never_acts_on_another(
    app: Flask, alice: Person, second: Workspace, guarded: None
) -> None:
    """Two tabs: the profile of the first is open in one while she goes to the second in the other."""
    stale = token_on(alice.client, "/profil")
    enter(alice.client, second, stale)
    before = db.session.scalars(select(Workspace.name).order_by(Workspace.id)).all()
    answer = alice.client.post("/profil", data={"csrf_token": stale, "name": "Tout autre nom"})
    assert answer.status_code == 409
    page = answer.get_data(as_text=True)
    assert "Vous êtes maintenant dans Chez Second" in page
    assert "celle de Chez Alice" in page
    piece = alice.client.post("/profil", data={"csrf_token": stale, "name": "Tout autre nom"}, headers=alice.hx)
    assert piece.status_code == 409
    for path in ("/campagnes/nouvelle", "/contenus/nouvelle", "/a-venir/pause", "/membres/invitations"):
        assert alice.client.post(path, data={"csrf_token": stale}).status_code == 409
    assert db.session.scalars(select(Workspace.name).order_by(Workspace.id)).all() == before


def test_back_where_the_page_is_from_its_form_is_good_again(
    app: Flask, alice: Person, second: Workspace, guarded: None
) -> None:
    stale = token_on(alice.client, "/a-venir")
    enter(alice.client, second, stale)
    assert alice.client.post("/a-venir/pause", data={"csrf_token": stale}).status_code == 409
    enter(alice.client, alice.workspace, stale)
    assert alice.client.post("/a-venir/pause", data={"csrf_token": stale}).status_code == 303
    db.session.expire_all()
    assert db.session.get_one(Workspace, alice.workspace.id).paused_at is not None
    assert db.session.get_one(Workspace, second.id).paused_at is None


def test_taken_out_of_the_first_her_open_page_acts_on_nothing(
    app: Flask, alice: Person, second: Workspace, guarded: None
) -> None:
    stale = token_on(alice.client, "/a-venir")
    db.session.delete(db.session.scalars(select(Membership).where(Membership.workspace_id == alice.workspace.id)).one())
    db.session.commit()
    assert alice.client.post("/a-venir/pause", data={"csrf_token": stale}).status_code == 409
    assert db.session.get_one(Workspace, second.id).paused_at is None


def test_a_forged_token_is_refused_whatever_workspace_it_says(
    app: Flask, alice: Person, second: Workspace, guarded: None
) -> None:
    token_on(alice.client, "/profil")
    for token in ("", "faux", f"faux~{alice.workspace.id}", f"~{alice.workspace.id}"):
        assert alice.client.post("/a-venir/pause", data={"csrf_token": token}).status_code == 400


def test_a_link_of_a_mail_opens_the_workspace_it_is_about(alice: Person, second: Workspace, charlie: Person) -> None:
    answer = alice.client.get(f"/contenus?etat=pending&espace={second.id}")
    assert answer.location == "/contenus?etat=pending"
    assert "Chez Second" in alice.client.get("/plus").get_data(as_text=True)
    assert charlie.client.get(f"/contenus?espace={second.id}").status_code == 404
    for wrong in ("x", "", "99999999999"):
        assert alice.client.get(f"/contenus?espace={wrong}").status_code == 404


def test_signed_out_the_link_asks_first_and_keeps_the_workspace(client: FlaskClient, second: Workspace) -> None:
    answer = client.get(f"/resultats?espace={second.id}")
    assert answer.location.startswith("/connexion?suite=")
    assert f"espace%3D{second.id}" in answer.location or f"espace={second.id}" in answer.location


def test_she_opens_one_more_and_is_in_it(alice: Person) -> None:
    assert alice.client.post("/espaces", data={"business_name": "Chez Neuf"}).location == "/bienvenue"
    assert "Chez Neuf" in alice.client.get("/plus").get_data(as_text=True)
    assert alice.client.post("/espaces", data={"business_name": ""}).status_code == 422


def test_three_a_day_are_enough(alice: Person) -> None:
    for number in range(2):
        assert alice.client.post("/espaces", data={"business_name": f"Chez {number}"}).status_code == 303
    assert alice.client.post("/espaces", data={"business_name": "Chez trop"}).status_code == 422


def test_without_any_workspace_every_page_leads_to_where_one_is_opened(alice: Person) -> None:
    db.session.delete(db.session.scalars(select(Membership)).one())
    db.session.commit()
    for path in ("/tableau-de-bord", "/contenus", "/plus", "/profil"):
        assert alice.client.get(path).location == "/espaces"
    page = alice.client.get("/espaces")
    assert page.status_code == 200
    assert "aucun espace" in page.get_data(as_text=True)
    assert alice.client.get("/a-approuver").status_code == 200
    assert alice.client.post("/espaces", data={"business_name": "Chez moi"}).status_code == 303
