"""An account reopened while its former access was being refused stays open, and what was leaving leaves by it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from app.core import clock, crypto
from app.domains.publishing.models import Connection
from app.domains.publishing.services import outcomes
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.domains.publishing.test_sending import meddler
from tests.factories.publishing import planned, put, sent, token_of
from tests.people import Person
from tests.providers.scripted import Reply, scripted


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("picture", [{"picture_key": ""}, {}], ids=["create", "upload"])
def test_the_refusal_of_a_former_access_loses_nothing(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox, status: int, picture: dict[str, str]
) -> None:
    delivery, fresh = planned(alice, **picture), crypto.seal(token_of(connection))
    reopened = f"UPDATE connections SET sealed_access_token = '{fresh}', state = 'active', reason = ''"
    with scripted(meddler(reopened, answer=Reply(status))) as network, settings_of(app, linkedin_api_url=network.url):
        left = sent(delivery)
        assert len(network.requests) == 1
    assert (reread(connection).state, connection.lost_at) == ("active", None)
    assert (left.state, left.reason) == ("scheduled", "renewing")
    assert sent(left).state == "published"


def test_an_access_renewed_as_it_was_found_over_is_not_lost(alice: Person, connection: Connection) -> None:
    delivery = planned(alice)
    put(delivery, state="sending", lease_until=clock.now() + timedelta(minutes=1))
    outcomes.block(delivery, "access_expired")
    assert (delivery.state, delivery.reason, reread(connection).state) == ("scheduled", "renewing", "active")


def test_an_account_she_closed_meanwhile_stays_closed(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice, picture_key="")
    closed = "UPDATE connections SET sealed_access_token = '', state = 'disconnected', reason = 'disconnected'"
    with scripted(meddler(closed, answer=Reply(403))) as network, settings_of(app, linkedin_api_url=network.url):
        left = sent(delivery)
    assert (left.state, reread(connection).state) == ("blocked", "disconnected")
