"""While the mail server is out of reach, nobody else waits for it: the workers have publications to send."""

from __future__ import annotations

import contextlib

import redis

from app.core import background, clock

KEY = "astrogrowth:smtp:down-until"


def is_open() -> bool:
    """Tell whether the server was out of reach a moment ago; without Redis, it is tried."""
    with contextlib.suppress(redis.RedisError):
        until = background.connection().get(KEY)
        return isinstance(until, bytes) and float(until) > clock.now().timestamp()
    return False


def open_for(seconds: int) -> None:
    """Have nobody try before `seconds`; the one who failed tries first."""
    with contextlib.suppress(redis.RedisError):
        # Half a second less: at its own bell, the mail that found it down must be let through.
        background.connection().set(KEY, clock.in_seconds(seconds - 0.5).timestamp(), ex=seconds)


def close() -> None:
    """Say that the server answers."""
    with contextlib.suppress(redis.RedisError):
        background.connection().delete(KEY)
