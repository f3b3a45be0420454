"""Signs of life of the processes that do the jobs: each says, under its name, until when it is to be believed.

RQ keeps its own, but enters a worker in its list at its birth only: a Redis that lost its memory would never list it
again. And a process says nothing while it is at a job: one moment shared by all would be given up during a long one.
"""

from __future__ import annotations

import time
from typing import Any

import redis

KEY = "astrogrowth:jobs:alive"
# One that waits for a job says so every `IDLE_TTL_SECONDS` - 15: twice silent, it is stopped or stuck. It also covers
# the moment in which a process is renewed.
IDLE_TTL_SECONDS, IDLE_SECONDS = 30, 45
KEPT_SECONDS = 3600


def beat(client: Any, name: str, seconds: int) -> None:
    """Say that a process is alive, to be believed for so many seconds; `client` is Redis, or a pipeline of it."""
    now = int(time.time())
    client.zadd(KEY, {name: now + seconds})
    client.zremrangebyscore(KEY, "-inf", now - KEPT_SECONDS)


def overdue(client: redis.Redis) -> int | None:
    """Return since how many seconds none is to be believed, 0 or less while one is; None when none ever spoke."""
    last: Any = client.zrevrange(KEY, 0, 0, withscores=True)
    return int(time.time()) - int(last[0][1]) if last else None
