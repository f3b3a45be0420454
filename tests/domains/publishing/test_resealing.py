"""A key is replaced while connections live: tokens move to the new one, and nothing newer is undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app.core import crypto, resealing
from app.core.db import db
from app.domains.notifications import outbox
from app.domains.notifications.outbox import Letter
from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.domains.publishing import showing
from tests.factories.publishing import feed, planned, put, sent
from tests.people import Person

NEW = Fernet.generate_key().decode()


@contextmanager
def keys(app: Flask, *wanted: str) -> Iterator[None]:
    """Start the application with other keys."""
    with settings_of(app, token_keys=wanted):
        crypto.init_app(app)
        yield
    crypto.init_app(app)


@pytest.fixture
def old(app: Flask) -> str:
    found: str = app.config["SETTINGS"].token_keys[0]
    return found


def test_a_living_connection_moves_to_the_new_key_and_publishes_without_the_old_one(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox, old: str
) -> None:
    token = crypto.unseal(connection.sealed_access_token)
    put(connection, sealed_refresh_token=crypto.seal("renouvelable"))
    delivery = planned(alice)
    with keys(app, NEW, old):
        assert not crypto.is_sealed_by_first(connection.sealed_access_token)
        assert resealing.count_seals() == resealing.Seals(old=2)
        assert resealing.reseal_all() == resealing.Seals(old=2)
        assert resealing.reseal_all() == resealing.count_seals() == resealing.Seals()
    with keys(app, NEW):
        moved = reread(connection)
        assert crypto.unseal(moved.sealed_access_token) == token
        assert crypto.unseal(moved.sealed_refresh_token) == "renouvelable"
        assert sent(delivery).state == "published"
    assert len(feed(sandbox)) == 1


def test_a_reconnection_meanwhile_is_never_overwritten(app: Flask, connection: Connection, old: str) -> None:
    before = connection.sealed_access_token
    with keys(app, NEW, old):
        found = resealing.not_by_first()
        column, row_id, sealed = next(found)
        assert sealed == before
        # She reconnects between the reading and the writing.
        put(connection, sealed_access_token=crypto.seal("tout neuf"))
        assert not resealing.replace(column, row_id, sealed, crypto.reseal(sealed))
        assert crypto.unseal(reread(connection).sealed_access_token) == "tout neuf"


def test_what_no_key_opens_is_left_and_counted(app: Flask, connection: Connection) -> None:
    before = connection.sealed_access_token
    with keys(app, NEW):
        assert resealing.reseal_all() == resealing.Seals(old=0, unreadable=1)
    assert reread(connection).sealed_access_token == before


def test_more_than_a_batch_is_gone_through(
    app: Flask, alice: Person, connection: Connection, old: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resealing, "BATCH", 2)
    for number in range(4):
        showing.connection(alice.workspace, account_urn=f"urn:li:person:{number}")
    with keys(app, NEW, old):
        assert resealing.reseal_all().old == 5
        assert resealing.count_seals() == resealing.Seals()


def test_a_letter_that_waits_moves_too(app: Flask, alice: Person, old: str) -> None:
    letter = Letter(alice.workspace.id, "leads_ready", "sous l’ancienne clé", alice.user.email)
    row = outbox.post(letter, campaign={"name": "x", "city": "y"}, count=3, address="http://localhost/")
    db.session.commit()
    assert row is not None and row.is_sealed
    words = crypto.unseal(row.text)
    with keys(app, NEW, old):
        assert resealing.reseal_all() == resealing.Seals(old=2)
    with keys(app, NEW):
        assert crypto.unseal(reread(row).text) == words


def test_every_sealed_column_is_gone_through(app: Flask) -> None:
    named = {f"{each.value.class_.__tablename__}.{each.value.key}" for each in resealing.columns()}
    assert {"connections.sealed_access_token", "connections.sealed_refresh_token", "mails.text", "mails.html"} <= named


def test_the_doctor_says_how_many_remain(app: Flask, connection: Connection, old: str) -> None:
    def said() -> str:
        # The command reads by a connection of its own, and SQLite has one pen.
        db.session.commit()
        return app.test_cli_runner().invoke(args=["doctor"]).output

    assert "tous les jetons sont sous la première clé" in said()
    with keys(app, NEW, old):
        assert "1\u00a0jeton encore sous une ancienne clé" in said()
    with keys(app, NEW):
        assert "1\u00a0jeton illisible" in said()
