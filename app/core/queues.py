"""How many jobs wait, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.core import background, clock

# Past this the promise of the queue is broken: a person waits, a publication is late, a search has not begun.
LATE_SECONDS: dict[str, int] = {"now": 60, "soon": 300, "bulk": 1800}


@dataclass(frozen=True)
class Backlog:
    """One queue: how many jobs wait there, and for how many seconds the oldest has."""

    queue: str
    length: int
    oldest_seconds: int

    @property
    def is_late(self) -> bool:
        """Tell whether its promise is broken."""
        return self.oldest_seconds > LATE_SECONDS[self.queue]


def backlogs() -> list[Backlog]:
    """Return what waits in every queue.

    Raises:
        redis.RedisError: Redis does not answer.
    """
    client: Any = background.connection()
    found = []
    for name in background.QUEUES:
        queue = background.queue(name)
        oldest = client.lindex(queue.key, 0)
        since = client.hget(f"rq:job:{oldest.decode()}", "enqueued_at") if oldest else None
        found.append(Backlog(name, queue.count, _age(since)))
    return found


def _age(since: bytes | None) -> int:
    if not since:
        return 0
    moment = datetime.fromisoformat(since.decode().replace("Z", "+00:00")).astimezone(UTC)
    return max(0, int((clock.now() - moment).total_seconds()))
