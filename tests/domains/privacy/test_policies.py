"""Anybody may read who answers, and where information goes; what nobody said is seen to be missing."""

from __future__ import annotations

import dataclasses

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core.db import db
from app.doctor import Finding, examine
from tests.people import Person

TOLD = {
    "operator_name": "Coopérative du Fleuve",
    "operator_address": "12, rue Principale, Lévis G6V 3V9",
    "privacy_officer": "Odile Roy",
    "privacy_email": "vieprivee@fleuve.ca",
    "hosting_place": "Montréal, Québec",
}


@pytest.fixture
def told(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    told_settings = dataclasses.replace(app.config["SETTINGS"], **TOLD)
    monkeypatch.setitem(app.config, "SETTINGS", told_settings)


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("page", ["/confidentialite", "/conditions"])
def test_the_public_pages_tell_the_operators_facts(client: FlaskClient, page: str) -> None:
    text = client.get(page).get_data(as_text=True)
    assert TOLD["operator_name"] in text
    assert TOLD["operator_address"] in text
    assert TOLD["privacy_email"] in text
    assert "à préciser" not in text


def test_what_nobody_said_is_seen_and_is_a_fault_in_production(app: Flask, client: FlaskClient) -> None:
    assert "[personne responsable à préciser]" in client.get("/confidentialite").get_data(as_text=True)
    settings = app.config["SETTINGS"]

    def said(**changes: str) -> Finding:
        return next(each for each in examine(dataclasses.replace(settings, **changes)) if each.part == "Vie privée")

    assert said().ok is None
    assert said(app_env="production").ok is False
    assert "PRIVACY_OFFICER" in said().words
    assert said(app_env="production", **TOLD).ok is True


def test_only_what_is_configured_is_named(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], gemini_api_key="", hunter_api_key="")
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    assert "Hunter" not in client.get("/confidentialite").get_data(as_text=True)
    assert "Gemini" not in client.get("/confidentialite").get_data(as_text=True)
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(settings, hunter_api_key="k", gemini_api_key="k"))
    text = client.get("/confidentialite").get_data(as_text=True)
    assert "Hunter" in text
    assert "Gemini" in text


def test_a_business_has_its_page_and_names_who_answers(alice: Person, client: FlaskClient) -> None:
    address = f"/confidentialite/{alice.workspace.policy_code}"
    before = client.get(address).get_data(as_text=True)
    assert "La personne propriétaire" in before
    assert alice.user.email not in before
    form = {"name": "Odile Roy", "role": "Adjointe", "email": "Odile@Chez-Alice.ca", "address": "1, rue du Quai"}
    assert alice.client.post("/reglages/confidentialite/responsable", data=form).status_code == 303
    after = client.get(address).get_data(as_text=True)
    assert "Odile Roy" in after
    assert "odile@chez-alice.ca" in after
    assert "Une personne approuve toujours" in after
    alice.workspace.auto_approve = True
    db.session.commit()
    assert "a activé l’approbation automatique" in client.get(address).get_data(as_text=True)


def test_an_officer_without_an_address_is_refused(alice: Person) -> None:
    answer = alice.client.post("/reglages/confidentialite/responsable", data={"name": "Odile", "email": "odile"})
    assert answer.status_code == 422
    assert "adresse de courriel complète" in answer.get_data(as_text=True)


def test_the_assessment_is_a_document_of_the_facts(alice: Person) -> None:
    answer = alice.client.get("/reglages/confidentialite/evaluation.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.get_data().startswith(b"%PDF")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_console_is_the_owners(bob: Person, client: FlaskClient) -> None:
    assert bob.client.get("/reglages/confidentialite").status_code == 403
    assert client.get("/reglages/confidentialite").status_code == 303
