"""One publication per quarter-hour and per account, whatever happens to Redis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import redis
from flask import Flask

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import queries, services, wording
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.services import pace
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.factories.publishing import (
    ANNOUNCE,
    OLIVIER,
    after,
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

GAP = timedelta(minutes=15)
TEXTS = (
    "Le café est prêt dès sept heures, et la fenêtre donne sur le fleuve.",
    "Ce samedi, une soupe de courge attend ceux qui rentrent du marché.",
    "La terrasse ferme pour l’hiver; le foyer, lui, vient de rouvrir.",
)


@pytest.fixture
def due(alice: Person, connection: Connection) -> list[Delivery]:
    """Three deliveries of one account, all due at the same moment: a backlog after downtime."""
    rows = [planned(alice, text) for text in TEXTS]
    for row in rows:
        put(row, scheduled_at=rows[0].scheduled_at)
    return rows


def states(rows: list[Delivery]) -> list[str]:
    return sorted(reread(row).state for row in rows)


def send_all(app: Flask, rows: list[Delivery], moment: datetime) -> None:
    """Send every one at once, each by a worker of its own."""
    ids = [row.id for row in rows]
    with clock.frozen_at(moment):
        assert at_once(app, [lambda key=key: services.send(key) for key in ids]) == ["done"] * len(ids)


@pytest.fixture
def without_redis(app: Flask) -> None:
    """Stop answering: every command meets a closed door."""
    before = app.extensions["redis"]
    app.extensions["redis"] = redis.Redis.from_url("unix:///nonexistent/redis.sock")
    yield
    app.extensions["redis"] = before


def test_approvals_are_planned_one_gap_apart(alice: Person, connection: Connection) -> None:
    with clock.frozen_at(datetime.fromisoformat("2026-11-21T15:00:00Z")):
        planned_at = [planned(alice, text).scheduled_at for text in TEXTS]
    first = datetime.fromisoformat("2026-11-21T15:05:00Z")
    assert planned_at == [first, first + GAP, first + 2 * GAP]


def test_a_moment_that_was_freed_serves_the_next_approval(alice: Person, connection: Connection) -> None:
    with clock.frozen_at(datetime.fromisoformat("2026-11-21T15:00:00Z")):
        first, second, third = (planned(alice, text) for text in TEXTS)
        freed = second.scheduled_at
        services.cancel(second, alice.user.id)
        assert planned(alice, "Les fenêtres sont propres et le pain sort du four.").scheduled_at == freed
        fifth = planned(alice, "Au marché, les courges sont arrivées de l’île d’Orléans.")
        assert fifth.scheduled_at == third.scheduled_at + GAP
    with clock.frozen_at(first.scheduled_at + timedelta(minutes=1)):
        services.cancel(reread(third), alice.user.id)
    with clock.frozen_at(first.scheduled_at + timedelta(minutes=33)):
        # The freed moment is too near to be undone, and seven minutes before what follows is no free one.
        late = planned(alice, "Une tarte aux pommes, puis une autre, et l’hiver peut venir.")
    assert late.scheduled_at == fifth.scheduled_at + GAP


def test_each_account_has_its_own_pace(alice: Person, charlie: Person, connection: Connection) -> None:
    connect(charlie, member=OLIVIER)
    one, other = planned(alice), planned(charlie)
    assert abs(one.scheduled_at - other.scheduled_at) < timedelta(seconds=30)
    assert [sent(one).state, sent(other).state] == ["published", "published"]


def test_workers_racing_publish_one_and_the_others_wait_their_turn(
    app: Flask, due: list[Delivery], sandbox: RunningSandbox
) -> None:
    moment = after(due[0])
    send_all(app, due, moment)
    assert states(due) == ["published", "scheduled", "scheduled"]
    waiting = [row for row in due if row.state == "scheduled"]
    assert {row.reason for row in waiting} == {"pace"}
    # Redis counts in milliseconds, and never sends anyone back too early.
    assert all(moment + GAP <= row.scheduled_at < moment + GAP + timedelta(milliseconds=1) for row in waiting)
    assert [attempts(row) for row in waiting] == [[], []]
    # To wait one's turn is no trouble: the page says it, and a program reads that all is well.
    assert "espacés" in wording.delivery_line(waiting[0])
    assert services.reason_of(waiting[0]) == ""
    assert len(feed(sandbox)) == 1


@pytest.mark.usefixtures("without_redis")
def test_workers_racing_with_redis_stopped_publish_one(
    app: Flask, due: list[Delivery], sandbox: RunningSandbox
) -> None:
    send_all(app, due, after(due[0]))
    assert states(due) == ["published", "scheduled", "scheduled"]
    assert len(feed(sandbox)) == 1


def test_a_wiped_redis_changes_neither_the_turn_nor_its_moment(
    app: Flask, due: list[Delivery], sandbox: RunningSandbox
) -> None:
    moment = after(due[0])
    assert sent(due[0], moment).state == "published"
    for seconds in (1, 899):
        background.connection().flushdb()
        later = moment + timedelta(seconds=seconds)
        send_all(app, due[1:], later)
        assert states(due) == ["published", "scheduled", "scheduled"]
        for row in due[1:]:
            put(row, scheduled_at=moment)
    send_all(app, due[1:], moment + GAP)
    assert states(due) == ["published", "published", "scheduled"]
    assert len(feed(sandbox)) == 2


def test_a_backlog_leaves_by_itself_without_a_burst(
    due: list[Delivery], sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    moment = after(due[0])
    for number in range(3):
        with clock.frozen_at(moment + number * GAP):
            run_jobs()
        assert len(feed(sandbox)) == number + 1
        with clock.frozen_at(moment + number * GAP + timedelta(minutes=14)):
            run_jobs()
        assert len(feed(sandbox)) == number + 1


def test_a_new_approval_waits_for_the_account_to_be_free(alice: Person, connection: Connection) -> None:
    first = planned(alice, TEXTS[0])
    moment = after(first)
    sent(first, moment)
    with clock.frozen_at(moment + timedelta(seconds=1)):
        assert planned(alice, TEXTS[1]).scheduled_at == moment + GAP


def test_the_day_has_a_most_and_the_rest_waits_for_midnight_in_quebec(
    app: Flask, due: list[Delivery], sandbox: RunningSandbox
) -> None:
    noon = datetime.fromisoformat("2026-11-21T17:00:00Z")
    for number, row in enumerate(due):
        put(row, scheduled_at=noon + number * GAP)
    with settings_of(app, daily_deliveries_per_connection=2):
        ended = [sent(row, after(row, 0)) for row in due]
        assert [row.state for row in ended] == ["published", "published", "scheduled"]
        assert ended[2].scheduled_at == datetime.fromisoformat("2026-11-22T05:00:00Z")
        assert ended[2].media_urn == "", "nothing is asked of LinkedIn meanwhile"
        assert sent(ended[2], after(ended[2], 0)).state == "published"


def test_what_may_be_out_counts_for_the_day_and_what_was_refused_does_not(
    app: Flask, due: list[Delivery], sandbox: RunningSandbox
) -> None:
    moment = after(due[0])
    behave(sandbox, "422")
    sent(due[0], moment)
    with clock.frozen_at(moment):
        assert queries.sent_today(due[0].connection_id) == 0
    behave(sandbox, "cut_after")
    sent(due[1], moment)
    with clock.frozen_at(moment):
        assert queries.sent_today(due[1].connection_id) == 1


def test_a_network_that_asks_to_wait_is_left_alone_by_all_of_the_account(
    alice: Person, charlie: Person, due: list[Delivery], sandbox: RunningSandbox
) -> None:
    connect(charlie, member=OLIVIER)
    moment = after(due[0])
    behave(sandbox, "429", **ANNOUNCE, retry_after=600)
    assert sent(due[0], moment).reason == "quota"
    asked = calls(sandbox, "POST", "/rest/")
    waiting = sent(due[1], moment)
    assert (waiting.state, waiting.scheduled_at) == ("scheduled", moment + timedelta(seconds=600))
    assert calls(sandbox, "POST", "/rest/") == asked, "the account rests: no upload either"
    assert sent(put(planned(charlie), scheduled_at=moment), moment).state == "published"


def test_a_turn_given_back_never_ends_a_rest_asked_meanwhile(
    due: list[Delivery], sandbox: RunningSandbox, connection: Connection
) -> None:
    moment = after(due[0])
    with clock.frozen_at(moment):
        taken = db.session.get_one(Connection, connection.id)
        assert pace.take_turn(taken) is None
        db.session.commit()
        db.session.execute(
            db.update(Connection)
            .values(next_free_at=moment + timedelta(hours=1))
            .execution_options(synchronize_session=False)
        )
        pace.give_back(taken)
        db.session.commit()
    assert reread(connection).next_free_at == moment + timedelta(hours=1)


@pytest.mark.parametrize("what", ["429", "503"])
def test_no_word_of_the_network_keeps_an_account_quiet_for_more_than_a_day(
    alice: Person, connection: Connection, sandbox: RunningSandbox, what: str
) -> None:
    behave(sandbox, what, **ANNOUNCE, retry_after=999_999_999)
    delivery = sent(planned(alice))
    assert delivery.state == "scheduled"
    assert delivery.scheduled_at <= clock.now() + timedelta(days=1, minutes=10)
    rested = reread(connection).next_free_at
    assert rested is None or rested <= clock.now() + timedelta(days=1, minutes=10)
