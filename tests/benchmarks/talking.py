"""Talk to the application's API and to the sandbox, as a program would."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass
from typing import Any

PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class Door:
    """The API of one instance, for one token."""

    base: str
    token: str

    def ask(self, path: str, body: object = None) -> Any:
        """GET a path, or POST a body as JSON, and return the answer."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        payload = None if body is None else json.dumps(body).encode()
        return read(urllib.request.Request(self.base + path, payload, headers))


def order_sandbox(port: int, what: str, body: object) -> None:
    """Change a setting of the sandbox, or have it misbehave."""
    headers = {"Content-Type": "application/json"}
    read(urllib.request.Request(f"http://127.0.0.1:{port}/_sandbox/{what}", json.dumps(body).encode(), headers))


def read(request: urllib.request.Request) -> Any:
    """Return the JSON of an answer."""
    with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
        return json.loads(answer.read() or b"null")
