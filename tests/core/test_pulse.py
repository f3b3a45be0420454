"""/readyz hears the processes that do the jobs, each for itself: at a long job one is alive, held one is not."""

from __future__ import annotations

import time

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rq import SimpleWorker
from rq.serializers import JSONSerializer

from app.core import background, pulse, ringer, schedule, workers
from app.core.keeping import DEAF_SECONDS

ASLEEP = f"{__name__}.note_how_long_it_is_alive"


def note_how_long_it_is_alive(_number: int) -> None:
    """Be a job, and say how long /readyz will believe in whoever does it."""
    background.connection().set("promised", -(pulse.overdue(background.connection()) or 0))


def at_work(app: Flask) -> SimpleWorker:
    """Return a process of the jobs, as `workers.work` makes it, once it drained the queue `now`."""
    worker = workers.worker_on(app, ["now"], background.connection())
    worker.work(burst=True, logging_level="WARNING")
    return worker


def readyz(client: FlaskClient) -> tuple[int, str, dict[str, str]]:
    for key in (ringer.HEARTBEAT_KEY, schedule.SWEEP_KEY):
        background.connection().set(key, int(time.time()))
    answer = client.get("/readyz")
    assert answer.json is not None
    return answer.status_code, answer.json["checks"]["jobs"], answer.json.get("reasons", {})


def test_nobody_ever_at_work_is_said_in_french(client: FlaskClient) -> None:
    status, said, reasons = readyz(client)
    assert (status, said) == (503, "absent")
    assert reasons == {"jobs": "Aucun processus ne fait les travaux."}


def test_one_between_two_jobs_is_alive_then_held_is_said(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work(app)
    assert readyz(client) == (200, "ok", {})
    later = time.time() + pulse.IDLE_SECONDS + 10
    monkeypatch.setattr(time, "time", lambda: later)
    status, said, reasons = readyz(client)
    assert status == 503
    assert said.startswith("stale for ")
    assert reasons["jobs"] == "Le processus qui fait les travaux ne répond plus\u00a0: il est arrêté, ou coincé."


def test_one_at_a_long_job_is_believed_until_its_keeper_would_kill_it(app: Flask) -> None:
    background.ring(ASLEEP, 1, on="now")
    at_work(app)
    promised = int(background.connection().get("promised") or 0)
    assert promised > background.JOB_TIMEOUT_SECONDS + DEAF_SECONDS
    assert -(pulse.overdue(background.connection()) or 0) <= pulse.IDLE_SECONDS, "once it is done, no longer than any"


def test_one_that_is_well_says_nothing_of_another_s_long_job(app: Flask, client: FlaskClient) -> None:
    held = background.connection()
    pulse.beat(held, "one at a long job", 240)
    at_work(app)
    assert -(pulse.overdue(held) or 0) > pulse.IDLE_SECONDS
    pulse.beat(held, "one at a long job", -1)
    assert readyz(client)[:2] == (200, "ok")


def test_a_redis_that_forgot_everything_is_told_again(app: Flask, client: FlaskClient) -> None:
    worker = at_work(app)
    background.connection().flushdb()
    worker.heartbeat()
    assert readyz(client)[:2] == (200, "ok")


def test_an_idle_process_says_so_twice_before_it_is_given_up(app: Flask) -> None:
    worker = at_work(app)
    assert worker.dequeue_timeout * 2 < pulse.IDLE_SECONDS
    assert worker.serializer is JSONSerializer


def test_what_is_long_gone_is_forgotten(app: Flask) -> None:
    client = background.connection()
    pulse.beat(client, "old", -pulse.KEPT_SECONDS - 1)
    pulse.beat(client, "new", 1)
    assert client.zrange(pulse.KEY, 0, -1) == [b"new"]
