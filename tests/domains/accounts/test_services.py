"""Accounts: one per address, passwords kept as argon2, programs' keys as fingerprints."""

from __future__ import annotations

import unicodedata
from typing import Any, Literal

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import func, select

from app.core.db import db
from app.domains.accounts import passwords, services
from app.domains.accounts.models import User
from app.domains.accounts.services import AccountError
from app.domains.tokens import services as tokens
from tests.people import PASSWORD, Person


def count() -> int:
    return db.session.scalar(select(func.count()).select_from(User)) or 0


def test_a_password_is_kept_as_argon2_only(alice: Person) -> None:
    assert alice.user.password_hash.startswith("$argon2id$")
    assert PASSWORD not in alice.user.password_hash


@pytest.mark.parametrize("email", ["Alice@Exemple.CA", " alice@exemple.ca"])
def test_an_address_taken_is_refused_whatever_its_case(alice: Person, email: str) -> None:
    with pytest.raises(AccountError) as refusal:
        services.create_user(email, PASSWORD)
    assert refusal.value.field == "email"
    db.session.commit()
    assert count() == 1, "the refusal leaves the transaction usable"


@pytest.mark.parametrize(
    "email", ["", "alice", "alice@", "@exemple.ca", "a b@exemple.ca", "a@b", "a" * 300 + "@exemple.ca"]
)
def test_what_is_no_address_is_refused(app: Flask, email: str) -> None:
    with pytest.raises(AccountError) as refusal:
        services.create_user(email, PASSWORD)
    assert refusal.value.field == "email"


@pytest.mark.parametrize("password", ["", "tropcourt", "x" * 9, "x" * 201])
def test_a_password_too_short_or_endless_is_refused(app: Flask, password: str) -> None:
    with pytest.raises(AccountError) as refusal:
        services.create_user("a@exemple.ca", password)
    assert refusal.value.field == "password"


def test_an_address_with_accents_is_found_however_they_are_typed(app: Flask) -> None:
    user = services.create_user("zoé@exemple.ca", PASSWORD)
    assert services.user_by_email(unicodedata.normalize("NFD", "Zoé@exemple.ca")) is user
    assert services.authenticate("zoe@exemple.ca", PASSWORD) is None


def test_an_address_that_cannot_be_is_nobodys(app: Flask) -> None:
    for email in ("", "\0", "\ud800@exemple.ca", "x" * 10_000):
        assert services.authenticate(email, PASSWORD) is None


def test_the_operator_makes_a_verified_account_and_a_token(app: Flask) -> None:
    run = app.test_cli_runner().invoke
    made = run(args=["user", "create", "Marie@Exemple.ca", "--password", PASSWORD, "--workspace", "Café Marie"])
    assert made.exit_code == 0, made.output
    user = services.user_by_email("marie@exemple.ca")
    assert user is not None
    assert user.verified_at is not None
    token = run(args=["token", "create", "MARIE@exemple.ca"])
    row = tokens.present(token.output.splitlines()[-1])
    assert row is not None and (row.scopes, row.expires_at) == (["all"], None)


def test_the_operator_is_told_why_not(alice: Person, app: Flask) -> None:
    run = app.test_cli_runner().invoke
    for arguments in (["user", "create", "alice@exemple.ca", "--password", PASSWORD],
                      ["user", "create", "marie@exemple.ca", "--password", "court"],
                      ["token", "create", "personne@exemple.ca"]):  # fmt: skip
        result = run(args=arguments)
        assert result.exit_code == 1
        assert result.output.startswith("Error: ")


def test_nobody_waits_to_write_while_a_password_is_verified(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifying: list[bool] = []

    class Watched(PasswordHasher):
        def verify(self, *given: Any) -> Literal[True]:
            verifying.append(db.session().in_transaction())
            return super().verify(*given)

    monkeypatch.setattr(passwords, "_hasher", Watched())
    assert services.authenticate("alice@exemple.ca", PASSWORD) == alice.user
    assert services.authenticate("personne@exemple.ca", PASSWORD) is None
    assert verifying == [False, False]
