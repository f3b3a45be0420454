"""Counts and durations of every process, added up in Redis, read by /metrics.

Processes of the site, of jobs and of other machines add to one hash: nothing is lost when a process ends, and no label
holds what a person typed. Redis away, they are counted from nought again, as Prometheus expects.
"""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import redis
from flask import Flask, Response, current_app, g, request

KEY = "astrogrowth:metrics"
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
FLUSH_SECONDS = 1.0
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 180.0)


@dataclass(frozen=True)
class Counter:
    """Something that only grows, by its labels."""

    name: str
    help: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Histogram(Counter):
    """Durations in seconds, by their labels."""


REQUESTS = Histogram("astrogrowth_request_seconds", "Requests answered.", ("endpoint", "method", "status"))
JOBS = Histogram("astrogrowth_job_seconds", "Jobs that ended.", ("job", "result"))
CALLS = Histogram("astrogrowth_provider_call_seconds", "Calls to outside services.", ("provider", "act"))
CALL_ERRORS = Counter("astrogrowth_provider_errors_total", "Calls that failed.", ("provider", "kind"))
DECLARED: tuple[Counter, ...] = (REQUESTS, JOBS, CALLS, CALL_ERRORS)


class Buffer:
    """What one process counted and has not yet added to Redis."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._waiting: defaultdict[str, float] = defaultdict(float)
        self._timer: threading.Timer | None = None

    def add(self, fields: dict[str, float]) -> None:
        """Add to what waits; it leaves within a second, by a thread of its own."""
        with self._lock:
            for field, amount in fields.items():
                self._waiting[field] += amount
            if self._timer is None or not self._timer.is_alive():
                self._timer = threading.Timer(FLUSH_SECONDS, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Add what waits to Redis; lost where it does not answer."""
        with self._lock:
            leaving, self._waiting, self._timer = self._waiting, defaultdict(float), None
        if not leaving:
            return
        with contextlib.suppress(redis.RedisError):
            pipeline = self._client.pipeline(transaction=False)
            for field, amount in leaving.items():
                pipeline.hincrbyfloat(KEY, field, amount)
            pipeline.execute()


def init_app(app: Flask) -> None:
    """Count for this application, on its Redis, what it answers and whom it calls."""
    app.extensions["metrics"] = Buffer(app.extensions["redis"])

    @app.before_request
    def _start() -> None:
        g.counted_from = time.perf_counter()

    @app.after_request
    def _end(response: Response) -> Response:
        # An address that leads nowhere and a made-up verb are one label each, whatever strangers send.
        endpoint = request.endpoint or "unknown"
        method = request.method if request.method in METHODS else "other"
        seconds = time.perf_counter() - g.get("counted_from", time.perf_counter())
        observe(REQUESTS, seconds, endpoint, method, str(response.status_code))
        return response


def _buffer() -> Buffer:
    found: Buffer = current_app.extensions["metrics"]
    return found


def count(what: Counter, *labels: str) -> None:
    """Count one more."""
    _buffer().add({_field(what, labels, ""): 1.0})


def observe(what: Histogram, seconds: float, *labels: str) -> None:
    """Count one more that took this long."""
    bucket = next((str(limit) for limit in BUCKETS if seconds <= limit), "+Inf")
    _buffer().add({_field(what, labels, bucket): 1.0, _field(what, labels, "sum"): seconds})


def flush() -> None:
    """Add what this process counted to Redis at once, before it ends or somebody reads."""
    _buffer().flush()


def _field(what: Counter, labels: tuple[str, ...], part: str) -> str:
    return json.dumps([what.name, *labels, part])


def series(client: redis.Redis) -> Iterator[tuple[Counter, tuple[str, ...], dict[str, float]]]:
    """Yield what was counted: what, its labels, and its parts (buckets and sum, or one part with no name)."""
    declared = {each.name: each for each in DECLARED}
    found: defaultdict[tuple[str, tuple[str, ...]], dict[str, float]] = defaultdict(dict)
    kept: Any = client.hgetall(KEY)
    for field, amount in kept.items():
        name, *labels, part = json.loads(field)
        if name in declared and len(labels) == len(declared[name].labels):
            found[name, tuple(labels)][part] = float(amount)
    for (name, labels_of), parts in sorted(found.items()):
        yield declared[name], labels_of, parts
