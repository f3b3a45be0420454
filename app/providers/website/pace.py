"""One request at a time to a host, so many seconds apart."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

# Hosts remembered, beyond which the oldest are forgotten: a second has long gone by.
_REMEMBERED = 2_000
_LONG_AGO = -1e9

Sleep = Callable[[float], None]
Clock = Callable[[], float]


class OutOfTime(Exception):
    """The slice ends before this address may be asked; `passed` led to it and need not be asked again."""

    def __init__(self, url: str, passed: tuple[str, ...] = ()) -> None:
        super().__init__(url)
        self.url = url
        self.passed = passed


class Pace:
    """Gives each host's requests their moments."""

    def __init__(self, seconds: float, *, sleep: Sleep = time.sleep, clock: Clock = time.monotonic) -> None:
        self.clock = clock
        self._seconds = seconds
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._last_page: dict[str, float] = {}
        self._slower: dict[str, float] = {}
        self._lock = threading.Lock()

    def slow_down(self, host: str, seconds: float) -> None:
        """Keep at least so many seconds between two pages of this host; its robots.txt is no page."""
        with self._lock:
            _remember(self._slower, host, seconds)

    def assume_just_asked(self, host: str) -> None:
        """Wait as after a request: an earlier slice, elsewhere, asked for a page a pace ago at the latest."""
        with self._lock:
            now = self.clock()
            _remember(self._last, host, self._last.get(host, now))
            _remember(self._last_page, host, self._last_page.get(host, now - self._seconds))

    def answered(self, host: str, *, is_page: bool = True) -> None:
        """Count the pace from the answer: a request held up on its way must not meet the next one's heels."""
        with self._lock:
            now = self.clock()
            _remember(self._last, host, now)
            if is_page:
                _remember(self._last_page, host, now)

    def wait(self, host: str, url: str, until: float, *, is_page: bool = True) -> None:
        """Sleep until this host may be asked.

        Raises:
            OutOfTime: that moment leaves nothing of the slice.
        """
        with self._lock:
            now = self.clock()
            moment = max(now, self._last.get(host, _LONG_AGO) + self._seconds)
            if is_page:
                moment = max(moment, self._last_page.get(host, _LONG_AGO) + self._slower.get(host, 0.0))
            if moment >= until:
                raise OutOfTime(url)
            _remember(self._last, host, moment)
            if is_page:
                _remember(self._last_page, host, moment)
        if moment > now:
            self._sleep(moment - now)


def _remember(kept: dict[str, float], host: str, value: float) -> None:
    kept.pop(host, None)
    kept[host] = value
    while len(kept) > _REMEMBERED:
        del kept[next(iter(kept))]
