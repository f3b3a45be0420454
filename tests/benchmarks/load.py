"""A small load: so many simultaneous users, so many requests each, every wait recorded."""

from __future__ import annotations

import http.client
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 30


@dataclass(frozen=True)
class Load:
    """What a run of requests showed; times in seconds."""

    per_second: float
    p50: float
    p95: float
    errors: int
    bytes: int


def run(url: str, *, users: int, requests_each: int, cookie: str = "") -> Load:
    """Ask for `url` from `users` threads, a new connection per request, as sync workers serve them."""
    parts = urlsplit(url)
    headers = {"Cookie": cookie, "Accept-Encoding": "gzip"} if cookie else {"Accept-Encoding": "gzip"}
    waits: list[float] = []
    errors: list[int] = []
    sizes: list[int] = []

    def one_user() -> None:
        for _ in range(requests_each):
            started = time.perf_counter()
            client = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)
            try:
                client.request("GET", parts.path or "/", headers=headers)
                answer = client.getresponse()
                sizes.append(len(answer.read()))
                if answer.status != 200:
                    errors.append(answer.status)
            except OSError:
                errors.append(0)
            finally:
                client.close()
            waits.append(time.perf_counter() - started)

    threads = [threading.Thread(target=one_user) for _ in range(users)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.perf_counter() - started
    ranked = sorted(waits)
    return Load(
        per_second=len(waits) / elapsed,
        p50=ranked[len(ranked) // 2],
        p95=ranked[int(len(ranked) * 0.95)],
        errors=len(errors),
        bytes=max(sizes, default=0),
    )
