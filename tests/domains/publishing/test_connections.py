"""LinkedIn's door: opened with what it needs, sealed, closed for good, and nothing planned is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core import clock, crypto
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing import accounts, connection_words, network, queries, services
from app.domains.publishing.models import Connection, Delivery
from app.providers.errors import PermissionMissing, ProviderError, Refused
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.factories.publishing import (
    CAMILLE,
    OLIVIER,
    after,
    behave,
    calls,
    code,
    connect,
    feed,
    open_delivery,
    pending,
    planned,
    put,
    sent,
)
from tests.people import Person

Drain = Callable[..., int]


def connections() -> int:
    return db.session.scalar(select(func.count(Connection.id))) or 0


def finish(person: Person, app: Flask, given: str) -> Connection:
    with app.test_request_context(method="POST"):
        return services.finish_connection(person.workspace.id, given)


def lose(person: Person, sandbox: RunningSandbox, text: str = "Un texte.") -> Delivery:
    """Block a delivery by a token that was taken back."""
    behave(sandbox, "revoked")
    return sent(planned(person, text))


def test_an_opened_account_is_named_sealed_and_dated(alice: Person, connection: Connection) -> None:
    found = reread(connection)
    assert (found.account_urn, found.account_name) == (f"urn:li:person:{CAMILLE}", "Camille Démonstration")
    assert (found.state, found.network) == ("active", "linkedin")
    assert set(found.scopes) == {"openid", "profile", "email", "w_member_social"}
    assert abs(found.expires_at - clock.in_seconds(60 * 86_400)) < timedelta(minutes=1)
    assert found.sealed_access_token.startswith("gAAAA")
    assert crypto.unseal(found.sealed_access_token).startswith("AQX")
    assert found.sealed_refresh_token == ""


def test_an_account_that_may_not_publish_is_not_kept(app: Flask, alice: Person, sandbox: RunningSandbox) -> None:
    with pytest.raises(PermissionMissing) as refused:
        finish(alice, app, code(scope="openid profile email"))
    assert "accept" in connection_words.failure(refused.value.code, "LinkedIn")
    db.session.rollback()
    assert connections() == 0


def test_a_code_serves_once(app: Flask, alice: Person, sandbox: RunningSandbox) -> None:
    given = code()
    finish(alice, app, given)
    with pytest.raises(Refused):
        finish(alice, app, given)
    db.session.rollback()
    assert connections() == 1


@pytest.mark.parametrize("path", ["/oauth/v2/accessToken", "/v2/userinfo"])
def test_a_network_that_fails_half_way_leaves_nothing(
    app: Flask, alice: Person, sandbox: RunningSandbox, path: str
) -> None:
    given = code()
    behave(sandbox, "503", path=path)
    with pytest.raises(ProviderError):
        finish(alice, app, given)
    db.session.rollback()
    assert connections() == 0


def test_the_same_account_opened_again_is_the_same_connection(alice: Person, connection: Connection) -> None:
    before = connection.sealed_access_token
    again = connect(alice)
    assert (again.id, connections()) == (connection.id, 1)
    assert reread(connection).sealed_access_token != before


def test_two_businesses_may_share_an_account_and_nothing_else(
    alice: Person, charlie: Person, connection: Connection
) -> None:
    other = connect(charlie)
    assert other.id != connection.id
    assert accounts.connection(alice.workspace.id) == connection
    services.disconnect(other)
    assert reread(connection).state == "active"


def test_what_was_approved_without_an_account_leaves_once_it_is_open(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    contents = [pending(alice, text) for text in ("Un premier texte.", "Un second, tout autre.")]
    for content in contents:
        assert services.approve(content, alice.user.id).delivery is None
    connect(alice)
    run_jobs()
    rows = [open_delivery(content.id) for content in contents]
    assert all(row is not None and row.state == "scheduled" for row in rows)
    assert rows[1].scheduled_at - rows[0].scheduled_at == queries.gap()
    assert rows[0].scheduled_at >= rows[0].undo_until


def test_an_event_told_twice_plans_once(alice: Person, sandbox: RunningSandbox) -> None:
    services.approve(pending(alice), alice.user.id)
    connection = connect(alice)
    services.plan_waiting(connection.id)
    services.plan_waiting(connection.id)
    assert len(queries.deliveries(alice.workspace.id).items) == 1


def test_a_reconnection_frees_what_was_blocked(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    delivery = lose(alice, sandbox)
    assert (delivery.state, reread(connection).state) == ("blocked", "needs_reconnection")
    assert planned_without(alice) is None
    connect(alice)
    run_jobs()
    freed = reread(delivery)
    assert (freed.state, freed.reason, reread(connection).state) == ("scheduled", "", "active")
    with clock.frozen_at(after(freed, 0)):
        run_jobs()
    assert reread(delivery).state == "published"
    assert len(feed(sandbox)) == 1


def planned_without(person: Person) -> Delivery | None:
    return services.approve(pending(person, "Approuvé pendant la panne."), person.user.id).delivery


def test_a_reconnection_does_not_shorten_the_undo_window(
    alice: Person, connection: Connection, run_jobs: Drain
) -> None:
    delivery = planned(alice)
    services.disconnect(connection)
    connect(alice)
    run_jobs()
    freed = reread(delivery)
    assert freed.state == "scheduled"
    assert freed.scheduled_at >= freed.undo_until


def test_another_account_takes_over_all_that_the_closed_one_held(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    first, second = planned(alice, "Un premier texte."), planned(alice, "Un second, tout autre.")
    services.disconnect(connection)
    other = connect(alice, member=OLIVIER)
    assert other.is_target
    run_jobs()
    assert [reread(row).state for row in (first, second)] == ["cancelled", "cancelled"]
    rows = [open_delivery(row.content_id) for row in (first, second)]
    assert [row.connection_id for row in rows] == [other.id, other.id]
    for row in rows:
        with clock.frozen_at(after(row, 0)):
            run_jobs()
    assert [post.author for post in feed(sandbox)] == [f"urn:li:person:{OLIVIER}"] * 2


def test_disconnecting_revokes_forgets_and_holds(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    services.disconnect(connection)
    closed = reread(connection)
    assert (closed.state, closed.sealed_access_token, closed.sealed_refresh_token, closed.scopes) == (
        "disconnected", "", "", [])  # fmt: skip
    assert [token.revoked for token in sandbox.state.tokens.values()] == [True]
    assert (reread(delivery).state, reread(delivery).reason) == ("blocked", "disconnected")
    assert accounts.connection(alice.workspace.id) is None
    assert sent(delivery).state == "blocked"
    assert not feed(sandbox)


def test_disconnecting_works_while_linkedin_is_down_and_twice(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "503", path="/oauth/v2/revoke")
    services.disconnect(connection)
    services.disconnect(connection)
    assert reread(connection).sealed_access_token == ""
    assert calls(sandbox, "POST", "/oauth/v2/revoke") == 1


def test_what_is_a_day_late_waits_for_an_approval_though_reconnected(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = lose(alice, sandbox)
    with clock.frozen_at(after(delivery, 24 * 3600 - 2)):
        reconnected = put(reread(connection), state="active", reason="")
    with clock.frozen_at(after(delivery, 24 * 3600 + 2)):
        services.plan_waiting(reconnected.id)
    late = reread(delivery)
    assert (late.state, late.reason) == ("blocked", "late")
    assert "approuvez-la de nouveau" in services.reason_of(late)


def test_what_was_refused_then_approved_again_without_an_account_is_planned(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    behave(sandbox, "400")
    refused, other = sent(planned(alice, "Un premier texte.")), planned(alice, "Un second, tout autre.")
    put(other, state="refused")
    services.disconnect(connection)
    content = db.session.get_one(Content, refused.content_id)
    services.reopen(content, alice.user.id)
    assert services.approve(content, alice.user.id).delivery is None
    connect(alice)
    run_jobs()
    assert open_delivery(content.id) is not None
    assert open_delivery(other.content_id) is None, "a refusal nobody answered stays one"


def test_a_lost_account_blocks_only_what_is_due(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    first, second = planned(alice, "Un premier texte."), planned(alice, "Un second, tout autre.")
    behave(sandbox, "revoked")
    sent(first)
    assert reread(second).state == "scheduled"
    asked = calls(sandbox, "POST", "/rest/")
    held = sent(second)
    assert (held.state, held.reason) == ("blocked", "access_revoked")
    assert calls(sandbox, "POST", "/rest/") == asked


def test_linkedin_is_offered_only_with_the_operators_keys(app: Flask) -> None:
    assert network.is_offered()
    with settings_of(app, linkedin_client_secret=""):
        assert not network.is_offered()
