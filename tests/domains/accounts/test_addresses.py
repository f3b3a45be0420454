"""An address is verified by a letter, and changed by a letter to the new one; nobody is shut out meanwhile."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core import clock
from app.core.db import db
from app.domains.accounts import services, wording
from app.domains.accounts.models import User
from tests.domains.accounts.letters import links_to, mails
from tests.people import PASSWORD, Person

EMAIL = "zoe@exemple.ca"
REMINDED = "Confirmez votre adresse"


@pytest.fixture(autouse=True)
def letters_stay(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep letters in the outbox, where they are read."""
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], smtp_url=""))


@pytest.fixture
def zoe(client: FlaskClient, run_jobs: Callable[..., int]) -> FlaskClient:
    """She just signed up."""
    form = {"email": EMAIL, "password": PASSWORD, "business_name": "Chez Zoé"}
    assert client.post("/inscription", data=form).status_code == 303
    run_jobs()
    return client


def user(email: str = EMAIL) -> User:
    db.session.expire_all()
    found = services.user_by_email(email)
    assert found is not None
    return found


def test_whoever_signs_up_is_in_and_reminded_until_she_confirms(zoe: FlaskClient) -> None:
    assert REMINDED in zoe.get("/tableau-de-bord").text
    [path] = links_to(EMAIL)
    assert EMAIL in zoe.get(path).text
    assert user().verified_at is None, "reading is not confirming"
    assert zoe.post(path).location == "/tableau-de-bord"
    assert user().verified_at is not None
    page = zoe.get("/tableau-de-bord").text
    assert wording.EMAIL_CONFIRMED in page and REMINDED not in page


def test_the_link_works_where_nobody_is_signed_in_once_and_for_two_days(app: Flask, zoe: FlaskClient) -> None:
    [path] = links_to(EMAIL)
    other = app.test_client()
    with clock.frozen_at(clock.now() + timedelta(hours=49)):
        assert other.get(path).status_code == 410
        assert other.post(path).status_code == 410
    assert user().verified_at is None
    assert other.post(path).location == "/connexion"
    again = other.post(path)
    assert again.status_code == 410 and wording.LINK_DEAD in again.text


def test_she_is_written_to_once_more_when_she_asks(zoe: FlaskClient, run_jobs: Callable[..., int]) -> None:
    assert zoe.post("/profil/courriel/verification").status_code == 303
    run_jobs()
    assert len(links_to(EMAIL)) == 2


def test_her_address_changes_once_the_new_mailbox_says_yes(
    app: Flask, alice: Person, run_jobs: Callable[..., int]
) -> None:
    answer = alice.client.post("/profil/courriel", data={"email": " Alice@Ailleurs.CA "})
    assert answer.status_code == 303
    run_jobs()
    assert user("alice@exemple.ca").id == alice.user.id, "nothing changed yet"
    [path] = links_to("alice@ailleurs.ca")
    assert alice.client.post(path).status_code == 303
    assert user("alice@ailleurs.ca").id == alice.user.id
    assert services.user_by_email("alice@exemple.ca") is None
    run_jobs()
    assert [mail.subject for mail in mails("alice@exemple.ca")] == ["L’adresse de votre compte a été changée"]


def test_a_reset_on_its_way_to_the_old_mailbox_dies_with_it(
    app: Flask, alice: Person, run_jobs: Callable[..., int]
) -> None:
    alice.client.post("/profil/courriel", data={"email": "alice@ailleurs.ca"})
    app.test_client().post("/mot-de-passe-oublie", data={"email": "alice@exemple.ca"})
    run_jobs()
    alice.client.post(links_to("alice@ailleurs.ca")[0])
    assert app.test_client().get(links_to("alice@exemple.ca")[0]).status_code == 410


def test_an_address_that_became_someone_elses_is_not_taken(
    app: Flask, alice: Person, charlie: Person, run_jobs: Callable[..., int]
) -> None:
    same = alice.client.post("/profil/courriel", data={"email": "charlie@exemple.ca"})
    free = alice.client.post("/profil/courriel", data={"email": "personne@exemple.ca"})
    assert (same.status_code, same.location) == (free.status_code, free.location), "nobody learns who has an account"
    run_jobs()
    refused = alice.client.post(links_to("charlie@exemple.ca")[0])
    assert refused.status_code == 410 and wording.EMAIL_OF_OTHER in refused.text
    assert user("alice@exemple.ca").id == alice.user.id


@pytest.mark.parametrize(
    ("email", "message"),
    [("", wording.BAD_EMAIL), ("alice", wording.BAD_EMAIL), ("alice@exemple.ca", wording.EMAIL_SAME)],
)  # fmt: skip
def test_what_is_wrong_with_a_new_address_is_said_at_its_field(alice: Person, email: str, message: str) -> None:
    answer = alice.client.post("/profil/courriel", data={"email": email})
    assert answer.status_code == 422 and message in answer.text


def test_an_address_a_thief_asked_for_dies_with_the_password(
    app: Flask, alice: Person, run_jobs: Callable[..., int]
) -> None:
    assert alice.client.post("/profil/courriel", data={"email": "voleur@exemple.ca"}).status_code == 303
    run_jobs()
    [path] = links_to("voleur@exemple.ca")
    services.change_password(alice.user, PASSWORD, "une tout autre phrase")
    assert app.test_client().post(path).status_code == 410
    assert user("alice@exemple.ca").id == alice.user.id
