"""The line to Gemini: no proxy from the environment, a size cap, a total deadline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2

from app.providers.connections import Watch
from app.providers.gemini.trust import TRUST

MAX_BYTES = 2_000_000
CONNECT_SECONDS = 5.0


class AnswerTooLarge(httpx2.TransportError):
    """The answer passed the size cap."""


class BoundedTransport(httpx2.HTTPTransport):
    """Bounds one call: httpx counts the silence between two bytes, never the whole."""

    def __init__(self, total_seconds: float, most_bytes: int = MAX_BYTES) -> None:
        super().__init__(verify=TRUST, trust_env=False, retries=0)
        self._total_seconds = total_seconds
        self._most_bytes = most_bytes

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request, and cut its line when the time is over."""
        watch = Watch(self._total_seconds)
        timeouts = {"connect": min(CONNECT_SECONDS, self._total_seconds), "pool": CONNECT_SECONDS}
        request.extensions["timeout"] = {**request.extensions.get("timeout", {}), **timeouts}
        request.extensions["trace"] = _Tracer(watch)
        try:
            response = super().handle_request(request)
        except httpx2.TransportError as error:
            watch.stop()
            raise _truth(watch, error) from error
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = _BoundedStream(response.stream, watch, self._most_bytes)
        return response


class _Tracer:
    """Learns which connection carries the call (httpcore's « trace » extension)."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def __call__(self, event: str, found: dict[str, Any]) -> None:
        if event == "connection.connect_tcp.complete":
            self._watch.follow(found["return_value"].get_extra_info("socket"))


class _BoundedStream(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, watch: Watch, most_bytes: int) -> None:
        self._stream = stream
        self._watch = watch
        self._most_bytes = most_bytes

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        try:
            for chunk in self._stream:
                size += len(chunk)
                if size > self._most_bytes:
                    raise AnswerTooLarge(f"more than {self._most_bytes} bytes")
                yield chunk
        except httpx2.TransportError as error:
            raise _truth(self._watch, error) from error
        if self._watch.expired:
            raise httpx2.ReadTimeout("the whole answer took too long")

    def close(self) -> None:
        self._watch.stop()
        self._stream.close()


def _truth(watch: Watch, error: httpx2.TransportError) -> httpx2.TransportError:
    return httpx2.ReadTimeout("the whole answer took too long") if watch.expired else error
