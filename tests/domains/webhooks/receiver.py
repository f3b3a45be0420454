"""A program of the owner's, on loopback: what it was told, and what it answers next."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.providers.scripted import Received, Reply, scripted


@dataclass
class Told:
    headers: Mapping[str, str]
    body: bytes

    @property
    def said(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class Receiver:
    """Answers the statuses given in turn, then 200; `meanwhile` happens before it answers."""

    url: str = ""
    told: list[Told] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    def answer(self, received: Received) -> Reply:
        self.told.append(Told(received.headers, received.body))
        self.meanwhile()
        status, more, words = self.answers.pop(0) if self.answers else (200, {}, b"merci")
        return Reply(status, words, more)


@contextmanager
def running() -> Iterator[Receiver]:
    """Run a program on a free port."""
    program = Receiver()
    with scripted(program.answer) as server:
        program.url = f"{server.url}/messages"
        yield program
