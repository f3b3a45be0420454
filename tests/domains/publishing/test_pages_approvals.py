"""Two thumbs: the page says whose came first, and never takes the same one twice."""

from __future__ import annotations

import pytest
from flask import Flask

from app.core.db import db
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import Person, make_person

AWAITED = "il en faut une seconde, d’une autre personne."


@pytest.fixture
def dora(app: Flask, alice: Person) -> Person:
    db.session.merge(alice.workspace).approval_rule = "two"
    db.session.commit()
    showing.connection(alice.workspace)
    return make_person(app, "dora", workspace=alice.workspace, role="client")


def test_the_first_thumb_is_kept_and_the_second_plans_the_delivery(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    here = f"/contenus/{content.id}"
    assert "Votre approbation sera la première." in alice.client.get(here).text
    page = alice.client.post(f"{here}/approbation", follow_redirects=True).text
    assert "Première approbation gardée." in page
    assert "Première approbation\u00a0: vous, aujourd’hui à" in page and AWAITED in page
    assert making.reread(content).state == "pending"
    page = dora.client.get(here).text
    assert "Première approbation\u00a0: alice@exemple.ca, aujourd’hui à" in page and AWAITED in page
    assert "Si vous approuvez maintenant, elle part" in page
    page = dora.client.post(f"{here}/approbation", follow_redirects=True).text
    assert "Publication approuvée." in page and "Prochain envoi" in page
    assert making.reread(content).state == "approved"


def test_a_second_thumb_of_the_same_person_is_refused_with_the_reason(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    for headers in ({}, alice.hx):
        answer = alice.client.post(f"/contenus/{content.id}/approbation", headers=headers, follow_redirects=True)
        assert "Il faut maintenant l’approbation d’une autre personne." in answer.text
    assert making.reread(content).state == "pending"


def test_the_next_card_comes_and_what_waits_for_somebody_else_is_not_asked_again(alice: Person, dora: Person) -> None:
    older, newer = (making.content(alice.workspace, text=f"Un texte, le {n}e.", writer="person") for n in (1, 2))
    answer = alice.client.post(f"/contenus/{newer.id}/approbation", headers=alice.hx)
    assert answer.headers["HX-Push-Url"] == f"/contenus/{older.id}"
    assert "Première approbation\u00a0: Café Bleu" in answer.text
    assert f"/contenus/{newer.id}/approbation?_method=DELETE" in answer.text
    answer = alice.client.post(f"/contenus/{older.id}/approbation", headers=alice.hx)
    assert answer.headers["HX-Push-Url"] == f"/contenus/{older.id}", "nothing is left to ask of her"
    answer = dora.client.post(f"/contenus/{newer.id}/approbation", headers=dora.hx)
    assert answer.headers["HX-Push-Url"] == f"/contenus/{older.id}"


def test_a_first_approval_is_taken_back_from_the_page(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    here = f"/contenus/{content.id}"
    alice.client.post(f"{here}/approbation")
    assert "Retirer la mienne" in alice.client.get(here).text
    assert "Retirer cette première approbation" in dora.client.get(here).text
    answer = alice.client.post(f"{here}/approbation?_method=DELETE", headers=alice.hx)
    assert answer.status_code == 200 and AWAITED not in answer.text
    assert making.reread(content).first_approved_at is None


def test_the_gallery_says_what_waits_for_a_second_approval(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    assert AWAITED not in alice.client.get("/contenus").text
    alice.client.post(f"/contenus/{content.id}/approbation")
    assert AWAITED in alice.client.get("/contenus").text


def test_with_one_approver_the_page_speaks_of_no_step(alice: Person) -> None:
    content = making.content(alice.workspace)
    page = alice.client.get(f"/contenus/{content.id}").text
    assert "première" not in page and "Deux personnes" not in page
