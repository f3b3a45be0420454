"""The only place that knows what time it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

QUEBEC = ZoneInfo("America/Toronto")  # Québec's legal time; the IANA base has no zone of its own for it.

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


def today() -> date:
    """Return the present day in Québec."""
    return now().astimezone(QUEBEC).date()


def in_seconds(seconds: float) -> datetime:
    """Return the moment `seconds` from now."""
    return now() + timedelta(seconds=seconds)


def stopwatch() -> Callable[[], int]:
    """Begin to measure; what is returned tells how many milliseconds have passed, whatever becomes of the clock."""
    began = time.monotonic()
    return lambda: round((time.monotonic() - began) * 1000)


@contextmanager
def frozen_at(moment: datetime) -> Iterator[None]:
    """Hold the clock at `moment` (aware) for the length of a block; for tests."""
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
