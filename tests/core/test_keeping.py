"""Workers in processes of their own: they outlive Redis, never their ringer, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from ctypes import c_double
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import psutil
import pytest
from flask import Flask
from sqlalchemy import func, select, text

from app import ROOT
from app.core import background, clock, keeping, ringer, workers
from app.core.db import db
from app.domains.notifications import outbox
from app.domains.notifications.models import Mail
from app.domains.notifications.outbox import Letter
from app.domains.workspaces.models import Workspace
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.people import Person
from tests.services import Redis

pytestmark = pytest.mark.long

Start = Callable[..., subprocess.Popen[str]]
NAMES = ("leave_a_mark", "rest", "save", "fall", "wait_in_the_database")
MARK, REST, SAVE, FALL, WAIT = (f"{__name__}.{name}" for name in NAMES)


def rest(_number: int) -> None:
    """Work for a while."""
    background.connection().set("resting", 1)
    time.sleep(1.5)
    background.connection().set("rested", 1)


def save(_number: int) -> None:
    """Write a row after a while."""
    background.connection().set("resting", 1)
    time.sleep(1.5)
    db.session.add(Workspace(name="Gardé"))
    db.session.commit()


def wait_in_the_database(_number: int) -> None:
    """Ask a question whose answer takes too long."""
    db.session.execute(text("SELECT pg_sleep(10)"))


def fall(_number: int) -> None:
    """End the process, as a fault in a library's own code would."""
    os.kill(os.getpid(), signal.SIGKILL)


def leave_a_mark(number: int) -> None:
    """Say in Redis that the job ran."""
    background.connection().set(f"mark:{number}", 1)


@pytest.fixture
def start(app: Flask, own_redis: Redis, tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts `python worker.py`; every process it started is ended afterwards."""
    settings = app.config["SETTINGS"]
    env = os.environ | {
        "APP_ENV": "test", "DATABASE_URL": settings.database_url, "REDIS_URL": own_redis.url,
        "SMTP_URL": settings.smtp_url, "INSTANCE_FOLDER": str(tmp_path), "MEDIA_URL": settings.media_url,
        "TOKEN_KEYS": ",".join(settings.token_keys), "SECRET_KEY": settings.secret_key,
    }  # fmt: skip
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "worker.py", *arguments]
        started.append(
            subprocess.Popen(command, cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        )
        return started[-1]

    yield start
    for process in started:
        for child in psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []:
            child.kill()
        process.kill()
        process.communicate(timeout=10)


def until(fact: Callable[[], object], seconds: float = 40) -> float:
    """Wait for `fact`; return the seconds it took."""
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.05)
    return time.monotonic() - began


def _is_listening() -> bool:
    client = background.connection()
    return any(client.hget(key, "state") == b"idle" for key in client.scan_iter("rq:worker:*"))


def parts_of(process: subprocess.Popen[str]) -> tuple[psutil.Process, psutil.Process]:
    """Return, once both are at work, the ringer's process and the one of the jobs."""
    until(lambda: background.connection().get(ringer.HEARTBEAT_KEY))
    until(_is_listening)
    jobs, its_ringer = sorted(psutil.Process(process.pid).children(), key=lambda child: child.pid)
    return its_ringer, jobs


def is_over(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_a_burst_drains_the_queues_and_ends(start: Start, alice: Person, sandbox: RunningSandbox) -> None:
    letter = Letter(alice.workspace.id, "leads_ready", "k", "alice@exemple.ca")
    row = outbox.post(letter, campaign={"name": "x", "city": "y"}, count=3, address="http://localhost/")
    db.session.commit()
    output, _ = start("--burst").communicate(timeout=60)
    assert len(open_letters(sandbox.state)) == 1, output
    db.session.expire_all()
    assert row is not None
    assert db.session.get_one(Mail, row.id).state == "sent"


def test_a_queue_that_does_not_exist_is_refused_at_once(start: Start) -> None:
    process = start("--queues", "now,later")
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "later" in output


def test_the_same_worker_outlives_a_redis_that_stops_idle_or_during_a_job(start: Start, own_redis: Redis) -> None:
    process = start("--queues", "now,soon")
    parts_of(process)
    for number in (1, 2):
        if number == 2:
            background.ring(REST, 0, on="now")
            until(lambda: background.connection().get("resting"))
        own_redis.stop()
        time.sleep(0.2)
        own_redis.start()
        until(lambda number=number: background.ring(MARK, number, on="now"))
        until(lambda number=number: background.connection().get(f"mark:{number}"), 8)
    background.ring(MARK, 3, at=clock.in_seconds(0.5))
    until(lambda: background.connection().get("mark:3"), 8)
    assert process.poll() is None, "nobody had to start it again"


def test_a_worker_told_to_end_while_redis_is_down_ends(start: Start, own_redis: Redis) -> None:
    process = start("--queues", "bulk")
    parts_of(process)
    own_redis.stop()
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    process.wait(8)


def test_a_worker_killed_leaves_nothing_behind(start: Start) -> None:
    process = start("--queues", "bulk")
    parts = parts_of(process)
    process.kill()
    process.wait(5)
    until(lambda: all(map(is_over, parts)), 4)


def test_a_ringer_that_dies_is_replaced(start: Start) -> None:
    process = start("--queues", "now")
    parts_of(process)[0].kill()
    background.ring(MARK, 4, at=clock.in_seconds(0.5), on="now")
    until(lambda: background.connection().get("mark:4"), ringer.LEASE_SECONDS + 6)
    assert process.poll() is None


def test_a_worker_told_to_end_while_redis_is_down_finishes_its_job(start: Start, own_redis: Redis) -> None:
    process = start("--queues", "now")
    parts_of(process)
    background.ring(SAVE, 0, on="now")
    until(lambda: background.connection().get("resting"))
    own_redis.stop()
    process.send_signal(signal.SIGTERM)
    process.wait(10)
    own_redis.start()
    assert db.session.scalar(select(func.count(Workspace.id)).where(Workspace.name == "Gardé")) == 1


def test_a_process_that_ends_at_once_is_not_started_again_at_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    began: list[float] = []
    keeper = keeping.Keeper(app, ["now"], burst=False)

    def none_at_work(*_: object) -> None:
        began.append(time.monotonic())
        if len(began) == 4:
            keeper.end()

    monkeypatch.setattr(keeper, "_watch", none_at_work)
    monkeypatch.setattr(keeping, "_fork", lambda *_args, **_values: get_context("fork").Process(target=time.time))
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    keeper.keep()
    waits = [after - before for before, after in pairwise(began)]
    assert waits == sorted(waits)
    assert waits[0] >= keeping.AGAIN_SECONDS


def test_a_job_that_ends_while_it_is_looked_at_is_not_deaf(app: Flask) -> None:
    class Ending:
        """A moment that is over the second time it is read."""

        reads = 0

        @property
        def value(self) -> float:
            self.reads += 1
            return time.monotonic() if self.reads == 1 else 0.0

    keeper = keeping.Keeper(app, ["now"], burst=True)
    keeper.began = Ending()  # type: ignore[assignment]  # a moment that answers as a shared one may
    well = get_context("fork").Process(target=time.sleep, args=(0.5,), daemon=True)
    well.start()
    keeper._watch(well)
    assert well.exitcode == 0


def test_a_job_that_takes_its_process_down_stops_nobody_else(start: Start) -> None:
    process = start("--queues", "now")
    _, jobs = parts_of(process)
    for number in range(2):
        background.ring(FALL, number, on="now")
        background.ring(MARK, number, on="now")
        until(lambda number=number: background.connection().get(f"mark:{number}"), 8)
    assert is_over(jobs)
    assert process.poll() is None


def test_a_worker_told_to_end_finishes_its_job_and_ends_with_its_parts(start: Start) -> None:
    process = start("--queues", "now")
    parts = parts_of(process)
    background.ring(REST, 5, on="now")
    background.ring(MARK, 6, on="now")
    until(lambda: background.connection().get("resting"))
    process.send_signal(signal.SIGTERM)
    assert process.wait(8) == 0
    assert all(map(is_over, parts))
    assert background.connection().get("rested"), "what was begun is done"
    assert not background.connection().get("mark:6"), "and nothing else is begun"


def test_a_job_deaf_to_its_time_out_loses_its_process(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LOOK_SECONDS", 0.05)
    keeper = keeping.Keeper(app, ["now"], burst=True)
    deaf = get_context("fork").Process(target=time.sleep, args=(30,), daemon=True)
    deaf.start()
    watching = threading.Thread(target=keeper._watch, args=(deaf,))
    watching.start()
    late = background.JOB_TIMEOUT_SECONDS + keeping.DEAF_SECONDS
    keeper.began.value = time.monotonic() - late + 60
    watching.join(0.3)
    assert watching.is_alive(), "a job within its time is left alone"
    keeper.began.value = time.monotonic() - late - 1
    watching.join(5)
    assert deaf.exitcode == -signal.SIGKILL


def test_the_process_of_the_jobs_is_renewed_now_and_then(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "JOBS_PER_PROCESS", 2)
    for number in range(3):
        background.ring(MARK, number, on="now")
    db.engine.dispose()
    orders = {"burst": False, "began": c_double(0)}
    process = get_context("fork").Process(target=workers.work, args=(app, ["now"]), kwargs=orders, daemon=True)
    process.start()
    process.join(20)
    assert process.exitcode == 0
    assert background.connection().mget(f"mark:{number}" for number in range(3)) == [b"1", b"1", None]


def test_a_job_cut_in_the_middle_of_a_query_stops_nobody_else(start: Start) -> None:
    if db.engine.dialect.name != "postgresql":
        pytest.skip("only a server's query can be cut")
    queue = background.queue("now")
    queue.enqueue(WAIT, 0, job_timeout=1)
    for number in range(2):
        background.ring(MARK, number, on="now")
    start("--burst", "--queues", "now").communicate(timeout=60)
    assert background.connection().mget("mark:0", "mark:1") == [b"1", b"1"]
