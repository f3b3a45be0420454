"""A second step at the door: a code serves once, a backup code too, and the way she was going is kept."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.core import clock
from app.core.access import PROOF_LASTS
from app.core.db import db
from app.core.limits import limiter
from app.domains.accounts import sessions, two_steps, wording
from app.domains.accounts.models import AccountChange, BackupCode, TwoSteps
from app.domains.dashboard import demonstration, seeding
from tests.people import PASSWORD, Person

ALICE = {"email": "alice@exemple.ca", "password": PASSWORD}


@pytest.fixture(autouse=True)
def held(app: Flask) -> Iterator[None]:
    """Hold the clock: a code would otherwise change under the test."""
    with clock.frozen_at(clock.now()):
        yield


def code(person: Person, *, steps: int = 0) -> str:
    """Return what her phone shows, so many half minutes from now."""
    row = two_steps.of(person.user.id)
    assert row is not None
    return pyotp.TOTP(two_steps.secret_of(row)).at(clock.now() + timedelta(seconds=30 * steps))


def codes_on(page: str) -> list[str]:
    return re.findall(r"<code>([a-z0-9-]+)</code>", page)


@pytest.fixture
def codes(alice: Person) -> list[str]:
    """She switched it on; these are her backup codes. The code she typed is half a minute old."""
    alice.client.post("/securite/deux-etapes")
    answer = alice.client.post("/securite/deux-etapes/activation", data={"code": code(alice, steps=-1)})
    assert answer.status_code == 200
    return codes_on(answer.text)


def half_in(app: Flask, suite: str = "") -> FlaskClient:
    client = app.test_client()
    answer = client.post("/connexion", data=ALICE, query_string={"suite": suite} if suite else {})
    assert answer.location.startswith("/connexion/code")
    assert client.get("/plus").status_code == 303, "a password alone opens nothing"
    return client


def test_she_switches_it_on_with_her_phone_and_is_told(alice: Person, codes: list[str]) -> None:
    assert len(set(codes)) == 10
    kept = db.session.scalars(select(BackupCode.fingerprint)).all()
    assert not {*codes, *(each.replace("-", "") for each in codes)} & set(kept)
    row = two_steps.of(alice.user.id)
    assert row is not None and two_steps.secret_of(row) not in row.sealed_secret
    assert db.session.scalars(select(AccountChange.what)).all() == ["totp_on"]
    assert codes[0] not in alice.client.get("/securite/deux-etapes").text, "they are shown once"


def test_until_she_typed_a_code_nobody_is_asked_for_one(app: Flask, alice: Person) -> None:
    alice.client.post("/securite/deux-etapes")
    picture = alice.client.get("/securite/deux-etapes/image.svg")
    assert picture.mimetype == "image/svg+xml" and picture.data.startswith(b"<?xml")
    wrong = alice.client.post("/securite/deux-etapes/activation", data={"code": "000000"})
    assert wrong.status_code == 422 and wording.CODE_WRONG in wrong.text
    assert app.test_client().post("/connexion", data=ALICE).location == "/tableau-de-bord"


def test_the_secret_shows_no_more_once_it_serves(alice: Person, codes: list[str]) -> None:
    assert alice.client.get("/securite/deux-etapes/image.svg").status_code == 404
    row = two_steps.of(alice.user.id)
    assert row is not None
    assert two_steps.secret_of(row) not in alice.client.get("/securite/deux-etapes").text


def test_the_code_opens_and_she_goes_where_she_was_going(app: Flask, alice: Person, codes: list[str]) -> None:
    client = half_in(app, "/conditions?a=1")
    step = client.post("/connexion", data=ALICE, query_string={"suite": "/conditions?a=1"}).location
    assert client.post(step, data={"code": "123"}).status_code == 422
    assert client.post(step, data={"code": code(alice)}).location == "/conditions?a=1"
    assert client.get("/plus").status_code == 200


def test_a_code_serves_once_wherever_it_is_typed(app: Flask, alice: Person, codes: list[str]) -> None:
    seen = code(alice)
    assert half_in(app).post("/connexion/code", data={"code": seen}).status_code == 303
    thief = half_in(app)
    refused = thief.post("/connexion/code", data={"code": seen})
    assert refused.status_code == 422 and wording.CODE_WRONG in refused.text
    assert thief.post("/connexion/code", data={"code": code(alice, steps=-1)}).status_code == 422, "nor an older one"
    assert thief.post("/connexion/code", data={"code": code(alice, steps=1)}).status_code == 303


def test_of_two_uses_of_a_code_at_the_same_instant_one_wins(app: Flask, alice: Person, codes: list[str]) -> None:
    typed, together, said = code(alice), threading.Barrier(2), []
    user, now = alice.user, clock.now()
    db.session.commit()

    def press() -> None:
        with app.app_context(), clock.frozen_at(now):
            together.wait(10)
            said.append(two_steps.check(user, typed))

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(said) == [False, True]


def test_a_backup_code_opens_once_however_it_is_typed(app: Flask, codes: list[str]) -> None:
    typed = f" {codes[3].upper().replace('-', ' ')} "
    assert half_in(app).post("/connexion/code", data={"code": typed}).status_code == 303
    assert half_in(app).post("/connexion/code", data={"code": typed}).status_code == 422


@pytest.mark.parametrize("typed", ["", "0", "é" * 6, "١٢٣٤٥٦", "\ud800", "x" * 10_000, "000000"])
def test_strange_codes_are_refused(app: Flask, codes: list[str], typed: str) -> None:
    assert half_in(app).post("/connexion/code", data={"code": typed.encode(errors="replace")}).status_code == 422


def test_the_step_waits_ten_minutes_and_dies_with_the_password(app: Flask, alice: Person, codes: list[str]) -> None:
    late, changed = half_in(app), half_in(app)
    with clock.frozen_at(clock.now() + timedelta(seconds=sessions.HALF_IN_SECONDS + 1)):
        assert late.post("/connexion/code", data={"code": code(alice)}).location == "/connexion"
    alice.client.post("/profil/mot-de-passe", data={"present": PASSWORD, "new": "une autre phrase plus longue"})
    assert changed.post("/connexion/code", data={"code": code(alice)}).location == "/connexion"


def test_after_ten_wrong_codes_even_the_right_one_waits(
    app: Flask, alice: Person, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = half_in(app)
    monkeypatch.setattr(limiter, "enabled", True)
    for number in range(10):
        there = {"REMOTE_ADDR": f"203.0.113.{number}"}
        assert client.post("/connexion/code", data={"code": "000000"}, environ_base=there).status_code == 422
    assert client.post("/connexion/code", data={"code": code(alice)}).status_code == 422


def test_the_codes_of_the_page_come_as_a_file_and_no_others(alice: Person, codes: list[str]) -> None:
    answer = alice.client.post("/securite/deux-etapes/codes.txt", data={"code": codes})
    assert "attachment" in answer.headers["Content-Disposition"]
    assert all(each in answer.text for each in codes)
    assert alice.client.post("/securite/deux-etapes/codes.txt", data={"code": ["aaaa-bbbb-cccc"]}).status_code == 404


def test_new_codes_end_the_old_ones(app: Flask, alice: Person, codes: list[str]) -> None:
    fresh = codes_on(alice.client.post("/securite/deux-etapes/codes").text)
    assert len(fresh) == 10 and not set(fresh) & set(codes)
    assert half_in(app).post("/connexion/code", data={"code": codes[0]}).status_code == 422
    assert half_in(app).post("/connexion/code", data={"code": fresh[0]}).status_code == 303


def test_switching_it_off_asks_who_she_is(app: Flask, alice: Person, codes: list[str]) -> None:
    with clock.frozen_at(clock.now() + PROOF_LASTS):
        assert alice.client.delete("/securite/deux-etapes").location.startswith("/confirmation")
        assert two_steps.is_on(alice.user.id)
        alice.client.post("/confirmation", data={"password": PASSWORD})
        assert alice.client.delete("/securite/deux-etapes").status_code == 303
    assert not db.session.scalars(select(TwoSteps)).all() and not db.session.scalars(select(BackupCode)).all()
    assert app.test_client().post("/connexion", data=ALICE).location == "/tableau-de-bord"


def test_a_demonstration_cannot_be_locked(app: Flask) -> None:
    seeding.seed()
    client = app.test_client()
    client.post("/connexion", data={"email": demonstration.EMAIL, "password": demonstration.PASSWORD})
    assert client.post("/securite/deux-etapes").status_code == 403
