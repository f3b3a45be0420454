"""Notices shown by a person's own browser, through the push service that browser chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class PushDevice:
    """Where one browser is reached, and the keys that seal what it is sent: a point of P-256, and 16 bytes."""

    endpoint: str
    public_key: bytes = field(repr=False)
    secret: bytes = field(repr=False)


@dataclass(frozen=True)
class PushMessage:
    """What is said; a waiting message of the same `topic` is replaced, and none is kept past `ttl_seconds`."""

    body: bytes
    topic: str
    ttl_seconds: int


class PushSender(Protocol):
    """Reaches the browsers of people who asked for it."""

    def check(self, endpoint: str) -> None:
        """Refuse an address nothing may be sent to.

        Raises:
            ProviderError: it is no push service of the outside.
        """

    def push(self, device: PushDevice, message: PushMessage) -> None:
        """Seal a message for one browser, and hand it to its push service.

        Raises:
            ProviderError: code "gone" when the browser takes no more; else permanent, or to be tried later.
        """
