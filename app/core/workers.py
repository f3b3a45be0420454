"""Workers, and the one process that rings what is periodic or due."""

from __future__ import annotations

import contextlib
import gc
import math
import os
import signal
import threading
import time
from collections.abc import Sequence
from multiprocessing import get_context
from types import FrameType
from typing import Any

import redis
from flask import Flask
from rq import Queue, Worker
from rq.exceptions import StopRequested
from rq.job import Job
from rq.registry import ScheduledJobRegistry
from rq.serializers import JSONSerializer
from sqlalchemy.orm import configure_mappers

from app.core import background, clock, logs, metrics, schedule, schema, templating
from app.core.db import db

LEASE_KEY = "astrogrowth:ringer"
LEASE_SECONDS = 5
SLOW_SECONDS = 5.0
# On a machine that the site shares, whoever waits for a page goes before what nobody watches.
NICER_BY = 5
HEARTBEAT_KEY = "astrogrowth:worker:beat"

log = logs.get("workers")


class AppWorker(Worker):
    """An RQ worker whose jobs run inside the application, each in its own process."""

    app: Flask
    told_to_end = False
    # Redis comes back within seconds: a minute of sleep after an outage would be felt.
    max_connection_wait_time = 3.0

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """End after the present job; at once when Redis cannot even be told so."""
        self.told_to_end = True
        try:
            super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # RQ has few types
        except redis.RedisError as error:
            raise StopRequested from error

    def perform_job(self, job: Job, queue: Queue) -> bool:
        """Run one job in a fresh application context."""
        logs.begin(request_id=str(job.meta.get("request_id", "")), job_id=job.id, job=str(job.func_name))
        with self.app.app_context():
            began, well = time.perf_counter(), False
            try:
                well = super().perform_job(job, queue)
            finally:
                _note(str(job.func_name), time.perf_counter() - began, "done" if well else "failed")
                db.session.remove()
                db.engine.dispose()
        return well


def _note(job: str, seconds: float, result: str) -> None:
    """Count a job that ended, and write its line where it failed, was slow, or was begun by a request."""
    metrics.observe(metrics.JOBS, seconds, job, result)
    # This process ends with its job, before any thread of its own would have counted.
    metrics.flush()
    if result == "failed" or seconds >= SLOW_SECONDS or logs.request_id():
        log.info("job", result=result, ms=round(seconds * 1000))


def run_worker(app: Flask, names: Sequence[str], *, burst: bool) -> None:
    """Work on the queues `names`, in that order of preference, until told to stop.

    Raises:
        SystemExit: the database is not one this code can run on; the message says what to run.
    """
    trouble = schema.refusal(app)
    if trouble:
        raise SystemExit(trouble)
    os.nice(NICER_BY)
    client = background.connect(app.config["SETTINGS"].redis_url)
    # A blocking pop waits longer than any answer should take.
    client.connection_pool.connection_kwargs["socket_timeout"] = None
    _prepare_to_fork(app)
    wait_for_redis(client)
    ended = threading.Event()
    if not burst:
        _start_ringer(app, ended)
    try:
        _work(app, client, names, burst=burst)
    finally:
        ended.set()


def _prepare_to_fork(app: Flask) -> None:
    """Do once what each job's process would do again, and keep what is shared out of its collector's way."""
    configure_mappers()
    templating.compile_all(app, "emails/")
    with app.app_context():
        db.engine.dispose()
    gc.collect()
    gc.freeze()


def _work(app: Flask, client: redis.Redis, names: Sequence[str], *, burst: bool) -> None:
    queues = [Queue(name, connection=client, serializer=JSONSerializer) for name in names]
    with contextlib.suppress(StopRequested):
        while True:
            worker = AppWorker(queues, connection=client, serializer=JSONSerializer, worker_ttl=60)
            worker.app = app
            worker.log.setLevel("WARNING")
            with contextlib.suppress(redis.RedisError):
                worker.work(burst=burst, logging_level="WARNING")
            if burst or worker.told_to_end:
                return
            # RQ waits for Redis between two jobs, and gives up when it falls during one.
            log.warning("the worker starts again")
            wait_for_redis(client, math.inf)


def _start_ringer(app: Flask, ended: threading.Event) -> None:
    """Start the ringer. Should it die first, end this worker too: whoever keeps it alive starts both again."""
    ringer = get_context("fork").Process(target=ring_forever, args=(app, os.getpid()), daemon=True)
    ringer.start()

    def watch() -> None:
        ringer.join()
        if not ended.is_set():
            log.error("the ringer died, the worker ends", exit_code=ringer.exitcode)
            os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="ringer-watch", daemon=True).start()


def wait_for_redis(client: redis.Redis, seconds: float = 30) -> None:
    """Wait until Redis answers, at most `seconds`.

    Raises:
        redis.ConnectionError: it never did.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            client.ping()
            return
        except redis.RedisError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


def ring_forever(app: Flask, parent_pid: int) -> None:
    """Ring periodic and due jobs every second while the parent worker lives.

    Several may run: a Redis lease lets one ring, and ringing twice is harmless.
    """
    last_rung: dict[str, float] = {}
    while os.getppid() == parent_pid:
        with app.app_context(), contextlib.suppress(redis.RedisError):
            client = background.connection()
            client.set(HEARTBEAT_KEY, int(time.time()), ex=120)
            if _holds_lease(client):
                ring_due(client)
                _ring_periodic(last_rung)
        time.sleep(1)


def _holds_lease(client: redis.Redis) -> bool:
    me = str(os.getpid())
    if client.set(LEASE_KEY, me, nx=True, ex=LEASE_SECONDS):
        return True
    holder: Any = client.get(LEASE_KEY)
    if holder is not None and holder.decode() == me:
        client.expire(LEASE_KEY, LEASE_SECONDS)
        return True
    return False


def ring_due(client: redis.Redis, *, until: float | None = None) -> int:
    """Move bells due by `until` (Unix time; now by default) from the scheduled set to their queues; return how many."""
    moment = int(clock.now().timestamp() if until is None else until)
    rung = 0
    for name in background.QUEUES:
        opened: Any = ScheduledJobRegistry  # RQ gives it no types
        registry = opened(name, connection=client, serializer=JSONSerializer)
        queue = background.queue(name)
        for job_id in registry.get_jobs_to_schedule(moment):
            if not client.zrem(registry.key, job_id):
                continue  # another ringer took it
            with contextlib.suppress(Exception):  # an expired job is gone; the sweep knows its row
                rung += _joins(queue, Job.fetch(job_id, connection=client, serializer=JSONSerializer))
    return rung


def _joins(queue: Queue, job: Job) -> bool:
    line = job.meta.get("line", "")
    if line and not background.joins(queue, line, job.id):
        # One bell serves its whole line: a backlog never fills the queue in front of the others.
        job.delete(remove_from_queue=False)
        return False
    queue._enqueue_job(job)
    return True


def _ring_periodic(last_rung: dict[str, float]) -> None:
    for periodic in schedule.PERIODIC:
        if time.monotonic() - last_rung.get(periodic.job, -1e9) >= periodic.every_seconds:
            last_rung[periodic.job] = time.monotonic()
            background.ring(periodic.job, on=periodic.on)
