"""A forgotten password: nobody learns who has an account, and a link serves once, for an hour."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select

from app.core import clock
from app.core.db import db
from app.domains.accounts import links, passkeys, services, two_steps, wording
from app.domains.accounts.models import Passkey, User
from app.domains.audit.models import AuditLine
from tests.domains.accounts.letters import links_to, mails
from tests.people import Person, make_person

NEW = "une tout autre phrase"
ALICE = "alice@exemple.ca"


@pytest.fixture(autouse=True)
def letters_stay(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep letters in the outbox, where they are read."""
    import dataclasses

    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], smtp_url=""))


def asked(client: FlaskClient, run_jobs: Callable[..., int], email: str = ALICE) -> str:
    assert client.post("/mot-de-passe-oublie", data={"email": email}).status_code == 303
    run_jobs()
    return links_to(email)[-1]


def with_passkey(person: Person) -> None:
    db.session.add(Passkey(user_id=person.user.id, credential_id="a key", public_key=b"k", name="Téléphone"))
    db.session.commit()


def with_codes(person: Person) -> None:
    two_steps.begin(person.user)
    row = two_steps.of(person.user.id)
    assert row is not None
    row.confirmed_at = clock.now()
    db.session.commit()


@contextmanager
def statements() -> Iterator[list[str]]:
    said: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(re.sub(r"\s+", " ", statement))

    event.listen(db.engine, "before_cursor_execute", listen)
    yield said
    event.remove(db.engine, "before_cursor_execute", listen)


def test_she_chooses_another_one_and_is_in(
    app: Flask, client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    path = asked(client, run_jobs)
    assert ALICE in client.get(path).text
    answer = client.post(path, data={"new": NEW})
    assert (answer.status_code, answer.location) == (303, "/tableau-de-bord")
    assert client.get("/plus").status_code == 200
    assert alice.client.get("/plus").status_code == 303, "every other session ended"
    assert services.authenticate(ALICE, NEW)
    run_jobs()
    assert mails(ALICE)[-1].subject == "Votre mot de passe a été changé"


def test_a_mailbox_is_one_proof_and_the_code_is_still_asked(
    client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    with_codes(alice)
    path = asked(client, run_jobs)
    answer = client.post(path, data={"new": NEW, "revoke_keys": "1"})
    assert answer.location == "/connexion/code"
    assert client.get("/plus").status_code == 303, "the mailbox alone opens nothing"
    assert two_steps.is_on(alice.user.id)


def test_what_was_added_beside_the_password_is_revoked_with_it(
    client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    with_passkey(alice)
    path = asked(client, run_jobs)
    box = r'<input type="checkbox" name="revoke_keys" value="1" checked>'
    assert re.search(box, client.get(path).text), "ticked beforehand"
    assert re.search(box, client.post(path, data={"new": "court", "revoke_keys": "1"}).text)
    assert client.post(path, data={"new": NEW, "revoke_keys": "1"}).status_code == 303
    assert not passkeys.passkeys_of(alice.user.id)
    assert client.get("/api/v1/campaigns", headers=alice.headers).status_code == 401
    run_jobs()
    assert {"Votre mot de passe a été changé", "Une clé d’accès a été retirée"} <= {
        mail.subject for mail in mails(ALICE)
    }
    kinds = set(db.session.scalars(select(AuditLine.kind)))
    assert {"security.password_reset", "security.passkey_removed", "token.revoked"} <= kinds


def test_whoever_unticks_it_keeps_her_programs_at_work(
    client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    with_passkey(alice)
    assert client.post(asked(client, run_jobs), data={"new": NEW}).status_code == 303
    assert len(passkeys.passkeys_of(alice.user.id)) == 1
    assert client.get("/api/v1/campaigns", headers=alice.headers).status_code == 200


def test_who_has_neither_key_nor_token_is_asked_nothing_of_them(
    client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    services.revoke_tokens(alice.user)
    assert "revoke_keys" not in client.get(asked(client, run_jobs)).text


def test_the_answer_and_the_work_are_the_same_whoever_is_asked_about(
    app: Flask, alice: Person, run_jobs: Callable[..., int]
) -> None:
    found = []
    for email in (ALICE, "abcde@exemple.ca", ALICE.upper()):
        with statements() as said:
            answer = app.test_client().post("/mot-de-passe-oublie", data={"email": email})
        found.append((answer.status_code, answer.location, answer.get_data(), said))
    assert found[0] == found[1] == found[2]
    assert not [statement for statement in found[0][3] if "users" in statement]
    run_jobs()
    assert len(mails(ALICE)) == 2 and not mails("abcde@exemple.ca")


def test_a_scanner_that_opens_the_link_changes_nothing(
    client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    path = asked(client, run_jobs)
    kept = alice.user.password_hash
    for _ in range(5):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200
    db.session.expire_all()
    assert alice.user.password_hash == kept
    assert client.post(path, data={"new": NEW}).status_code == 303


def test_a_link_serves_once(client: FlaskClient, app: Flask, alice: Person, run_jobs: Callable[..., int]) -> None:
    earlier, path = asked(client, run_jobs), asked(client, run_jobs)
    client.post(path, data={"new": NEW})
    for dead in (path, earlier):
        thief = app.test_client()
        assert thief.get(dead).status_code == 410
        assert thief.post(dead, data={"new": "la phrase d’un voleur"}).status_code == 410
    assert services.authenticate(ALICE, NEW)


def test_a_link_serves_for_an_hour(client: FlaskClient, alice: Person, run_jobs: Callable[..., int]) -> None:
    path = asked(client, run_jobs)
    with clock.frozen_at(clock.now() + timedelta(minutes=59)):
        assert client.get(path).status_code == 200
    with clock.frozen_at(clock.now() + timedelta(minutes=61)):
        assert client.get(path).status_code == 410
        assert client.post(path, data={"new": NEW}).status_code == 410
    assert services.authenticate(ALICE, NEW) is None


def test_of_two_uses_at_the_same_instant_one_wins(
    app: Flask, client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    path, together = asked(client, run_jobs), threading.Barrier(2)
    statuses: list[int] = []
    db.session.commit()

    def press(words: str) -> None:
        browser = FlaskClient(app, app.response_class)
        together.wait(10)
        statuses.append(browser.post(path, data={"new": words}).status_code)

    threads = [threading.Thread(target=press, args=(words,)) for words in (NEW, "une phrase encore autre")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(statuses) == [303, 410]


@pytest.mark.parametrize("token", ["inconnu", "a" * 5000, "x.y", "é", "%00", "aaaa.bbbb"])
def test_a_forged_link_opens_nothing(client: FlaskClient, alice: Person, token: str) -> None:
    assert client.get(f"/nouveau-mot-de-passe/{token}").status_code == 404
    assert client.post(f"/nouveau-mot-de-passe/{token}", data={"new": NEW}).status_code == 404


def test_a_weak_password_is_refused_and_the_link_still_serves(
    client: FlaskClient, alice: Person, run_jobs: Callable[..., int]
) -> None:
    path = asked(client, run_jobs)
    answer = client.post(path, data={"new": "1234567890"})
    assert answer.status_code == 422 and wording.PASSWORD_COMMON in answer.text
    assert client.post(path, data={"new": NEW}).status_code == 303


def test_a_mailbox_is_not_flooded(client: FlaskClient, alice: Person, run_jobs: Callable[..., int]) -> None:
    for _ in range(links.MOST_LETTERS + 3):
        assert client.post("/mot-de-passe-oublie", data={"email": ALICE}).status_code == 303
        run_jobs()
    assert len(mails(ALICE)) == links.MOST_LETTERS


def test_whoever_proved_her_mailbox_is_verified(client: FlaskClient, app: Flask, run_jobs: Callable[..., int]) -> None:
    user = services.create_user("zoe@exemple.ca", "une phrase assez longue")
    db.session.commit()
    client.post(asked(client, run_jobs, "zoe@exemple.ca"), data={"new": NEW})
    assert db.session.get_one(User, user.id).verified_at is not None


def test_who_opened_an_account_on_another_s_mailbox_keeps_no_way_in(
    client: FlaskClient, app: Flask, run_jobs: Callable[..., int]
) -> None:
    squatter = make_person(app, "zoe")
    squatter.user.verified_at = None
    with_passkey(squatter)
    with_codes(squatter)
    answer = client.post(asked(client, run_jobs, "zoe@exemple.ca"), data={"new": NEW})
    assert answer.location == "/tableau-de-bord", "a phone of somebody else's is not asked for"
    assert not passkeys.passkeys_of(squatter.user.id) and not two_steps.is_on(squatter.user.id)
    assert client.get("/api/v1/campaigns", headers=squatter.headers).status_code == 401
