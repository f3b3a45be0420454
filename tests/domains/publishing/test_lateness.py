"""What is a day late asks for a new approval, however often the network had it wait."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.publishing import services
from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread
from tests.factories.publishing import ANNOUNCE, after, behave, feed, planned, sent
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
