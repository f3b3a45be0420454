"""Whoever asks about her own information is answered in thirty days; nobody learns who is known here."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.core import clock, crypto
from app.core.db import db
from app.core.errors import Conflict
from app.domains.notifications.models import Mail
from app.domains.privacy import requests
from app.domains.privacy.models import PrivacyRequest
from tests.forms import token_of
from tests.people import Person

ASKED = {"kind": "deletion", "name": "Marie Roy", "email": "marie@exemple.ca", "details": "Café Bleu"}


def ask(alice: Person, client: FlaskClient, **changes: str) -> int:
    address = f"/confidentialite/{alice.workspace.policy_code}/demande"
    return client.post(address, data=ASKED | changes).status_code


def confirmed(alice: Person, client: FlaskClient) -> PrivacyRequest:
    """Send the form, and follow the link of the mail."""
    ask(alice, client)
    mail = db.session.scalars(select(Mail).where(Mail.kind == "privacy_confirm")).one()
    assert mail.recipient == ASKED["email"]
    found = re.search(r"http://localhost(/confidentialite/demande/\S+)", crypto.unseal(mail.text))
    assert found
    page = client.get(found[1])
    assert "Confirmer votre demande" in page.get_data(as_text=True)
    # Over https, a form without a referrer is refused with its token.
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert db.session.scalars(select(PrivacyRequest.state)).one() == "unconfirmed"
    assert client.post(found[1]).status_code == 303
    assert client.post(found[1]).status_code == 303
    assert "Demande confirmée" in client.get(found[1]).get_data(as_text=True)
    return db.session.scalars(select(PrivacyRequest)).one()


def test_a_request_counts_once_its_author_has_proved_her_address(alice: Person, client: FlaskClient) -> None:
    row = confirmed(alice, client)
    assert row.state == "open"
    told = db.session.scalars(select(Mail).where(Mail.kind == "privacy_request")).one()
    assert told.recipient == alice.user.email
    assert "Marie Roy" in alice.client.get("/reglages/confidentialite/demandes").get_data(as_text=True)


def test_nobody_is_told_who_is_known_and_nobody_is_flooded(alice: Person, client: FlaskClient) -> None:
    assert {ask(alice, client) for _time in range(6)} == {303}
    assert db.session.scalar(select(func.count(PrivacyRequest.id))) == requests.MOST_A_DAY
    assert ask(alice, client, email="autre@exemple.ca", website="http://pourriel.example") == 303
    assert db.session.scalar(select(func.count(PrivacyRequest.id))) == requests.MOST_A_DAY
    assert client.get("/confidentialite/demande/inconnu").status_code == 404


@pytest.mark.parametrize("wrong", [{"email": "marie"}, {"name": ""}, {"kind": "autre"}])
def test_what_is_missing_is_asked_again(alice: Person, client: FlaskClient, wrong: dict[str, str]) -> None:
    assert ask(alice, client, **wrong) == 422
    assert db.session.scalar(select(func.count(PrivacyRequest.id))) == 0


def test_the_officer_is_reminded_at_twenty_days_and_the_console_says_it(alice: Person, client: FlaskClient) -> None:
    row = confirmed(alice, client)
    page = "/reglages/confidentialite"
    assert "depuis plus de 20" not in alice.client.get(page).get_data(as_text=True)
    for days, mails in ((10, 1), (21, 2), (21, 2), (28, 3), (31, 4), (60, 4)):
        with clock.frozen_at(row.received_at + timedelta(days=days)):
            requests.remind()
            assert db.session.scalar(select(func.count(Mail.id)).where(Mail.kind == "privacy_request")) == mails
    with clock.frozen_at(row.received_at + timedelta(days=21)):
        assert "depuis plus de 20" in alice.client.get(page).get_data(as_text=True)


def test_an_answer_stops_the_clock_and_is_given_once(alice: Person, client: FlaskClient) -> None:
    row = confirmed(alice, client)
    here = f"/reglages/confidentialite/demandes/{row.id}"
    assert alice.client.post(here, data={"answer": ""}).status_code == 422
    assert alice.client.post(here, data={"answer": "Effacée le jour même."}).status_code == 303
    assert "Effacée le jour même." in alice.client.get(here).get_data(as_text=True)
    db.session.refresh(row)
    with pytest.raises(Conflict):
        requests.close(row, "encore", by_id=alice.user.id)
    with clock.frozen_at(row.received_at + timedelta(days=40)):
        assert requests.remind() == 0


def test_what_nobody_confirmed_goes_after_a_week(alice: Person, client: FlaskClient) -> None:
    ask(alice, client)
    with clock.frozen_at(clock.now() + timedelta(days=8)):
        assert requests.forget_old() == 1
    assert db.session.scalar(select(func.count(PrivacyRequest.id))) == 0


def test_a_demonstration_writes_to_nobody(alice: Person, client: FlaskClient) -> None:
    alice.workspace.is_demo = True
    db.session.commit()
    assert ask(alice, client) == 303
    assert db.session.scalar(select(func.count(Mail.id))) == 0


def test_the_link_of_the_mail_serves_over_https_with_the_referrer_its_page_allows(
    app: Flask, alice: Person, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(alice, client)
    mail = db.session.scalars(select(Mail).where(Mail.kind == "privacy_confirm")).one()
    found = re.search(r"http://localhost(/confidentialite/demande/\S+)", crypto.unseal(mail.text))
    assert found
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    page = client.get(found[1], base_url="https://localhost")
    allowed = {} if page.headers["Referrer-Policy"] == "no-referrer" else {"Referer": f"https://localhost{found[1]}"}
    sent = {"data": {"csrf_token": token_of(page.text)}, "headers": allowed}
    assert client.post(found[1], base_url="https://localhost", **sent).status_code == 303
