"""Who came into an account, with what, and who tried too often: the journal says so, in few lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app import ROOT
from app.core import clock
from app.core.db import db
from app.core.limits import limiter
from app.domains.accounts.models import Device
from app.domains.audit import wording as audit_words
from app.domains.audit.models import AuditLine
from app.domains.dashboard import demonstration, seeding
from tests.domains.accounts.test_devices import IPHONE, sign_in
from tests.domains.accounts.test_two_steps import codes, half_in
from tests.people import AGENT, PASSWORD, Person

__all__ = ["codes"]
Drain = Callable[..., int]


def lines(family: str = "security.") -> list[AuditLine]:
    db.session.rollback()
    found = select(AuditLine).where(AuditLine.kind.startswith(family)).order_by(AuditLine.id)
    return list(db.session.scalars(found))


def told() -> list[tuple[str, str]]:
    return [(line.kind.removeprefix("security."), line.subject) for line in lines()]


def tried(app: Flask, email: str, *, times: int) -> None:
    for number in range(times):
        there = {"REMOTE_ADDR": f"203.0.113.{number}"}
        app.test_client().post("/connexion", data={"email": email, "password": "x" * 12}, environ_base=there)


def test_a_sign_in_is_written_once_a_day_and_a_new_device_as_such(app: Flask, alice: Person) -> None:
    now = clock.now()
    for days in (0, 0, 1.1, 1.2):
        with clock.frozen_at(now + timedelta(days=days)):
            sign_in(app)
    with clock.frozen_at(now + timedelta(days=1.2)):
        sign_in(app, IPHONE)
    assert told() == [
        ("new_device", "Chrome, Android"), ("signed_in", "Chrome, Android"), ("new_device", "Safari, iPhone"),
    ]  # fmt: skip
    assert {(line.person_id, line.by_name, line.address) for line in lines()} == {
        (alice.user.id, "alice@exemple.ca", "127.0.0.0/24")
    }


def test_whoever_comes_from_elsewhere_with_a_like_device_is_seen(app: Flask, alice: Person) -> None:
    form = {"email": "alice@exemple.ca", "password": PASSWORD}
    for last in (1, 2, 3):
        there = {"REMOTE_ADDR": f"198.51.{last // 3}.{last}"}
        app.test_client().post("/connexion", data=form, headers={"User-Agent": AGENT}, environ_base=there)
    assert [(line.kind, line.address) for line in lines()] == [
        ("security.new_device", "198.51.0.0/24"), ("security.signed_in", "198.51.1.0/24"),
    ]  # fmt: skip


def test_a_password_that_opens_half_the_door_is_no_sign_in(app: Flask, alice: Person, codes: list[str]) -> None:
    client = half_in(app)
    assert "new_device" not in dict(told())
    client.post("/connexion/code", data={"code": codes[0]})
    assert [kind for kind, _ in told()] == ["second_step_on", "recovery_code_used", "new_device"]


def test_her_managers_read_it_in_the_journal_of_the_workspace(app: Flask, alice: Person) -> None:
    sign_in(app)
    page = alice.client.get("/activite?genre=security").text
    assert "Connexion d’un nouvel appareil" in page and "Chrome, Android" in page


def test_a_lock_is_written_once_and_names_whose_account_it_is(
    app: Flask, alice: Person, run_jobs: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "enabled", True)
    tried(app, "alice@exemple.ca", times=9)
    run_jobs()
    assert told() == []
    tried(app, "alice@exemple.ca", times=5)
    tried(app, "personne@exemple.ca", times=12)
    run_jobs()
    assert told() == [("sign_in_refused", "alice@exemple.ca")]
    assert (lines()[0].by_id, lines()[0].person_id) == (None, alice.user.id)


def test_wrong_codes_lock_and_are_written_too(
    app: Flask, codes: list[str], run_jobs: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = half_in(app)
    monkeypatch.setattr(limiter, "enabled", True)
    for number in range(11):
        there = {"REMOTE_ADDR": f"203.0.113.{number}"}
        client.post("/connexion/code", data={"code": "000000"}, environ_base=there)
    run_jobs()
    assert told()[-1] == ("sign_in_refused", "alice@exemple.ca")


def test_devices_signed_out_from_another_are_written(app: Flask, alice: Person) -> None:
    client = sign_in(app)
    sign_in(app, IPHONE)
    [phone] = db.session.scalars(select(Device).where(Device.system == "iPhone"))
    client.delete(f"/securite/appareils/{phone.id}")
    client.delete("/securite/appareils")
    client.delete("/securite/appareils")
    assert told()[-2:] == [("session_ended", "Safari, iPhone"), ("sessions_ended", "")]


def test_nothing_is_written_of_the_account_everybody_shares(app: Flask, client: FlaskClient) -> None:
    seeding.seed()
    form = {"email": demonstration.EMAIL, "password": demonstration.PASSWORD}
    assert client.post("/connexion", data=form).status_code == 303
    assert lines("security.") == []


def test_every_kind_that_is_named_is_written_somewhere(app: Flask) -> None:
    """A word of the journal that nobody writes promises what is not watched."""
    paths = [path for path in (ROOT / "app").rglob("*.py") if path.parts[-2:] != ("audit", "wording.py")]
    sources = "".join(path.read_text() for path in paths)
    unwritten = {kind for kind in audit_words.KINDS if f'"{kind}"' not in sources}
    assert {kind for kind in unwritten if not kind.startswith("token.webhook_")} == set()
