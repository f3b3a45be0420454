"""Where an account is open: each browser is a row, and its cookie dies with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select

from app.core import clock
from app.core.db import db
from app.domains.accounts import browsers, devices, jobs, sessions, wording
from app.domains.accounts.models import Device
from app.domains.dashboard import demonstration, seeding
from tests import people
from tests.people import AGENT, PASSWORD, Person

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def sign_in(app: Flask, agent: str = AGENT) -> FlaskClient:
    client = app.test_client()
    form = {"email": "alice@exemple.ca", "password": PASSWORD}
    assert client.post("/connexion", data=form, headers={"User-Agent": agent}).status_code == 303
    return client


def is_in(client: FlaskClient) -> bool:
    return client.get("/plus").status_code == 200


def copy_of(app: Flask, client: FlaskClient) -> FlaskClient:
    """Return a browser with a stolen copy of a cookie."""
    thief, cookie = app.test_client(), client.get_cookie("astrogrowth")
    assert cookie is not None
    thief.set_cookie("astrogrowth", cookie.value)
    assert is_in(thief)
    return thief


def test_the_cookie_tells_nothing_of_the_person(app: Flask, alice: Person) -> None:
    client = sign_in(app)
    with client.session_transaction() as session:
        token = session[sessions.TOKEN]
    kept = db.session.scalars(select(Device.fingerprint)).all()
    assert str(alice.user.id) != token and len(token) > 40
    assert token not in kept


def test_a_stolen_cookie_dies_with_the_sign_out(app: Flask, alice: Person) -> None:
    client = sign_in(app)
    thief = copy_of(app, client)
    client.post("/deconnexion")
    assert not is_in(thief)


def test_a_new_password_ends_every_other_session_and_every_copy_of_this_one(app: Flask, alice: Person) -> None:
    client, other = sign_in(app), sign_in(app)
    thief = copy_of(app, client)
    client.post("/profil/mot-de-passe", data={"present": PASSWORD, "new": "une autre phrase plus longue"})
    assert is_in(client)
    assert not is_in(other) and not is_in(thief)


def test_a_sign_in_under_way_while_the_password_changes_opens_nothing(app: Flask, alice: Person) -> None:
    client = app.test_client()
    people.enter(client, alice.user)
    alice.user.password_hash = "changed meanwhile"
    assert not is_in(client)


def test_she_sees_her_devices_in_plain_words_and_signs_one_out(app: Flask, alice: Person) -> None:
    client, phone = sign_in(app), sign_in(app, IPHONE)
    page = client.get("/securite/appareils").text
    assert "Chrome sur Android" in page and "Safari sur iPhone" in page
    assert page.count("Vous y êtes en ce moment") == 1
    [row] = db.session.scalars(select(Device).where(Device.system == "iPhone"))
    assert client.delete(f"/securite/appareils/{row.id}").status_code == 303
    assert "Safari sur iPhone est déconnecté." in client.get("/securite/appareils").text
    assert is_in(client) and not is_in(phone)


def test_she_signs_out_every_other_one_at_once(app: Flask, alice: Person) -> None:
    client, others = sign_in(app), [sign_in(app) for _ in range(3)]
    client.delete("/securite/appareils")
    assert "4 appareils déconnectés." in client.get("/securite/appareils").text, "and the one of the fixture"
    assert is_in(client) and not any(map(is_in, others))


def test_nobody_signs_out_a_device_of_someone_else(alice: Person, charlie: Person) -> None:
    [row] = devices.devices_of(alice.user.id)
    assert charlie.client.delete(f"/securite/appareils/{row.id}").status_code == 404
    assert is_in(alice.client)


def test_a_cookie_lives_a_month_and_its_row_no_longer(app: Flask, alice: Person) -> None:
    with clock.frozen_at(clock.now() + devices.LIFE - timedelta(minutes=1)):
        jobs.purge()
        assert is_in(alice.client)
    with clock.frozen_at(clock.now() + devices.LIFE):
        assert not is_in(alice.client)
        jobs.purge()
    assert not db.session.scalars(select(Device)).all()


def test_visits_are_written_down_once_in_five_minutes(app: Flask, alice: Person) -> None:
    written: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        written.append(statement) if statement.startswith("UPDATE devices") else None

    event.listen(db.engine, "before_cursor_execute", listen)
    start = clock.now()
    try:
        for minutes in (1, 4, 6, 7, 10, 12):
            with clock.frozen_at(start + timedelta(minutes=minutes)):
                assert is_in(alice.client)
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)
    assert len(written) == 2
    [row] = devices.devices_of(alice.user.id)
    assert row.seen_at == start + timedelta(minutes=12)


def test_the_account_everybody_knows_the_password_of_shows_nobody_else(app: Flask) -> None:
    seeding.seed()
    known = {"email": demonstration.EMAIL, "password": demonstration.PASSWORD}
    client, other = app.test_client(), app.test_client()
    client.post("/connexion", data=known)
    other.post("/connexion", data=known, headers={"User-Agent": IPHONE})
    assert "iPhone" not in client.get("/securite/appareils").text
    assert client.delete("/securite/appareils").status_code == 403
    assert is_in(other)


@pytest.mark.parametrize(
    ("agent", "name"),
    [(AGENT, "Chrome sur Android"), (IPHONE, "Safari sur iPhone"), ("curl/8", "Un appareil"), ("", "Un appareil"),
     ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge sur Windows"),
     ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox sur Mac"),
     ("<script>" * 5000, "Un appareil")],
)  # fmt: skip
def test_a_browser_is_named_as_one_says_it(app: Flask, agent: str, name: str) -> None:
    found = Device(browser=browsers.browser_of(agent), system=browsers.system_of(agent))
    assert wording.device_name(found) == name
