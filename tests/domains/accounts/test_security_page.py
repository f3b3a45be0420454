"""One page says where an account stands, and the one thing to do next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event

from app.core import clock
from app.core.access import PROOF_LASTS
from app.core.db import db
from app.domains.accounts import two_steps
from app.domains.accounts.models import Passkey
from app.domains.tokens import services as tokens
from tests import people
from tests.people import PASSWORD, Person


def test_it_says_what_is_missing_then_that_nothing_is(alice: Person) -> None:
    assert "ne tient qu’à un mot de passe" in alice.client.get("/securite").text
    alice.user.verified_at = None
    page = alice.client.get("/securite").text
    assert "M’envoyer le lien" in page and "ne tient qu’à" not in page
    alice.user.verified_at = alice.user.created_at
    db.session.add(Passkey(user_id=alice.user.id, credential_id="a", public_key=b"", name="Téléphone"))
    page = alice.client.get("/securite").text
    assert "Rien à faire" in page and "1\u00a0clé d’accès" in page


@pytest.mark.parametrize("path", ["/securite", "/securite/appareils", "/securite/cles-d-acces"])
def test_it_asks_as_much_with_many_rows(app: Flask, alice: Person, path: str) -> None:
    counts = []
    for some in ("few", "many"):
        said: list[str] = []

        def listen(_connection: object, _cursor: object, statement: str, *_rest: object, to: list[str] = said) -> None:
            to.append(statement)

        event.listen(db.engine, "before_cursor_execute", listen)
        assert alice.client.get(path).status_code == 200
        event.remove(db.engine, "before_cursor_execute", listen)
        counts.append(len(said))
        for number in range(5):
            people.enter(app.test_client(), alice.user)
            db.session.add(Passkey(user_id=alice.user.id, credential_id=f"{some}{number}", public_key=b"", name="x"))
        db.session.commit()
    assert counts[0] == counts[1]


def test_a_new_password_takes_the_tokens_with_it_where_she_says_so(alice: Person) -> None:
    form = {"present": PASSWORD, "new": "une autre phrase plus longue"}
    alice.client.post("/profil/mot-de-passe", data=form)
    assert tokens.present(alice.token) is not None
    again = {"present": form["new"], "new": "une phrase encore autre", "revoke_tokens": "1"}
    alice.client.post("/profil/mot-de-passe", data=again)
    assert tokens.present(alice.token) is None


def test_what_touches_the_account_asks_who_she_is(alice: Person) -> None:
    with clock.frozen_at(clock.now() + PROOF_LASTS + timedelta(seconds=1)):
        for method, path in (
            ("GET", "/profil/courriel"), ("POST", "/profil/courriel"), ("GET", "/securite/deux-etapes"),
            ("POST", "/securite/deux-etapes"), ("DELETE", "/securite/deux-etapes"), ("GET", "/securite/cles-d-acces"),
            ("POST", "/securite/cles-d-acces"), ("POST", "/securite/cles-d-acces/demande"),
            ("POST", "/securite/deux-etapes/codes"), ("POST", "/profil/jetons"),
            ("GET", "/securite/deux-etapes/image.svg"),
        ):  # fmt: skip
            assert alice.client.open(path, method=method).location.startswith("/confirmation"), (method, path)
    assert two_steps.of(alice.user.id) is None
