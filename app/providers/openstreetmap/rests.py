"""Which servers asked to be left alone, and until when."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

# drolbr/Overpass-API#791 (read 2026-11-21): after a 429, wait 30 s or more; 30 to 120 s when overloaded.
LEAST_SECONDS = 30.0


class Rests:
    """The waits of each server, by its address; another server never pays for them."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._until: dict[str, float] = {}

    def leave(self, url: str, seconds: float = LEAST_SECONDS) -> float:
        """Leave a server alone for a while; return for how many seconds."""
        wait = max(LEAST_SECONDS, seconds)
        self._until[url] = max(self._until.get(url, 0.0), self._now() + wait)
        return wait

    def awake(self, urls: Sequence[str]) -> list[str]:
        """Return the servers that may be asked now, in their order."""
        return [url for url in urls if self._until.get(url, 0.0) <= self._now()]

    def seconds(self, urls: Sequence[str]) -> float:
        """Return how long until the first of these servers may be asked."""
        return max(0.0, min((self._until.get(url, 0.0) for url in urls), default=0.0) - self._now())
