"""The sweep is the net under the bells: it finds what is due, and nobody waits behind another's backlog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import sweep
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread
from tests.factories.publishing import OLIVIER, after, connect, feed, planned, put
from tests.people import Person

Drain = Callable[..., int]


def rung() -> list[int]:
    """Return the deliveries whose bell rings now, in order."""
    return [job.args[0] for job in background.queue("soon").jobs if job.func_name.endswith("jobs.send")]


def backlog(person: Person, count: int) -> list[Delivery]:
    """Plan deliveries that are all due by now."""
    past = clock.now() - timedelta(hours=1)
    rows = [planned(person, f"Un texte, le numéro {number}.") for number in range(count)]
    for number, row in enumerate(rows):
        put(row, scheduled_at=past + timedelta(seconds=number))
    background.connection().flushdb()
    return rows


def test_a_bell_that_was_lost_is_rung_again(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    delivery = planned(alice)
    background.connection().flushdb()
    with clock.frozen_at(after(delivery)):
        run_jobs()
        assert reread(delivery).state == "scheduled"
        assert sweep.ring_due_deliveries() == 1
        run_jobs()
    assert reread(delivery).state == "published"
    assert len(feed(sandbox)) == 1


def test_what_is_not_due_is_left_alone(alice: Person, connection: Connection) -> None:
    planned(alice)
    assert sweep.ring_due_deliveries() == 0


def test_everyone_has_a_turn_before_anyone_has_two(alice: Person, charlie: Person, sandbox: RunningSandbox) -> None:
    connect(alice)
    connect(charlie, member=OLIVIER)
    many, late = backlog(alice, 4), backlog(charlie, 1)
    put(late[0], scheduled_at=clock.now() - timedelta(seconds=5))
    assert sweep.ring_due_deliveries() == 2
    assert rung() == [many[0].id, late[0].id]


def test_a_demonstration_is_never_touched(alice: Person, connection: Connection) -> None:
    rows = backlog(alice, 3)
    put(rows[1], state="sending", lease_until=clock.now() - timedelta(days=1))
    put(rows[2], state="unconfirmed")
    put(db.session.merge(alice.workspace), is_demo=True)
    put(connection, scopes=["r_member_social"])
    assert sweep.ring_due_deliveries() == 0
    assert [reread(row).state for row in rows] == ["scheduled", "sending", "unconfirmed"]


def test_those_nobody_may_look_up_do_not_hide_those_one_may(
    alice: Person, charlie: Person, sandbox: RunningSandbox
) -> None:
    connect(alice)
    reading = connect(charlie, member=OLIVIER)
    for row in (*backlog(alice, 2), *backlog(charlie, 1)):
        put(row, state="unconfirmed")
    assert sweep.ring_due_deliveries() == 0
    put(reading, scopes=[*reading.scopes, "r_member_social"])
    assert sweep.ring_due_deliveries(limit=1) == 1
    put(reading, state="needs_reconnection")
    assert sweep.ring_due_deliveries() == 0


def test_every_stuck_row_is_settled_in_one_pass(alice: Person, connection: Connection) -> None:
    rows = backlog(alice, 3)
    for row in rows:
        put(row, state="sending", lease_until=clock.now() - timedelta(seconds=1))
    sweep.ring_due_deliveries()
    assert {reread(row).state for row in rows} == {"scheduled"}
