"""Seventy days with forty planned posts and an access that dies on the sixtieth: nothing lost, nothing late unasked."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import background, clock, schedule
from app.core.db import db
from app.domains.notifications.models import Mail
from app.domains.publishing import queries, services
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.publishing.showing import distinct
from tests.factories.publishing import connect, feed, planned
from tests.people import Person

Drain = Callable[..., int]
DAY = timedelta(days=1)
# The sweep, and what is periodic in the life of a connection; other domains keep their own time.
PERIODIC = [each for each in schedule.PERIODIC if "publishing" in each.job or each.job.startswith("app.core")]
POSTS = 40
TICK = timedelta(hours=12)
# Reconnected a little past the fourth day after the end, approved again a day and a half later.
BACK, AGAIN = 64.5, 66.0


class Time:
    """The days that pass, for us and for the network."""

    def __init__(self, sandbox: RunningSandbox, run_jobs: Drain) -> None:
        self.start = self.now = clock.now().replace(microsecond=0)
        self.sandbox, self.run_jobs = sandbox, run_jobs

    def at(self, day: float) -> datetime:
        return self.start + day * DAY

    def pass_until(self, day: float) -> None:
        """Ring what is periodic and run what is due, tick after tick and at the moment of every post."""
        planned = db.session.scalars(select(Delivery.scheduled_at).where(Delivery.state == "scheduled")).all()
        ticks = {self.start + number * TICK for number in range(math.ceil(72 * DAY / TICK))}
        for moment in sorted({*ticks, *planned, self.at(day)}):
            if not self.now < moment <= self.at(day):
                continue
            self.now = moment
            with clock.frozen_at(self.now):
                for periodic in PERIODIC:
                    background.ring(periodic.job, on=periodic.on)
                self.run_jobs()


@pytest.fixture
def time(app: Flask, sandbox: RunningSandbox, run_jobs: Drain) -> Iterator[Time]:
    found, before = Time(sandbox, run_jobs), (sandbox.state.now, sandbox.state.settings.linkedin_token_days)
    sandbox.state.now = lambda: found.now.timestamp()
    yield found
    sandbox.state.now, sandbox.state.settings.linkedin_token_days = before


def plan_forty(alice: Person, time: Time) -> list[Delivery]:
    """Approve on the first day a post for every day and three quarters, at an hour of its own."""
    with clock.frozen_at(time.start):
        return [
            planned(alice, distinct(number), picture_key="", planned_at=time.at(1 + number * 68.5 / (POSTS - 1)))
            for number in range(POSTS)
        ]


def reconnect(alice: Person, time: Time) -> Connection:
    # The provider counts from the machine's own clock: from here, the same sixty days.
    time.sandbox.state.settings.linkedin_token_days = BACK + 60
    with clock.frozen_at(time.now):
        return connect(alice)


def waiting(alice: Person) -> list[Delivery]:
    statement = select(Delivery).where(Delivery.workspace_id == alice.workspace.id, Delivery.state == "blocked")
    found = list(db.session.scalars(statement.order_by(Delivery.promised_at)))
    db.session.commit()
    return found


def days_of(kind: str, time: Time) -> list[int]:
    moments = db.session.scalars(select(Mail.created_at).where(Mail.kind == kind).order_by(Mail.id)).all()
    return [math.floor((moment - time.start) / DAY) for moment in moments]


@pytest.mark.long
def test_seventy_days(alice: Person, time: Time, sandbox: RunningSandbox) -> None:
    with clock.frozen_at(time.start):
        account = connect(alice)
    assert timedelta(0) <= account.expires_at - time.at(60) < timedelta(minutes=5)
    account.expires_at = time.at(60)
    db.session.commit()
    posts = plan_forty(alice, time)
    due_while_lost = [row for row in posts if time.at(60) <= row.scheduled_at <= time.at(BACK)]
    time.pass_until(BACK)
    assert [row.id for row in waiting(alice)] == [row.id for row in due_while_lost]
    # Late as soon as their day was over, before anybody reconnects.
    lates = [row.promised_at < time.at(BACK - 1) for row in waiting(alice)]
    assert [row.reason == "late" for row in waiting(alice)] == lates
    assert 0 < sum(lates) < len(lates)
    reconnect(alice, time)
    time.pass_until(AGAIN)
    asking = waiting(alice)
    assert [row.reason for row in asking] == ["late"] * sum(lates)
    with clock.frozen_at(time.now):
        for row in asking:
            found = queries.delivery(alice.workspace.id, row.id)
            assert found is not None
            services.approve_again(found, alice.user.id)
    time.pass_until(71)
    rows = db.session.scalars(select(Delivery).where(Delivery.state != "cancelled")).all()
    assert sorted(row.text for row in rows) == sorted(distinct(number) for number in range(POSTS))
    assert {row.state for row in rows} == {"published"}, "nothing is lost"
    assert sorted(post.text.partition("\n")[0] for post in feed(sandbox)) == sorted(row.text for row in rows), (
        "nothing is out twice"
    )
    lateness = [row.published_at - row.promised_at for row in rows if row.published_at]
    assert max(lateness) <= DAY, "nothing is late by more than a day without a new approval"
    assert days_of("reconnect", time) == [46, 53, 59, 60, 63]
