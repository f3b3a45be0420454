"""Sites of businesses on this machine, and a clock that nobody waits for."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from app.providers.contracts import SiteQuery, SiteVisit
from app.providers.website.finder import WebsiteFinder
from tests.providers.scripted import Received, Reply, Scripted, scripted

AGENT = "Essai/1.0 (+https://essai.example)"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def page(body: str, **headers: str) -> Reply:
    """Return a page of HTML; header names are given with underscores."""
    return Reply(200, body.encode(), {**HTML, **{name.replace("_", "-"): value for name, value in headers.items()}})


def led_to(place: str, status: int = 302) -> Reply:
    """Return a redirect."""
    return Reply(status, b"", {"Location": place})


def bomb(megabytes: int) -> Reply:
    """Return a small answer that opens into a large page."""
    body = gzip.compress(b"<p>info@chezlea.example</p>" + b" " * (megabytes * 1_000_000))
    return Reply(200, body, {**HTML, "Content-Encoding": "gzip"})


@contextmanager
def site(pages: Mapping[str, str | Reply]) -> Iterator[Scripted]:
    """Serve a site's pages by their paths; the rest is missing."""

    def reply(received: Received) -> Reply:
        found = pages.get(received.path.partition("?")[0])
        if found is None:
            return Reply(404, b"absente", HTML)
        return page(found) if isinstance(found, str) else found

    with scripted(reply) as server:
        yield server


def finder(clock: Clock | None = None, *, pace_seconds: float = 0.0) -> WebsiteFinder:
    """Return a finder that may visit this machine, and waits for nothing."""
    clock = clock or Clock()
    return WebsiteFinder(AGENT, allow_private=True, pace_seconds=pace_seconds, sleep=clock.sleep, clock=clock)


def visited(server: Scripted, path: str = "/", name: str = "Chez Léa") -> SiteVisit:
    """Visit a site in one slice."""
    return finder().find(SiteQuery(f"{server.url}{path}", name))


def paths(server: Scripted) -> list[str]:
    """Return what a site was asked for, its robots.txt apart."""
    return [each.path for each in server.requests if each.path != "/robots.txt"]


class Endless:
    """A site whose pages never end, and that counts what it could send."""

    def __init__(self) -> None:
        self.sent = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, once the present answer has been cut by its reader."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(timeout=20)

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            with line, suppress(OSError):
                self._answer(line, line.recv(65_536).startswith(b"GET /robots.txt"))

    def _answer(self, line: socket.socket, is_robots: bool) -> None:
        if is_robots:
            line.sendall(b"HTTP/1.1 404 Absent\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>info@chezlea.example</p>")
        for _ in range(16_384):
            line.sendall(b"x" * 65_536)
            self.sent += 65_536


@contextmanager
def endless() -> Iterator[Endless]:
    """Serve a page of a gigabyte until the test ends."""
    server = Endless()
    try:
        yield server
    finally:
        server.close()
