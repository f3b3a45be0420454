"""Each access is looked at once a day and renewed where it may be; only a refusal loses it, never a silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask

from app.core import clock, crypto
from app.core.db import db
from app.domains.publishing import services
from app.domains.publishing.models import Connection
from app.domains.publishing.services import checking, renewing
from app.sandbox.linkedin.tokens import fingerprint
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.factories.publishing import (
    ANNOUNCE,
    CREATE,
    at_once,
    attempts,
    behave,
    calls,
    connect,
    feed,
    planned,
    put,
    sent,
)
from tests.people import Person
from tests.providers.scripted import closed_port_url

Drain = Callable[..., int]
DAY = timedelta(days=1)
USERINFO = {"method": "GET", "path": "/v2/userinfo"}


@pytest.fixture
def renewable(alice: Person, sandbox: RunningSandbox) -> Iterator[Connection]:
    """An access of a partner, which has a refresh token."""
    sandbox.state.settings.linkedin_refresh_tokens = True
    yield connect(alice)
    sandbox.state.settings.linkedin_refresh_tokens = False


def look(moment: datetime, run_jobs: Drain) -> None:
    with clock.frozen_at(moment):
        services.ring_checks()
        run_jobs()


def looks(sandbox: RunningSandbox) -> int:
    return calls(sandbox, "GET", "/v2/userinfo")


def renewals(sandbox: RunningSandbox) -> int:
    return calls(sandbox, "POST", "/oauth/v2/accessToken")


def revoke(sandbox: RunningSandbox, connection: Connection) -> None:
    """Have the network forget an access, as it may at any moment."""
    sandbox.state.tokens[fingerprint(crypto.unseal(connection.sealed_access_token))].revoked = True


def test_an_access_is_looked_at_once_a_day_and_says_when(
    app: Flask, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    opened, before = connection.connected_at, looks(sandbox)
    look(opened + DAY - timedelta(minutes=1), run_jobs)
    assert looks(sandbox) == before
    for minutes in (0, 10, 600):
        look(opened + DAY + timedelta(minutes=minutes), run_jobs)
    assert looks(sandbox) == before + 1
    assert reread(connection).synchronised_at == opened + DAY
    with clock.frozen_at(opened + 2 * DAY):
        at_once(app, [lambda: checking.check(connection.id)] * 4)
    assert looks(sandbox) == before + 2, "many workers, one look"


@pytest.mark.parametrize("what", ["401", "revoked"])
def test_a_refusal_asks_for_a_reconnection(
    connection: Connection, sandbox: RunningSandbox, run_jobs: Drain, what: str
) -> None:
    behave(sandbox, what, **USERINFO)
    look(connection.connected_at + DAY, run_jobs)
    lost = reread(connection)
    assert (lost.state, lost.reason, lost.lost_at) == ("needs_reconnection", "access_revoked", lost.connected_at + DAY)


@pytest.mark.parametrize(
    "what", ["403", "426", "429", "500", "503", "cut_before", "cut_after", "malformed", "truncate"]
)
def test_anything_else_disconnects_nobody_and_is_asked_again_an_hour_later(
    connection: Connection, sandbox: RunningSandbox, run_jobs: Drain, what: str
) -> None:
    before, opened = looks(sandbox), connection.connected_at
    behave(sandbox, what, **USERINFO)
    for minutes in (0, 30, 60):
        look(opened + DAY + timedelta(minutes=minutes), run_jobs)
    assert reread(connection).state == "active"
    assert looks(sandbox) == before + 2
    assert reread(connection).synchronised_at == opened + DAY + timedelta(hours=1)


def test_a_network_nobody_reaches_disconnects_nobody(app: Flask, connection: Connection, run_jobs: Drain) -> None:
    with settings_of(app, linkedin_api_url=closed_port_url()):
        look(connection.connected_at + DAY, run_jobs)
    assert reread(connection).state == "active"


def test_nothing_is_looked_at_for_a_demonstration_nor_once_disconnected(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    before = looks(sandbox)
    put(connection, state="disconnected")
    look(connection.connected_at + DAY, run_jobs)
    put(connection, state="active")
    put(alice.workspace, is_demo=True)
    look(connection.connected_at + DAY, run_jobs)
    assert looks(sandbox) == before


@pytest.mark.parametrize("call", [CREATE, ANNOUNCE], ids=["create", "upload"])
def test_a_refused_publication_renews_its_access_once_and_leaves(
    alice: Person, renewable: Connection, sandbox: RunningSandbox, call: dict[str, str]
) -> None:
    delivery, before = planned(alice), renewals(sandbox)
    old = renewable.sealed_access_token
    behave(sandbox, "revoked", **call)
    again = sent(delivery)
    assert (again.state, again.reason, reread(renewable).state) == ("scheduled", "renewing", "active")
    assert reread(renewable).sealed_access_token != old
    assert sent(again).state == "published"
    assert renewals(sandbox) == before + 1
    assert len(feed(sandbox)) == 1


def test_a_network_that_refuses_what_it_renewed_is_not_asked_without_end(
    alice: Person, renewable: Connection, sandbox: RunningSandbox
) -> None:
    delivery, before = planned(alice), renewals(sandbox)
    behave(sandbox, "401", times=10)
    for _ in range(4):
        delivery = sent(delivery)
    assert (delivery.state, delivery.reason) == ("blocked", "access_revoked")
    assert reread(renewable).state == "needs_reconnection"
    assert renewals(sandbox) == before + 1
    assert all(row.answered_at for row in attempts(delivery)), "nothing can have been created"


def test_a_renewal_the_network_refuses_blocks_and_one_it_does_not_answer_waits(
    alice: Person, renewable: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    behave(sandbox, "revoked")
    behave(sandbox, "503", method="POST", path="/oauth/v2/accessToken")
    waiting = sent(delivery)
    assert (waiting.state, waiting.reason, reread(renewable).state) == ("scheduled", "renewing", "active")
    put(renewable, sealed_refresh_token=crypto.seal("inconnu"))
    behave(sandbox, "revoked")
    assert sent(waiting).state == "blocked"
    assert reread(renewable).state == "needs_reconnection"


def test_an_access_that_is_over_is_renewed_before_it_leaves(
    alice: Person, renewable: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    put(renewable, expires_at=delivery.scheduled_at)
    again = sent(delivery)
    assert (again.state, again.reason) == ("scheduled", "renewing")
    assert sent(again).state == "published"


def test_the_daily_look_renews_before_anybody_is_reminded(
    renewable: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    day = renewable.connected_at + DAY
    put(renewable, expires_at=day + timedelta(days=14, hours=12))
    look(day, run_jobs)
    renewed = reread(renewable)
    assert renewed.expires_at > day + 50 * DAY
    assert renewed.state == "active"
    with clock.frozen_at(day + DAY):
        assert services.remind_all() == 0


def test_many_refusals_at_once_renew_once(app: Flask, renewable: Connection, sandbox: RunningSandbox) -> None:
    before = renewals(sandbox)
    revoke(sandbox, renewable)
    with clock.frozen_at(renewable.connected_at + DAY):
        sealed, key = renewable.sealed_access_token, renewable.id

        def refused() -> None:
            renewing.renew(db.session.get_one(Connection, key), sealed)

        at_once(app, [refused] * 3)
    assert renewals(sandbox) == before + 1
    assert reread(renewable).state == "active"
