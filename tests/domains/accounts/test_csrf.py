"""A form of another site changes nothing here; a page left open too long says so kindly."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.forms import forms_of, token_of
from tests.people import PASSWORD, Person

RIGHT = {"email": "alice@exemple.ca", "password": PASSWORD}


@pytest.fixture(autouse=True)
def guarded(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guard forms as the real site does."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)


@pytest.mark.parametrize("token", [None, "", "wrong", "IjEi.aaaa.bbbb", "\0", "é" * 5000])
def test_a_wrong_token_is_refused_in_french_and_changes_nothing(
    client: FlaskClient, alice: Person, token: str | None
) -> None:
    client.get("/connexion")
    answer = client.post("/connexion", data=RIGHT | ({} if token is None else {"csrf_token": token}))
    assert answer.status_code == 400
    assert "La page a expiré" in answer.text
    assert "rechargez-la" in answer.text.lower()
    assert client.get("/tableau-de-bord").status_code == 303


def test_the_token_of_another_session_is_refused(client: FlaskClient, app: Flask, alice: Person) -> None:
    client.get("/connexion")
    stolen = token_of(app.test_client().get("/connexion").text)
    assert client.post("/connexion", data=RIGHT | {"csrf_token": stolen}).status_code == 400


def test_one_token_serves_every_form_of_a_session(client: FlaskClient, alice: Person) -> None:
    token = token_of(client.get("/inscription").text)
    client.get("/connexion")
    assert client.post("/connexion", data=RIGHT | {"csrf_token": token}).status_code == 303


def test_a_token_from_before_the_sign_in_serves_no_longer(client: FlaskClient, alice: Person) -> None:
    token = token_of(client.get("/connexion").text)
    client.post("/connexion", data=RIGHT | {"csrf_token": token})
    assert client.post("/deconnexion", data={"csrf_token": token}).status_code == 400


def test_a_gesture_is_refused_by_a_toast(alice: Person) -> None:
    answer = alice.client.post("/deconnexion", headers=alice.hx)
    assert answer.status_code == 400
    assert answer.headers["HX-Reswap"] == "none"
    assert "La page a expiré" in answer.text
    assert "<html" not in answer.text


def test_a_gesture_may_carry_the_token_in_a_header(alice: Person) -> None:
    token = token_of(alice.client.get("/tableau-de-bord").text)
    answer = alice.client.post("/deconnexion", headers={**alice.hx, "X-CSRFToken": token})
    assert answer.status_code == 204


@pytest.mark.parametrize("path", ["/connexion", "/inscription"])
def test_every_form_a_stranger_meets_carries_the_token(client: FlaskClient, path: str) -> None:
    posting = [form for form in forms_of(client.get(path).text) if form.method == "post"]
    assert posting
    assert all(form.fields.get("csrf_token") for form in posting)


@pytest.mark.parametrize(
    "path", ["/tableau-de-bord", "/campagnes", "/campagnes/nouvelle", "/contenus", "/profil", "/plus"]
)
def test_every_form_alice_meets_carries_the_token(alice: Person, path: str) -> None:
    answer = alice.client.get(path, follow_redirects=True)
    assert answer.status_code == 200
    posting = [form for form in forms_of(answer.text) if form.method == "post"]
    assert posting, "the sign-out form at least"
    assert all(form.fields.get("csrf_token") for form in posting)
