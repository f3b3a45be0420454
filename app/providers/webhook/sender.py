"""Tell a program of the outside, at an address a stranger may have written: guarded, short, without redirects."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from app.providers.contracts import HookAnswer, HookRequest
from app.providers.guard import Forbidden, Guard
from app.providers.http import Call, HttpDoor, Limits

LIMITS: Final = Limits(connect_seconds=5, read_seconds=10, total_seconds=10, max_bytes=4_000, keeps_start=True)
MOST_SIGNS: Final = 1_000
EXCERPT_SIGNS: Final = 500


class WebhookSender:
    """Sends to the outside by https; with `allow_loopback`, to this machine by http too."""

    def __init__(self, user_agent: str, *, allow_loopback: bool = False) -> None:
        self._allow_loopback = allow_loopback
        self._guard = Guard(allow_loopback=allow_loopback)
        self._door = HttpDoor(user_agent, LIMITS, connect=self._guard.connect)

    def check(self, url: str) -> None:
        """Refuse an address nothing may be sent to; its name is looked up when something is.

        Raises:
            ProviderError: code "forbidden".
        """
        if len(url) > MOST_SIGNS:
            raise Forbidden("an address too long")
        self._guard.check(url)
        parts = urlsplit(url)
        nearby = self._allow_loopback and parts.hostname in {"127.0.0.1", "::1", "localhost"}
        if parts.scheme != "https" and not nearby:
            raise Forbidden("no https")

    def send(self, request: HookRequest) -> HookAnswer:
        """Send, and return the answer whatever its status; a redirect is an answer like another.

        Raises:
            ProviderError: nothing answered, or the address leads inside.
        """
        self.check(request.url)
        headers = {"Content-Type": "application/json", **request.headers}
        answer = self._door.send(Call("POST", self._guard.check(request.url), headers, request.body))
        return HookAnswer(answer.status, _readable(answer.text))


def _readable(text: str) -> str:
    shown = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return shown.strip()[:EXCERPT_SIGNS]
