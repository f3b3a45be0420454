"""Two hundred publications of one account, two worker processes, a Redis that forgets: never two within the gap."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe

import pytest
import redis
from flask import Flask
from rq import Queue
from rq.serializers import JSONSerializer
from sqlalchemy import select, update

from app.core import background, clock
from app.core.db import db
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.services.planning import SEND_JOB
from app.sandbox.server import RunningSandbox
from tests.crash.workers import HarnessWorker
from tests.domains.contents.making import settings_of
from tests.factories.backlogs import backlog
from tests.factories.publishing import feed
from tests.people import Person

POSTS = 200
GAP = timedelta(seconds=60)
# Workers are woken up at each gap, and now and then too early.
EARLY_EVERY, WIPED_EVERY = 5, 20


def _work(app: Flask, orders: Pipe) -> None:
    """Answer the bells of publishing at each moment told, until there is none."""
    # What a worker says of a Redis that vanishes is expected, and long.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    client = background.connect(app.config["SETTINGS"].redis_url)
    queue = Queue("soon", connection=client, serializer=JSONSerializer)
    with app.app_context():
        while moment := orders.recv():
            worker = HarnessWorker([queue], connection=client, serializer=JSONSerializer)
            worker.app = app
            with clock.frozen_at(moment), suppress(redis.RedisError):
                worker.work(burst=True, logging_level="CRITICAL")
            orders.send(os.getpid())


@pytest.fixture
def workers(app: Flask, sandbox: RunningSandbox) -> Iterator[list[Pipe]]:
    """Two processes that work when told the moment."""
    before = sandbox.state.settings.linkedin_posts_per_day
    sandbox.state.settings.linkedin_posts_per_day = 100_000
    with settings_of(app, daily_deliveries_per_connection=100_000, publish_gap_seconds=int(GAP.total_seconds())):
        db.session.remove()
        db.engine.dispose()
        ours, processes = [], []
        for _ in range(2):
            here, there = get_context("fork").Pipe()
            processes.append(get_context("fork").Process(target=_work, args=(app, there), daemon=True))
            processes[-1].start()
            ours.append(here)
        yield ours
        for pipe, process in zip(ours, processes, strict=True):
            pipe.send(None)
            process.join(10)
            process.kill()
    sandbox.state.settings.linkedin_posts_per_day = before


def _wake(workers: list[Pipe], moment: datetime, *, wiped: bool) -> set[int]:
    """Have three due at once and a bell for each worker; return the processes that answered."""
    waiting = select(Delivery.id).where(Delivery.state == "scheduled").order_by(Delivery.id).limit(3)
    ids = list(db.session.scalars(waiting))
    db.session.execute(update(Delivery).where(Delivery.id.in_(ids)).values(scheduled_at=moment))
    db.session.commit()
    for key in ids[:2]:
        background.ring(SEND_JOB, key)
    for pipe in workers:
        pipe.send(moment)
    if wiped:
        background.connection().flushall()
    return {pipe.recv() for pipe in workers if pipe.poll(20)}


@pytest.mark.long
def test_two_workers_never_publish_two_within_the_gap(
    connection: Connection, alice: Person, workers: list[Pipe], sandbox: RunningSandbox,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    moment, beats, wipes, pids = clock.now(), 0, 0, set[int]()
    backlog([POSTS], moment - timedelta(minutes=1), onto=connection)
    while len(feed(sandbox)) < POSTS and beats < 3 * POSTS:
        wiped = beats % WIPED_EVERY == WIPED_EVERY // 2
        pids |= _wake(workers, moment, wiped=wiped)
        beats, wipes = beats + 1, wipes + wiped
        moment += GAP / 2 if beats % EARLY_EVERY == 0 else GAP
    starts = sorted(db.session.scalars(select(DeliveryAttempt.started_at)))
    apart = [later - earlier for earlier, later in zip(starts, starts[1:], strict=False)]
    with capsys.disabled():
        print(f"\n{len(starts)} posts by {len(pids)} processes in {beats} moments, Redis wiped {wipes} times, "
              f"at least {min(apart).total_seconds():.3f} s apart for a gap of {GAP.seconds} s")  # fmt: skip
    assert len(starts) == len(feed(sandbox)) == POSTS
    assert (len(pids), wipes >= 5) == (2, True)
    assert min(apart) >= GAP
