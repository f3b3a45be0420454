"""How each outside service answers: counted for /metrics, and kept a day for the operator's page."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import redis
from flask import has_app_context

from app.core import background, clock, metrics
from app.providers.registry import PROVIDERS
from app.providers.watching import Told

KEPT_HOURS = 24
# They write and draw in our own process: nobody outside answers for them.
INSIDE = {"offline", "drawn"}
# What tells of one server of a service rather than of a call.
SERVER = "server"
LAST = "astrogrowth:outside:last"


@dataclass(frozen=True)
class Health:
    """One service over a day: its calls, those that failed, the last one, and the server that answered it."""

    provider: str
    calls: int
    errors: int
    last_at: datetime | None = None
    last_error: str = ""
    place: str = ""

    @property
    def error_share(self) -> float:
        """Return the share of calls that failed, from 0 to 1."""
        return self.errors / self.calls if self.calls else 0.0


def note(told: Told) -> None:
    """Count one call."""
    if told.provider in INSIDE or not has_app_context():
        return
    if told.act == SERVER:
        _remember(told.provider, {f"{told.provider}:place": told.place})
        return
    metrics.observe(metrics.CALLS, told.seconds, told.provider, told.act)
    if told.error:
        metrics.count(metrics.CALL_ERRORS, told.provider, told.error)
    last = {"at": clock.now().isoformat(), "error": told.error}
    _remember(told.provider, {told.provider: json.dumps(last)}, calls=1, errors=int(bool(told.error)))


def _remember(provider: str, last: Mapping[Any, Any], **counts: int) -> None:
    with contextlib.suppress(redis.RedisError):
        pipeline = background.connection().pipeline(transaction=False)
        pipeline.hset(LAST, mapping=last)
        hour = _hour(clock.now())
        for name, count in counts.items():
            pipeline.hincrby(hour, f"{provider}:{name}", count)
        pipeline.expire(hour, (KEPT_HOURS + 1) * 3600)
        pipeline.execute()


def _hour(moment: datetime) -> str:
    return f"astrogrowth:outside:{moment:%Y%m%d%H}"


def healths() -> list[Health]:
    """Return how each outside service answered in the last day, those never called included.

    Raises:
        redis.RedisError: Redis does not answer.
    """
    pipeline = background.connection().pipeline(transaction=False)
    pipeline.hgetall(LAST)
    for hours in range(KEPT_HOURS):
        pipeline.hgetall(_hour(clock.now() - timedelta(hours=hours)))
    last, *days = pipeline.execute()
    return [_health(name, last, days) for name in PROVIDERS if name not in INSIDE]


def _health(name: str, last: dict[bytes, bytes], hours: list[dict[bytes, bytes]]) -> Health:
    calls, errors = (sum(int(hour.get(f"{name}:{what}".encode(), 0)) for hour in hours) for what in ("calls", "errors"))
    kept: dict[str, Any] = json.loads(last.get(name.encode(), b"{}"))
    place = last.get(f"{name}:place".encode(), b"").decode()
    at = datetime.fromisoformat(kept["at"]) if kept else None
    return Health(name, calls, errors, at, kept.get("error", ""), place)
