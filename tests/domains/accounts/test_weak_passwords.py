"""A password a stranger would try first is refused, in French, at its field; a service that is down refuses nobody."""

from __future__ import annotations

import dataclasses
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domains.accounts import passwords, wording
from tests.people import PASSWORD, Person

LEAKED = "un mot de passe qui a fui"
KNOWN = ("marie-eve.gagnon@exemple.ca", "Boulangerie du Passage")


@pytest.mark.parametrize("password", ["1234567890", "Qwertyuiop", "PASSWORD123", "aaaaaaaaaaaa", "abababababab"])
def test_what_everybody_chooses_is_refused(app: Flask, password: str) -> None:
    assert passwords.fault_of(password) == wording.PASSWORD_COMMON


@pytest.mark.parametrize("password", ["boulangerie1", "Gagnon-Marie", "passage2026", "exemple123!", "mariegagnon"])
def test_what_anyone_knows_of_her_is_no_password(app: Flask, password: str) -> None:
    assert passwords.fault_of(password, *KNOWN) == wording.PASSWORD_CONTEXT


@pytest.mark.parametrize(
    "password", [PASSWORD, "Test-1234567!", "la boulangerie ouvre à six heures", "é" * 9 + "abcdefg"]
)
def test_what_is_her_own_is_taken(app: Flask, password: str) -> None:
    assert passwords.fault_of(password, *KNOWN) == ""


def test_it_is_said_at_the_field_of_the_sign_up(client: FlaskClient) -> None:
    form = {"email": "zoe@exemple.ca", "password": "chocolaterie", "business_name": "La chocolaterie"}
    answer = client.post("/inscription", data=form)
    assert answer.status_code == 422
    assert wording.PASSWORD_CONTEXT in answer.text.partition('id="password-error"')[2]


def test_and_where_it_is_changed(alice: Person) -> None:
    answer = alice.client.post("/profil/mot-de-passe", data={"present": PASSWORD, "new": "chezalice1"})
    assert answer.status_code == 422
    assert wording.PASSWORD_CONTEXT in answer.text.partition('id="new-error"')[2]


class _Range(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        digest = hashlib.sha1(LEAKED.encode()).hexdigest().upper()
        padding = hashlib.sha1(PASSWORD.encode()).hexdigest().upper()
        body = f"{'A' * 35}:3\r\n{digest[5:]}:12\r\n{padding[5:]}:0\r\n".encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def breaches(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    server = HTTPServer(("127.0.0.1", 0), _Range)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    settings = dataclasses.replace(app.config["SETTINGS"], breached_passwords_url=url)
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    _Range.asked.clear()
    yield _Range.asked
    server.shutdown()
    server.server_close()


def test_a_leaked_one_is_refused_and_was_never_sent(app: Flask, breaches: list[str]) -> None:
    assert passwords.fault_of(LEAKED) == wording.PASSWORD_BREACHED
    assert passwords.fault_of(PASSWORD) == "", "what only pads the answer is no leak"
    assert all(len(path) == len("/range/") + 5 for path in breaches) and len(breaches) == 2


def test_a_service_that_is_down_keeps_nobody_out(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], breached_passwords_url="http://127.0.0.1:9")
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    assert passwords.fault_of(PASSWORD) == ""
