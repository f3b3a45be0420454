"""Programs told of what happens, at an address their owner chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class HookRequest:
    """What is sent, and where."""

    url: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HookAnswer:
    """What the program said: a status, and the beginning of its words."""

    status: int
    excerpt: str


class HookSender(Protocol):
    """Reaches programs by HTTP."""

    def check(self, url: str) -> None:
        """Refuse an address nothing may be sent to.

        Raises:
            ProviderError: code "forbidden".
        """

    def send(self, request: HookRequest) -> HookAnswer:
        """Send, and return the answer whatever its status.

        Raises:
            ProviderError: nothing answered, or the address leads where nothing may be sent.
        """
