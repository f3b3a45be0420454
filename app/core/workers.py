"""The process that does the jobs: an RQ worker inside the application, one job after the other."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from ctypes import c_double
from types import FrameType
from typing import Any

import redis
from flask import Flask
from rq import Queue, SimpleWorker
from rq.exceptions import StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer

from app.core import background, logs, metrics, pulse
from app.core.db import db

SLOW_SECONDS = 5.0
WAIT_SECONDS = 0.3
# A process for each job would compile its statements and open its connections again: twice the processor. This one is
# renewed now and then instead, so that what a job may leave behind never adds up.
JOBS_PER_PROCESS = 2_000

log = logs.get("workers")


class AppWorker(SimpleWorker):
    """An RQ worker whose jobs run in this process, each in a fresh application context."""

    app: Flask
    # When the present job began, on the clock that processes share; 0 between two.
    began: c_double = c_double(0)
    # Redis comes back within seconds: a minute of sleep after an outage would be felt.
    max_connection_wait_time = 3.0

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """End after the present job; at once between two, even when Redis cannot be told so."""
        try:
            super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # RQ has few types
        except redis.RedisError as error:
            if not self._stop_requested:
                raise StopRequested from error

    def heartbeat(self, timeout: int | None = None, pipeline: Any = None) -> None:
        """Say that this process is alive, for RQ and for /readyz; `timeout` is given as a job begins."""
        super().heartbeat(timeout, pipeline)
        pulse.beat(self.connection if pipeline is None else pipeline, self.name, timeout or pulse.IDLE_SECONDS)

    def perform_job(self, job: Job, queue: Queue) -> bool:
        """Run one job, count it, and give back what it opened."""
        logs.begin(request_id=str(job.meta.get("request_id", "")), job_id=job.id, job=str(job.func_name))
        with self.app.app_context():
            self.began.value, well = time.monotonic(), False
            try:
                well = super().perform_job(job, queue)
            finally:
                _note(str(job.func_name), time.monotonic() - self.began.value, "done" if well else "failed")
                self.began.value = 0
                _give_back()
        return well


def _give_back() -> None:
    """Give back the session; with its connections, where one was cut in the middle of a statement."""
    try:
        db.session.remove()
    except Exception as error:
        log.warning("a connection is dropped", error=type(error).__name__)
        db.session().invalidate()
        db.session.remove()


def _note(job: str, seconds: float, result: str) -> None:
    """Count a job that ended, and write its line where it failed, was slow, or was begun by a request."""
    metrics.observe(metrics.JOBS, seconds, job, result)
    if result == "failed" or seconds >= SLOW_SECONDS or logs.request_id():
        log.info("job", result=result, ms=round(seconds * 1000))


def worker_on(app: Flask, names: Sequence[str], client: redis.Redis) -> AppWorker:
    """Return a worker on the queues `names`."""
    queues = [Queue(name, connection=client, serializer=JSONSerializer) for name in names]
    worker = AppWorker(queues, connection=client, serializer=JSONSerializer, worker_ttl=pulse.IDLE_TTL_SECONDS)
    worker.app = app
    worker.log.setLevel("WARNING")
    return worker


def work(app: Flask, names: Sequence[str], *, burst: bool, began: c_double) -> None:
    """Do the jobs of the queues `names`, in that order of preference, until told to end or due to be renewed.

    Args:
        burst: end once the queues are empty.
        began: where to say when the present job began, for whoever watches this process.
    """
    client = background.connect(app.config["SETTINGS"].redis_url)
    # A blocking pop waits longer than any answer should take.
    client.connection_pool.connection_kwargs["socket_timeout"] = None
    _wait_for_redis(client)
    worker = worker_on(app, names, client)
    worker.began = began
    # RQ waits for Redis between two jobs, and gives up when it falls during one.
    try:
        worker.work(burst=burst, logging_level="WARNING", max_jobs=None if burst else JOBS_PER_PROCESS)
    except redis.RedisError as error:
        log.warning("Redis refused the worker, which starts again", error=str(error))
    except StopRequested:
        pass
    with app.app_context():
        metrics.flush()


def _wait_for_redis(client: redis.Redis) -> None:
    while True:
        with contextlib.suppress(redis.RedisError):
            client.ping()
            return
        time.sleep(WAIT_SECONDS)
