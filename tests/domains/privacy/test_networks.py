"""Meta asks for a person who removed us: her accesses go, each business is told, and she may follow it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.core.db import db
from app.domains.audit.models import AuditLine
from app.domains.privacy.models import Erasure, PrivacyRequest
from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.factories import meta
from tests.factories.publishing import calls
from tests.people import Person

HERE = "/confidentialite/meta/suppression"
CAMILLE, OLIVIER = "sbx7Camille", "sbx7Olivier"


@pytest.fixture
def offered(app: Flask, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # The signature is the proof: no form of ours is ever sent there.
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    with meta.offered(app, sandbox):
        yield


def asked(app: Flask, sandbox: RunningSandbox, member: str = CAMILLE) -> dict[str, Any]:
    """Have a member of the twin remove us; return what it got for an answer, over the wire."""
    db.session.commit()
    order = {"url": app.config["SETTINGS"].public_url + HERE, "member": member}
    told: dict[str, Any] = requests.post(f"{sandbox.url}/_sandbox/meta-deletion", json=order, timeout=20).json()
    db.session.expire_all()
    return told


@pytest.mark.usefixtures("offered")
def test_her_accesses_go_and_the_request_is_settled(
    app: Flask, alice: Person, client: FlaskClient, sandbox: RunningSandbox
) -> None:
    opened = meta.connect(alice, meta.PAGE_KEY, meta.INSTAGRAM_KEY)
    told = asked(app, sandbox)
    assert told["status"] == 200
    rows = [db.session.get_one(Connection, each.id) for each in opened]
    assert [(row.state, row.sealed_access_token, row.scopes, row.granted_by) for row in rows] == [
        ("disconnected", "", [], "")
    ] * 2
    # It has them already: giving them back would be one more call on a dead token.
    assert calls(sandbox, "DELETE", "/v26.0/me/permissions") == 0
    row = db.session.scalars(select(PrivacyRequest)).one()
    assert (row.workspace_id, row.kind, row.state) == (alice.workspace.id, "deletion", "answered")
    assert "Café Démonstration" in row.answer
    page = alice.client.get(f"/reglages/confidentialite/demandes/{row.id}").text
    assert "par Facebook ou Instagram" in page
    assert "mailto" not in page
    assert db.session.scalars(select(AuditLine.kind)).all().count("connection.closed") == 2
    followed = urlsplit(told["answer"]["url"])
    assert followed.path.endswith(told["answer"]["confirmation_code"])
    status = client.get(followed.path)
    assert status.status_code == 200
    assert "a demandé à Facebook ou à Instagram" in status.text
    assert "L’empreinte correspond." in status.text


@pytest.mark.usefixtures("offered")
def test_nobody_else_s_access_is_touched(
    app: Flask, alice: Person, charlie: Person, client: FlaskClient, sandbox: RunningSandbox
) -> None:
    hers = meta.connect(alice, meta.PAGE_KEY)[0]
    told = asked(app, sandbox, OLIVIER)
    assert told["status"] == 200
    assert db.session.get_one(Connection, hers.id).state == "active"
    assert db.session.scalar(select(func.count(PrivacyRequest.id))) == 0
    assert "il n’y avait rien à effacer" in client.get(urlsplit(told["answer"]["url"]).path).text


@pytest.mark.usefixtures("offered")
def test_every_workspace_where_she_opened_one_is_reached(
    app: Flask, alice: Person, charlie: Person, sandbox: RunningSandbox
) -> None:
    meta.connect(alice, meta.PAGE_KEY)
    meta.connect(charlie, meta.INSTAGRAM_KEY)
    asked(app, sandbox)
    assert set(db.session.scalars(select(Connection.state))) == {"disconnected"}
    told = db.session.scalars(select(PrivacyRequest.workspace_id)).all()
    assert sorted(told) == [alice.workspace.id, charlie.workspace.id]


@pytest.mark.usefixtures("offered")
def test_the_same_request_sent_again_has_the_same_code(
    app: Flask, alice: Person, client: FlaskClient, sandbox: RunningSandbox
) -> None:
    from app.sandbox.meta.deletion import signed_request

    meta.connect(alice, meta.PAGE_KEY)
    moment = int(sandbox.state.now())
    told = {"algorithm": "HMAC-SHA256", "issued_at": moment, "user_id": CAMILLE}
    form = {"signed_request": signed_request("sandbox-meta-secret", told)}
    first, again = (client.post(HERE, data=form).get_json() for _time in range(2))
    assert first == again
    assert db.session.scalar(select(func.count(Erasure.id))) == 1


@pytest.mark.usefixtures("offered")
def test_her_request_sent_again_by_another_closes_nothing_she_opened_since(
    alice: Person, client: FlaskClient, sandbox: RunningSandbox
) -> None:
    from app.sandbox.meta.deletion import signed_request

    meta.connect(alice, meta.PAGE_KEY)
    told = {"algorithm": "HMAC-SHA256", "issued_at": int(sandbox.state.now()), "user_id": CAMILLE}
    form = {"signed_request": signed_request("sandbox-meta-secret", told)}
    client.post(HERE, data=form)
    again = meta.connect(alice, meta.PAGE_KEY)[0]
    assert client.post(HERE, data=form).status_code == 200
    db.session.expire_all()
    assert db.session.get_one(Connection, again.id).state == "active"


@pytest.mark.usefixtures("offered")
def test_what_meta_did_not_sign_does_nothing(alice: Person, client: FlaskClient) -> None:
    from app.sandbox.meta.deletion import signed_request

    row = meta.connect(alice, meta.PAGE_KEY)[0]
    forged = signed_request("un autre secret", {"algorithm": "HMAC-SHA256", "issued_at": 1, "user_id": CAMILLE})
    old = signed_request("sandbox-meta-secret", {"algorithm": "HMAC-SHA256", "issued_at": 1, "user_id": CAMILLE})
    answers = [client.post(HERE, data={"signed_request": each}) for each in (forged, old, "", "x" * 50_000)]
    assert [(each.status_code, each.get_json()["error"]) for each in answers] == [
        (403, "forged"), (400, "stale"), (400, "malformed"), (413, "too_long")
    ]  # fmt: skip
    assert client.get(HERE).status_code in {404, 405}
    assert db.session.get_one(Connection, row.id).state == "active"
    assert db.session.scalar(select(func.count(Erasure.id))) == 0


def test_without_meta_there_is_no_such_address(client: FlaskClient) -> None:
    assert client.post(HERE, data={"signed_request": "a.b"}).status_code == 404


def test_the_twin_calls_no_other_machine(sandbox: RunningSandbox) -> None:
    order = {"url": "https://exemple.ca/suppression"}
    assert requests.post(f"{sandbox.url}/_sandbox/meta-deletion", json=order, timeout=5).status_code == 400
