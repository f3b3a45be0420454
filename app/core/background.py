"""Bells: jobs that carry row ids only. Redis forgets; the sweep rings again.

Queues by promise: `now` (a person waits), `soon` (publishing, mail), `bulk` (search, writing).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import uuid4

import redis
from flask import Flask, current_app
from rq import Queue
from rq.serializers import JSONSerializer
from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from app.core import clock, logs
from app.core.db import db

QueueName = Literal["now", "soon", "bulk"]
QUEUES: tuple[QueueName, ...] = ("now", "soon", "bulk")
JOB_TIMEOUT_SECONDS = 180
RESULT_SECONDS = 60
FAILURE_SECONDS = 7 * 24 * 3600
# How long a line remembers its last bell; whether that one still waits is asked of the queue itself.
LINE_SECONDS = 3600
# In one step, so that two bells of a line never join a queue together.
_JOIN = """
local bell = redis.call('GET', KEYS[1])
if bell and redis.call('LPOS', KEYS[2], bell) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1
"""

log = logs.get("background")


def init_app(app: Flask) -> None:
    """Open the connection pool and listen for commits."""
    app.extensions["redis"] = connect(app.config["SETTINGS"].redis_url)


def connect(url: str) -> redis.Redis:
    """Return a client whose every wait is bounded."""
    return redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=15, health_check_interval=30)


def connection() -> redis.Redis:
    """Return the application's Redis client."""
    client: redis.Redis = current_app.extensions["redis"]
    return client


def queue(name: QueueName) -> Queue:
    """Return one queue, with the JSON serializer: a job holds nothing but plain values."""
    return Queue(name, connection=connection(), serializer=JSONSerializer, default_timeout=JOB_TIMEOUT_SECONDS)


def ring(job: str, *ids: int, on: QueueName = "soon", at: datetime | None = None, line: str = "") -> bool:
    """Enqueue `job` ("package.module.function") now, or at a UTC moment.

    Where a `line` is named, a bell of it that waits in a queue already serves for this one.

    Returns:
        False when Redis did not answer: the row stays due, and the sweep rings again.
    """
    bell = uuid4().hex
    # The request it began with, so that the lines of both can be read together.
    meta = {name: value for name, value in (("line", line), ("request_id", logs.request_id())) if value}
    options: dict[str, Any] = {"result_ttl": RESULT_SECONDS, "failure_ttl": FAILURE_SECONDS, "job_id": bell,
                               "meta": meta}  # fmt: skip
    try:
        if at is not None and at > clock.now():
            # RQ keeps whole seconds: rounded up, or the bell would ring just before its row is due.
            queue(on).enqueue_at(at + timedelta(microseconds=-at.microsecond % 1_000_000), job, *ids, **options)
        elif not line or joins(queue(on), line, bell):
            queue(on).enqueue(job, *ids, **options)
    except redis.RedisError as error:
        log.warning("bell not rung", job=job, ids=list(ids), error=type(error).__name__)
        return False
    return True


def joins(queue: Queue, line: str, bell: str) -> bool:
    """Tell whether a bell may join a queue: False while another of its line waits there."""
    return bool(connection().eval(_JOIN, 2, _line_key(line), queue.key, bell, str(LINE_SECONDS)))


def silent_lines(lines: Sequence[str], on: QueueName = "soon") -> list[str]:
    """Return, in their order, the lines none of whose bells waits in a queue; every one when Redis does not answer."""
    if not lines:
        return []
    try:
        bells: Any = connection().mget([_line_key(line) for line in lines])
        pipeline = connection().pipeline(transaction=False)
        for bell in bells:
            pipeline.lpos(queue(on).key, (bell or b"").decode())
        places = pipeline.execute()
    except redis.RedisError:
        return list(lines)
    return [line for line, place in zip(lines, places, strict=True) if place is None]


def _line_key(line: str) -> str:
    return f"astrogrowth:line:{line}"


def ring_after_commit(job: str, *ids: int, on: QueueName = "soon", at: datetime | None = None, line: str = "") -> None:
    """Ring once the present transaction is committed; never if it is rolled back."""
    after_commit(lambda: ring(job, *ids, on=on, at=at, line=line))


def after_commit(action: Callable[[], Any]) -> None:
    """Run `action` once the present outermost transaction is committed."""
    db.session.info.setdefault("after_commit", []).append(action)


@event.listens_for(Session, "after_commit")
def _run_actions(session: Session) -> None:
    # A released savepoint fires this event too: only the outermost commit counts.
    if session.in_nested_transaction():
        return
    for action in session.info.pop("after_commit", []):
        action()


@event.listens_for(Session, "after_soft_rollback")
def _forget_actions(session: Session, previous: SessionTransaction) -> None:
    if previous.parent is None:
        session.info.pop("after_commit", None)
