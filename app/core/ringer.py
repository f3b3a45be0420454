"""The ringer: beside each worker, the process that rings what is periodic or due."""

from __future__ import annotations

import contextlib
import os
import time
from typing import Any

import redis
from flask import Flask
from rq import Queue
from rq.job import Job
from rq.registry import ScheduledJobRegistry
from rq.serializers import JSONSerializer

from app.core import background, clock, schedule

LEASE_KEY = "astrogrowth:ringer"
LEASE_SECONDS = 5
HEARTBEAT_KEY = "astrogrowth:worker:beat"


def ring_forever(app: Flask) -> None:
    """Ring periodic and due jobs every second, until this process is ended.

    Several may run: a Redis lease lets one ring, and ringing twice is harmless.
    """
    last_rung: dict[str, float] = {}
    while True:
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
