"""Workers of the harness: forks of one warm process, each a real RQ worker on the real queues."""

from __future__ import annotations

import os
import signal
import traceback
from contextlib import suppress
from datetime import datetime

import redis
from flask import Flask
from rq import Queue
from rq.serializers import JSONSerializer

from app.core import background, clock
from app.core.db import db
from app.core.workers import AppWorker
from tests.crash import deaths


class HarnessWorker(AppWorker):
    """The product's worker, which ends as soon as the queues are empty."""

    max_connection_wait_time = 0.05

    def subscribe(self) -> None:
        """Take no orders from afar: the thread that hears them takes a second to end."""

    def unsubscribe(self) -> None:
        """Leave nothing, having heard nothing."""


def start(app: Flask, moment: datetime, *, point: str = "", nth: int = 1) -> int:
    """Fork a worker that drains the queues at `moment`, and dies at a point where one is named; return its pid."""
    db.session.remove()
    db.engine.dispose()
    pid = os.fork()
    if pid:
        return pid
    status, said = 1, os.dup(2)
    try:
        # What workers say of a Redis that vanishes is expected, and long.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        if point:
            deaths.POINTS[point](deaths.countdown(nth))
        with clock.frozen_at(moment), suppress(redis.RedisError):
            _drain(app)
        status = 0
    except BaseException:
        os.write(said, traceback.format_exc().encode())
    finally:
        os._exit(status)


def _drain(app: Flask) -> None:
    client = background.connect(app.config["SETTINGS"].redis_url)
    queues = [Queue(name, connection=client, serializer=JSONSerializer) for name in background.QUEUES]
    worker = HarnessWorker(queues, connection=client, serializer=JSONSerializer)
    worker.app = app
    worker.work(burst=True, logging_level="ERROR")


def killed(pid: int) -> bool:
    """Wait for a worker's end; tell whether it was killed."""
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("a worker of the harness failed by itself")
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
