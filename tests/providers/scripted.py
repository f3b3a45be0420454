"""A server on localhost that answers what a test tells it, faults of the line included."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer. `fault` is "", "reset" (no answer), "hang", "trickle" or "half" (a body cut short)."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


@dataclass(frozen=True)
class Received:
    """One request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Scripted:
    """Answers in order; the last answer is repeated. A script may also be a function of the request."""

    def __init__(self, script: list[Reply] | Callable[[Received], Reply]) -> None:
        self.requests: list[Received] = []
        self._script = script
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def close(self) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in [self._accepting, *self._threads]:
            thread.join(timeout=5)

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=[line], daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            line.settimeout(5)
            received = _read(line)
            if received is None:
                return
            self.requests.append(received)
            self._answer(line, self._reply(received))

    def _reply(self, received: Received) -> Reply:
        if callable(self._script):
            return self._script(received)
        return self._script[min(len(self.requests), len(self._script)) - 1]

    def _answer(self, line: socket.socket, reply: Reply) -> None:
        if reply.fault == "reset":
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        if reply.fault == "hang":
            self._over.wait(5)
            return
        length = len(reply.body) + (50 if reply.fault == "half" else 0)
        headers = {"Content-Length": str(length), "Connection": "close", **reply.headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        message = f"HTTP/1.1 {reply.status} Scripted\r\n{head}\r\n".encode("latin-1") + reply.body
        if reply.fault != "trickle":
            line.sendall(message)
            return
        for sign in message:
            if self._over.wait(0.05):
                return
            line.sendall(bytes([sign]))


@contextmanager
def scripted(*script: Reply | Callable[[Received], Reply]) -> Iterator[Scripted]:
    """Serve these replies, or one function's, until the test ends."""
    single = script[0] if script else Reply()
    server = Scripted([each for each in script if isinstance(each, Reply)] if isinstance(single, Reply) else single)
    try:
        yield server
    finally:
        server.close()


def as_json(found: Any, status: int = 200, **headers: str) -> Reply:
    """Return a JSON reply; header names are given with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, json.dumps(found).encode(), {"Content-Type": "application/json; charset=UTF-8", **named})


def closed_port_url() -> str:
    """Return an address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _read(line: socket.socket) -> Received | None:
    raw = b""
    while b"\r\n\r\n" not in raw:
        more = line.recv(65_536)
        if not more:
            return None
        raw += more
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (each.partition(":") for each in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        more = line.recv(65_536)
        if not more:
            return None
        body += more
    method, path, _ = first.split(" ", 2)
    return Received(method, path, headers, body)
