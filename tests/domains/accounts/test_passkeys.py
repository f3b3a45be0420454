"""Passkeys: offered on a name only; a key made elsewhere, signed for another site or twice the same opens nothing."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import struct
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from flask import Flask
from flask.testing import FlaskClient

from app.core import clock
from app.core.db import db
from app.domains.accounts import challenges, jobs, passkeys, wording
from app.domains.accounts.models import Passkey, SpentChallenge
from app.domains.accounts.services import AccountError
from tests.factories.publishing import at_once
from tests.people import Person

ORIGIN = "http://localhost"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def cbor(value: Any) -> bytes:
    """Write what an authenticator writes: small integers, bytes, texts and maps (RFC 8949)."""

    def head(kind: int, size: int) -> bytes:
        return bytes([kind << 5 | size]) if size < 24 else bytes([kind << 5 | 24, size]) if size < 256 else (
            bytes([kind << 5 | 25]) + struct.pack(">H", size))  # fmt: skip

    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return head(5, len(value)) + b"".join(cbor(key) + cbor(each) for key, each in value.items())


@dataclasses.dataclass
class Authenticator:
    """A device that keeps one key."""

    key: ec.EllipticCurvePrivateKey = dataclasses.field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential_id: bytes = b"a key of alice's"
    count: int = 0
    host: str = "localhost"
    origin: str = ORIGIN
    flags: int = PRESENT | VERIFIED

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def make(self, challenge: str) -> str:
        point = self.key.public_key().public_numbers()
        public = cbor({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
        said = hashlib.sha256(self.host.encode()).digest() + bytes([self.flags | ATTESTED])
        said += struct.pack(">I", self.count) + bytes(16) + struct.pack(">H", len(self.credential_id))
        attested = cbor({"fmt": "none", "attStmt": {}, "authData": said + self.credential_id + public})
        client = self._client("webauthn.create", challenge)
        return self._answer({"clientDataJSON": b64(client), "attestationObject": b64(attested)})

    def sign(self, challenge: str) -> str:
        said = hashlib.sha256(self.host.encode()).digest() + bytes([self.flags]) + struct.pack(">I", self.count)
        client = self._client("webauthn.get", challenge)
        signature = self.key.sign(said + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {"clientDataJSON": b64(client), "authenticatorData": b64(said), "signature": b64(signature)}
        return self._answer(response)

    def _answer(self, response: dict[str, str]) -> str:
        made = {"id": b64(self.credential_id), "rawId": b64(self.credential_id), "type": "public-key"}
        return json.dumps(made | {"response": response})


@pytest.fixture
def device(alice: Person) -> Authenticator:
    """Hers, with a key of this site's."""
    found = Authenticator()
    options, challenge = passkeys.ask_new(alice.user)
    assert json.loads(options)["rp"]["id"] == "localhost"
    passkeys.add(alice.user, found.make(challenge), challenge, "Téléphone")
    return found


def asked(client: FlaskClient) -> str:
    answer = client.post("/connexion/cle-d-acces/demande").json
    assert answer is not None and not answer.get("allowCredentials"), "it names nobody"
    assert answer["userVerification"] == "required"
    return str(answer["challenge"])


def enter(client: FlaskClient, answer: str, suite: str = "") -> int:
    query = {"suite": suite} if suite else {}
    return client.post("/connexion/cle-d-acces", data={"credential": answer}, query_string=query).status_code


def test_it_opens_without_a_password_and_she_goes_where_she_was_going(
    client: FlaskClient, device: Authenticator
) -> None:
    answer = client.post(
        "/connexion/cle-d-acces", data={"credential": device.sign(asked(client))}, query_string={"suite": "/plus"}
    )
    assert (answer.status_code, answer.location) == (303, "/plus")
    assert client.get("/plus").status_code == 200


def test_an_answer_serves_once_even_from_a_copied_cookie(
    app: Flask, client: FlaskClient, device: Authenticator
) -> None:
    answer = device.sign(asked(client))
    thief, cookie = app.test_client(), client.get_cookie("astrogrowth")
    assert cookie is not None
    thief.set_cookie("astrogrowth", cookie.value)
    assert enter(client, answer) == 303
    assert enter(thief, answer) == 422


def captured(app: Flask, client: FlaskClient, device: Authenticator) -> tuple[FlaskClient, str]:
    """Return a browser with a copy of the cookie, and the answer that is about to be sent with it."""
    answer, cookie = device.sign(asked(client)), client.get_cookie("astrogrowth")
    thief = app.test_client()
    assert cookie is not None
    thief.set_cookie("astrogrowth", cookie.value)
    return thief, answer


def test_of_several_answers_taken_on_the_way_none_serves_again(
    app: Flask, alice: Person, device: Authenticator
) -> None:
    taken = []
    for _ in range(3):
        client = app.test_client()
        taken.append(captured(app, client, device))
        assert enter(client, taken[-1][1]) == 303
    assert [enter(thief, answer) for thief, answer in taken] == [422, 422, 422]


def test_an_answer_that_confirmed_her_confirms_nobody_again(app: Flask, alice: Person, device: Authenticator) -> None:
    for _ in range(2):
        thief, answer = captured(app, alice.client, device)
        there = alice.client.post("/confirmation/cle-d-acces", data={"credential": answer})
        assert there.location == "/tableau-de-bord"
        assert enter(thief, answer) == 422
        again = thief.post("/confirmation/cle-d-acces", data={"credential": answer})
        assert again.location.startswith(("/confirmation", "/connexion"))


def test_of_two_uses_of_an_answer_at_the_same_instant_one_wins(
    app: Flask, client: FlaskClient, device: Authenticator
) -> None:
    challenge = asked(client)
    answer, won = device.sign(challenge), []
    at_once(app, [lambda: won.append(passkeys.owner_of(answer, challenge) is not None)] * 4)
    assert sorted(won) == [False, False, False, True]


def test_a_question_is_forgotten_once_it_is_too_old_to_be_answered(client: FlaskClient, device: Authenticator) -> None:
    assert enter(client, device.sign(asked(client))) == 303
    with clock.frozen_at(clock.now() + challenges.LIFE):
        jobs.purge()
        assert db.session.query(SpentChallenge).count() == 2, "of the key, and of the sign-in"
    with clock.frozen_at(clock.now() + timedelta(hours=2)):
        jobs.purge()
    assert db.session.query(SpentChallenge).count() == 0


@pytest.mark.parametrize(
    "wrong",
    [{"host": "mauvais.example"}, {"origin": "http://mauvais.example"}, {"origin": "https://localhost"},
     {"flags": PRESENT}, {"flags": 0}, {"credential_id": b"of nobody"},
     {"key": ec.generate_private_key(ec.SECP256R1())}],
    ids=["host", "origin", "scheme", "unverified", "absent", "of nobody", "key"],
)  # fmt: skip
def test_what_is_not_hers_here_and_now_is_refused(
    client: FlaskClient, device: Authenticator, wrong: dict[str, Any]
) -> None:
    forged = dataclasses.replace(device, **wrong)
    refused = client.post("/connexion/cle-d-acces", data={"credential": forged.sign(asked(client))})
    assert refused.status_code == 422 and wording.PASSKEY_REFUSED in refused.text
    assert enter(client, device.sign(asked(client))) == 303, "the same key, rightly used"


def test_a_copied_key_whose_count_goes_back_is_refused(client: FlaskClient, app: Flask, device: Authenticator) -> None:
    device.count = 7
    assert enter(client, device.sign(asked(client))) == 303
    other = app.test_client()
    device.count = 6
    assert enter(other, device.sign(asked(other))) == 422


def test_a_question_lives_five_minutes_and_is_of_one_browser(
    app: Flask, client: FlaskClient, device: Authenticator
) -> None:
    challenge = asked(client)
    other = app.test_client()
    asked(other)
    assert enter(other, device.sign(challenge)) == 422
    with clock.frozen_at(clock.now() + timedelta(seconds=301)):
        assert enter(client, device.sign(challenge)) == 422
    assert enter(app.test_client(), device.sign("")) == 422


@pytest.mark.parametrize("answer", ["", "x", "[]", "{}", '{"id": 1}', '{"id": "a"}', "{" * 30_000, "\ud800", "\0"])
def test_strange_answers_are_refused_without_a_crash(client: FlaskClient, device: Authenticator, answer: str) -> None:
    asked(client)
    assert enter(client, answer.encode(errors="replace").decode()) == 422


def test_one_that_is_removed_opens_nothing(client: FlaskClient, alice: Person, device: Authenticator) -> None:
    [row] = passkeys.passkeys_of(alice.user.id)
    assert alice.client.delete(f"/securite/cles-d-acces/{row.id}").status_code == 303
    assert enter(client, device.sign(asked(client))) == 422


def test_a_key_nobody_asked_for_is_not_kept(alice: Person) -> None:
    with pytest.raises(AccountError):
        passkeys.add(alice.user, Authenticator().make(""), "", "Téléphone")
    assert not passkeys.passkeys_of(alice.user.id)


def test_a_key_of_one_account_is_not_added_to_another(charlie: Person, device: Authenticator) -> None:
    challenge = passkeys.ask_new(charlie.user)[1]
    with pytest.raises(AccountError):
        passkeys.add(charlie.user, device.make(challenge), challenge, "Le mien")
    assert db.session.query(Passkey).count() == 1


def test_charlie_s_key_does_not_confirm_alice(alice: Person, charlie: Person, device: Authenticator) -> None:
    challenge = asked(charlie.client)
    answer = charlie.client.post("/confirmation/cle-d-acces", data={"credential": device.sign(challenge)})
    assert answer.location.startswith("/confirmation")


@pytest.mark.parametrize(
    ("url", "host"),
    [("http://127.0.0.1:8000", ""), ("http://[::1]:8000", ""), ("https://192.0.2.1", ""), ("http://exemple.ca", ""),
     ("https://exemple.ca", "exemple.ca"), ("http://localhost:8000", "localhost")],
)  # fmt: skip
def test_they_are_offered_on_a_name_only(app: Flask, monkeypatch: pytest.MonkeyPatch, url: str, host: str) -> None:
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], public_url=url))
    assert passkeys.site()[0] == host
    page = app.test_client().get("/connexion").text
    assert ("data-passkey=" in page) is bool(host)
    if not host:
        assert app.test_client().post("/connexion/cle-d-acces/demande").status_code == 404
