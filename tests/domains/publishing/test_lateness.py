"""What is a day late asks for a new approval, whatever it waited for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.publishing import queries, services, sweep
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread
from tests.factories.publishing import (
    ANNOUNCE,
    OLIVIER,
    after,
    behave,
    connect,
    feed,
    open_delivery,
    pending,
    planned,
    put,
    sent,
)
from tests.people import Person

DAY = timedelta(hours=24)


@pytest.mark.parametrize("call", [{}, ANNOUNCE])
def test_a_network_that_keeps_us_waiting_for_a_day_does_not_make_it_leave_unasked(
    alice: Person, connection: Connection, sandbox: RunningSandbox, call: dict[str, str]
) -> None:
    delivery = planned(alice, planned_at=clock.now() + timedelta(hours=1))
    due = after(delivery)
    for hours in range(0, 24, 4):
        behave(sandbox, "426", **call)
        waiting = sent(delivery, due + timedelta(hours=hours))
        assert waiting.state == "scheduled"
    late = sent(delivery, due + timedelta(hours=26))
    assert (late.state, late.reason) == ("blocked", "late")
    assert not feed(sandbox)


def test_those_freed_by_a_reconnection_leave_within_the_day_or_ask_again(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    rows = [planned(alice, f"Le pain de la fournée {number}.") for number in range(3)]
    for row in rows:
        row.state, row.reason = "blocked", "access_expired"
    db.session.commit()
    with clock.frozen_at(rows[0].scheduled_at + DAY - timedelta(minutes=1)):
        services.plan_waiting(connection.id)
    states = [(reread(row).state, row.scheduled_at) for row in rows]
    for (state, at), row in zip(states, rows, strict=True):
        assert state == "scheduled" or reread(row).reason == "late"
        assert at - row.undo_until <= DAY + timedelta(minutes=45)


def swept(delivery: Delivery, at: datetime) -> Delivery:
    with clock.frozen_at(at):
        sweep.ring_due_deliveries()
    return reread(delivery)


@pytest.mark.parametrize(
    ("state", "reason"), [("blocked", "access_revoked"), ("blocked", "disconnected"), ("scheduled", "quota_day")]
)
def test_what_waits_asks_for_a_new_approval_as_soon_as_its_day_is_over(
    alice: Person, connection: Connection, state: str, reason: str
) -> None:
    delivery = planned(alice)
    put(delivery, state=state, reason=reason, scheduled_at=delivery.promised_at + 3 * DAY)
    held = swept(delivery, delivery.promised_at + DAY)
    assert (held.state, held.reason) == (state, reason), "a day late is not more than a day late"
    late = swept(delivery, delivery.promised_at + DAY + timedelta(seconds=1))
    assert (late.state, late.reason) == ("blocked", "late")


def test_a_pause_of_more_than_a_day_asks_for_a_new_approval(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    services.pause(alice.workspace.id)
    assert swept(delivery, after(delivery, 3600)).state == "scheduled"
    assert swept(delivery, after(delivery, 25 * 3600)).reason == "late"


def test_waits_before_the_first_call_count_too(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = planned(alice)
    promised = delivery.promised_at
    for hours in range(0, 24, 6):
        put(connection, next_free_at=promised + timedelta(hours=hours + 6))
        waiting = sent(delivery, max(after(delivery), promised + timedelta(hours=hours)))
        assert (waiting.state, waiting.reason, waiting.promised_at) == ("scheduled", "pace", promised)
    late = sent(delivery, promised + timedelta(hours=25))
    assert (late.state, late.reason) == ("blocked", "late")
    assert not feed(sandbox)


def test_a_person_who_moves_it_or_asks_for_it_again_promises_afresh(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = queries.delivery(alice.workspace.id, planned(alice).id)
    assert delivery is not None
    moved = services.move(delivery, clock.now() + timedelta(days=3), alice.user.id)
    assert reread(delivery).promised_at == moved
    behave(sandbox, "cut_before")
    unheard = sent(delivery)
    assert unheard.state == "unconfirmed"
    with clock.frozen_at(moved + 4 * DAY):
        services.resolve(unheard, False, alice.user.id)
        again = reread(delivery)
        assert again.promised_at == again.scheduled_at >= moved + 4 * DAY
    assert sent(again).state == "published"


def test_another_account_does_not_make_young_what_is_late(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = planned(alice)
    promised = delivery.promised_at
    services.disconnect(connection)
    with clock.frozen_at(promised + timedelta(hours=20)):
        connect(alice, member=OLIVIER)
        run_jobs()
        again = open_delivery(delivery.content_id)
    assert again is not None
    assert (again.state, again.promised_at) == ("scheduled", promised)
    assert sent(again, promised + timedelta(hours=25)).reason == "late"


def test_a_date_that_passed_while_no_account_was_open_asks_for_a_new_approval(
    alice: Person, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    dated = pending(alice, "Le brunch du dimanche.", planned_at=clock.now() + DAY)
    undated = pending(alice, "Le pain du jour, tout simplement.")
    for content in (dated, undated):
        assert services.approve(content, alice.user.id).delivery is None
    with clock.frozen_at(clock.now() + timedelta(days=10)):
        connect(alice)
        run_jobs()
        late, leaving = (open_delivery(content.id) for content in (dated, undated))
    assert late is not None
    assert leaving is not None
    assert (late.state, late.reason) == ("blocked", "late")
    assert (leaving.state, leaving.reason) == ("scheduled", ""), "it had no date but that of the connection"
