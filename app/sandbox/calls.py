"""One call to a twin, the answers every twin gives, and ways to spoil an answer."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from werkzeug.wrappers import Request, Response

from app.sandbox.behaviour import Behaviour
from app.sandbox.state import SandboxState


@dataclass
class Call:
    """A request, the state it meets and the order it falls under."""

    request: Request
    state: SandboxState
    order: Behaviour | None = None
    notes: dict[str, Any] = field(default_factory=dict)

    def linger(self) -> None:
        """Wait as long as ordered, once."""
        if self.order is not None and not self.notes.get("lingered") and self.order.seconds:
            self.notes["lingered"] = self.order.seconds
            time.sleep(self.order.seconds)

    @property
    def what(self) -> str:
        """Give the misbehaviour ordered for this call, or nothing."""
        return self.order.what if self.order else ""


class Twin(Protocol):
    """A service of the outside world, spoken on localhost."""

    def answer(self, call: Call) -> Response:
        """Answer as the service does."""
        ...

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered HTTP failure with the body the service gives it."""
        ...


def json_reply(body: object, status: int = 200, **headers: str) -> Response:
    """Answer JSON; header names are written with underscores."""
    reply = Response(
        json.dumps(body, ensure_ascii=False), status=status, content_type="application/json; charset=utf-8"
    )
    for name, value in headers.items():
        reply.headers[name.replace("_", "-")] = value
    return reply


def cut(request: Request) -> None:
    """Close the connection without an answer, as a network that dies does.

    Raises:
        ConnectionAbortedError: always, so that nothing is written after.
    """
    connection = request.environ.get("werkzeug.socket")
    if isinstance(connection, socket.socket):
        connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError("cut on request")


def truncated(request: Request, reply: Response) -> Response:
    """Promise the whole answer and send half of it."""
    whole = reply.get_data()

    def halves() -> Iterator[bytes]:
        yield whole[: max(len(whole) // 2, 1)]
        cut(request)

    spoiled = Response(halves(), status=reply.status_code, headers=reply.headers)
    spoiled.headers["Content-Length"] = str(max(len(whole), 2))
    return spoiled


def malformed(reply: Response) -> Response:
    """Keep the headers and break the body in its middle."""
    whole = reply.get_data()
    reply.set_data(whole[: len(whole) // 2] + b'\x00}{"')
    return reply
