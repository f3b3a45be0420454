"""The only place that knows what time it is."""

from __future__ import annotations

from collections.abc import Iterator
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


@contextmanager
def frozen_at(moment: datetime) -> Iterator[None]:
    """Hold the clock at `moment` (aware) for the length of a block; for tests."""
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
